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
LETTER: Final = re.compile(r"[^\W\d_]")
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# English words that no report goes without, none of them a common word of another language in Latin script.
ENGLISH: Final = frozenset(
    """the of and to that said was were has have had with from which who been by their this they would about after
    its it is are for not but his her on at between against before under where when people says will could""".split()
)
ENGLISH_SHARE: Final = 0.2
ENGLISH_WORDS_NEEDED: Final = 8
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

    Plain English, by far the most common, is told by its small words alone; the detector with its models is only asked
    about what is left.
    """
    start = text[:LOOKED_AT]
    words = [word.casefold() for word in WORD.findall(start)]
    known = sum(word in ENGLISH for word in words)
    if known >= ENGLISH_WORDS_NEEDED and known >= ENGLISH_SHARE * len(words):
        return "en"
    if len(LETTER.findall(start)) < LETTERS_NEEDED:
        return None
    found = _detector().detect_language_of(start)
    return None if found is None else str(found.iso_code_639_1.name.lower())


@cache
def _detector() -> "LanguageDetector":
    """The detector in its light form; it loads the models of a language when a text might be in it."""
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415  # most runs never need it

    languages = [getattr(Language, name) for name in LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
