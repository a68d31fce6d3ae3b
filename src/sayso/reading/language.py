"""Which language a text is in."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lingua import LanguageDetector

# What the first characters tell, the rest of an article does not change.
LOOKED_AT: Final = 1_000
# Fewer letters than this, and any answer would be a guess.
LETTERS_NEEDED: Final = 20
# A letter of another script than Latin tells as much as several of these.
BEYOND_LATIN: Final = "\u0300"
TELLING: Final = 3
LETTER: Final = re.compile(r"[^\W\d_]")
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# English words that no report goes without, none of them a common word of another language in Latin script.
ENGLISH: Final = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "said",
        "was",
        "were",
        "has",
        "have",
        "had",
        "with",
        "from",
        "which",
        "who",
        "been",
        "by",
        "their",
        "this",
        "they",
        "would",
        "about",
        "after",
        "its",
        "it",
        "is",
        "are",
        "for",
        "not",
        "but",
        "his",
        "her",
        "on",
        "at",
        "between",
        "against",
        "before",
        "under",
        "where",
        "when",
        "people",
        "says",
        "will",
        "could",
    ]
)
ENGLISH_SHARE: Final = 0.2
ENGLISH_WORDS_NEEDED: Final = 8
# A text of fewer words than this, such as a headline alone, is called English for two of its words, and another
# language only when the detector is all but sure.
FEW_WORDS: Final = 25
FEW_SHARE: Final = 0.15
MARGIN: Final = 0.9
# Characters that no text has, as a share that no damage to a text explains.
DEBRIS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
DEBRIS_SHARE: Final = 0.05
NO_LANGUAGE: Final = "zxx"
# The languages that the stages read; a text too short to tell is taken for English.
READ: Final[frozenset[str | None]] = frozenset({"en", None})
# The languages of the world's press. Few, so that their models stay small (some 35 MB when all are asked).
LANGUAGES: Final = (
    "AFRIKAANS", "ALBANIAN", "ARABIC", "ARMENIAN", "AZERBAIJANI", "BENGALI", "BOKMAL", "BOSNIAN", "BULGARIAN", "CATALAN",
    "CHINESE", "CROATIAN", "CZECH", "DANISH", "DUTCH", "ENGLISH", "ESTONIAN", "FINNISH", "FRENCH", "GEORGIAN", "GERMAN",
    "GREEK", "HEBREW", "HINDI", "HUNGARIAN", "INDONESIAN", "ITALIAN", "JAPANESE", "KAZAKH", "KOREAN", "LATVIAN",
    "LITHUANIAN", "MALAY", "PERSIAN", "POLISH", "PORTUGUESE", "PUNJABI", "ROMANIAN", "RUSSIAN", "SERBIAN", "SLOVAK",
    "SLOVENE", "SOMALI", "SPANISH", "SWAHILI", "SWEDISH", "TAGALOG", "TAMIL", "THAI", "TURKISH", "UKRAINIAN", "URDU",
    "VIETNAMESE",
)  # fmt: skip


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text's first words; None where they are too few to tell.

    "zxx" (no linguistic content) is what is no text at all, such as the bytes of a file that were taken for one.
    Plain English, by far the most common, is told by its small words alone; the detector with its models is only asked
    about what is left.
    """
    start = text[:LOOKED_AT]
    if len(DEBRIS.findall(start)) > DEBRIS_SHARE * len(start):
        return NO_LANGUAGE
    words = [word.casefold() for word in WORD.findall(start)]
    known = sum(word in ENGLISH for word in words)
    if known >= ENGLISH_WORDS_NEEDED and known >= ENGLISH_SHARE * len(words):
        return "en"
    if sum(1 if letter < BEYOND_LATIN else TELLING for letter in LETTER.findall(start)) < LETTERS_NEEDED:
        return None
    if len(words) < FEW_WORDS and known > 0:
        return "en" if known > 1 and known >= FEW_SHARE * len(words) else None
    return _detected(start, certain=len(words) >= FEW_WORDS)


def _detected(start: str, *, certain: bool) -> str | None:
    """The detector's answer; certain: there are words enough for it to need no margin."""
    found = _detector().compute_language_confidence_values(start)[0]
    if found.value == 0 or (not certain and found.value < MARGIN):
        return None
    return str(found.language.iso_code_639_1.name.lower())


@cache
def _detector() -> "LanguageDetector":
    """The detector in its light form; it loads the models of a language when a text might be in it."""
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415  # most runs never need it

    languages = [getattr(Language, name) for name in LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
