"""Spelling: how names are made comparable, so that one entry answers to all its written forms.

Case, diacritics, hyphens, apostrophes, possessive endings, the Arabic article ("al-", "el-", "ash-") and the two
English spellings (defence, defense) make no difference between names. Acronyms keep their case: see `Sense.fits`.
"""

import re
import unicodedata

PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a",
        "’": "'", "‘": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'", "ʻ": "'", "′": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\xad": "",
    }
)  # fmt: skip
ARTICLES = frozenset({"al", "el", "as", "ash", "at", "an", "ar", "ad", "az", "ul", "ed"})
SPELLINGS = {
    "defense": "defence", "organization": "organisation", "organizations": "organisations", "center": "centre",
    "centers": "centres", "labor": "labour", "program": "programme", "programs": "programmes", "&": "and",
    "theater": "theatre", "mobilization": "mobilisation", "stabilization": "stabilisation", "saint": "st",
    "peoples": "people",  # "the Peoples Protection Units", the apostrophe lost
}  # fmt: skip
SKIPPED = frozenset({"-", "'", "'s", "--"})
_SPELLED = frozenset(SPELLINGS)
# What the quick way to a comparable name leaves to the careful one: other characters, articles, Arabic or English
_SPECIAL = re.compile(r"[^a-z0-9 .'-]|\b(?:as|ash|at|an|ar|ad|az|ul|ed|el)-|^the ").search
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s?(?!\w)")
_cache: dict[str, tuple[str, ...] | None] = {}
_CACHE_LIMIT = 50_000


def pieces(word: str) -> tuple[str, ...] | None:
    """The comparable parts of one token: ("al", "qaeda") of "al-Qaida's"; () of a hyphen or an "'s"; None of a stop.

    A stop is a token without letters or digits (a comma, a bracket) that no name runs across.
    """
    try:
        return _cache[word]
    except KeyError:
        pass
    if len(_cache) > _CACHE_LIMIT:  # a bound on memory over a long run; what is dropped is computed again
        _cache.clear()
    found = _pieces(word)
    _cache[word] = found
    return found


def _pieces(word: str) -> tuple[str, ...] | None:
    low = plain(word)
    if low in SKIPPED:
        return ()
    low = _POSSESSIVE.sub("", low).replace("'", "").replace(".", "")
    parts = _WORD.findall(low.replace("&", " and ").replace("+", " plus ") if "&" in low or "+" in low else low)
    if not parts:
        return None
    if len(parts) > 1 and "-" in low:
        parts = ["al" if part in ARTICLES and i < len(parts) - 1 else part for i, part in enumerate(parts)]
    return tuple(SPELLINGS.get(part, part) for part in parts)


def plain(text: str) -> str:
    """The text in lower case, without diacritics, with plain apostrophes and hyphens."""
    low = text.lower()
    if low.isascii():
        return low
    low = unicodedata.normalize("NFKD", low.translate(PLAIN))
    return "".join(char for char in low if not unicodedata.combining(char))


def key(name: str) -> str:
    """The comparable form of a whole name: "al qaeda" of "Al-Qaeda"; leading "the" is left out."""
    low = name.lower()
    if not _SPECIAL(low) and "El " not in name:  # most names; opening the registry reads many thousands of them
        if "'" in low:
            low = _POSSESSIVE.sub("", low).replace("'", "")
        parts = low.replace(".", "").replace("-", " ").split()
        return " ".join(parts if _SPELLED.isdisjoint(parts) else [SPELLINGS.get(part, part) for part in parts])
    parts = keyed(name.split())
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)


def keyed(words: list[str]) -> list[str]:
    """The comparable parts of words; punctuation between them is passed over."""
    found: list[str] = []
    last = len(words) - 1
    for i, word in enumerate(words):
        parts = pieces(word)
        if parts:
            found.extend(article(word, words[i + 1]) if i < last and len(parts) == 1 else parts)
    return found


def article(word: str, following: str) -> tuple[str, ...]:
    """The parts of a word; "al" for an Arabic article that stands apart ("El Shabaab", "ash - Shabaab")."""
    parts = pieces(word) or ()
    if parts and parts[0] in ARTICLES and (following == "-" or (parts[0] == "el" and word == "El")):
        return ("al",)
    return parts


def bare(text: str) -> str:
    """The letters and digits of text, with their case: how acronyms are compared ("U.S." and "US")."""
    return "".join(char for char in text if char.isalnum())
