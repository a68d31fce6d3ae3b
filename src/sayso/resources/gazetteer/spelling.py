"""One form for the many spellings of a place name: the keys under which the gazetteer knows it."""

import hashlib
import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, as news copy writes them; apostrophes and modifier letters vanish.
LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ß": "ss", "æ": "ae",
        "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "ŋ": "ng",
        "'": "", "’": "", "‘": "", "`": "", "´": "", "ʻ": "", "ʼ": "", "ʾ": "", "ʿ": "", "ʹ": "", "ʺ": "", "′": "",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", ".": " ", ",": " ", "(": " ", ")": " ", "·": " ",
    }
)  # fmt: skip
SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "twp": "township", "co": "county", "is": "island"}
INITIALS = re.compile(r"^(?:[A-Za-z]\.\s?)+[A-Za-z]\.?$")
SPACES = re.compile(r"\s+")
ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|az|ad|an|ath|adh|ed|er|es|esh|et|ez|en) (?=[a-z]{3})")
DIRECTIONS = re.compile(
    r"^(?:northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|"
    r"southwestern|north eastern|north western|south eastern|south western|upper|lower|greater|downtown|mainland|"
    r"rural|inner|outer|coastal|northeast|northwest|southeast|southwest) "
)
# What transliterations of Arabic, Persian and Kurdish names disagree on, in the order in which it is levelled.
LEVEL = (
    (re.compile(r"(?:sch|sh)"), "s"), (re.compile(r"dj|dzh"), "j"), (re.compile(r"kh|gh(?=[aeiou])"), "h"),
    (re.compile(r"dh|th"), "d"), (re.compile(r"gh|q|k|c"), "g"), (re.compile(r"ou|oo|uw|ow|aw|au|o|w"), "u"),
    (re.compile(r"ee|ei|ey|ay|ai|iy|ie|e|y"), "i"), (re.compile(r"ph"), "f"), (re.compile(r"t"), "d"),
    (re.compile(r"aa"), "a"), (re.compile(r"([a-z])\1+"), r"\1"), (re.compile(r"(?<=[aiu])h?$|h$"), ""),
    (re.compile(r"(?<=[a-z]{3})[aiu]$"), ""), (re.compile(r"[iu]a"), "a"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """The name in lower-case ASCII words: without marks, apostrophes and stops, hyphens as spaces; "" for other scripts.

    "Saint-Étienne" and "St. Etienne" are one key, "Dayr az-Zawr" is "dayr az zawr", "U.S." is "us".
    """
    if INITIALS.match(name):
        name = name.replace(".", "").replace(" ", "")
    plain = name if name.isascii() else _plain(name)
    words = plain.translate(LETTERS).lower().split()
    if not words:
        return ""
    if words[0] == "the" and len(words) > 1:
        words = words[1:]
    joined = " ".join([SHORT.get(word, word) for word in words])
    return joined if joined.isascii() else ""


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def without_article(words: str) -> str:
    """A key without its Arabic article ("al rastan" -> "rastan"); the key itself where it has none."""
    return ARTICLE.sub("", words)


def without_direction(words: str) -> str:
    """A key without its leading compass word ("northern idlib" -> "idlib"); the key itself where it has none."""
    return DIRECTIONS.sub("", words)


def skeleton(words: str) -> str:
    """What remains of a key when everything that transliterators disagree on is levelled; "" when too little remains.

    "khirbat al jawz" and "kherbet al joz" are one skeleton. It is no key of its own: many names share one.
    """
    parts = []
    for word in words.split(" "):
        if word in ARTICLES:
            continue
        parts.append(levelled(word))
    bare = "".join(parts)
    return bare if len(bare) >= 4 else ""


@lru_cache(maxsize=8192)
def levelled(word: str) -> str:
    """A word of a key with what transliterators of Arabic, Persian and Kurdish names disagree on levelled."""
    for pattern, level in LEVEL:
        word = pattern.sub(level, word)
    return word


ARTICLES = frozenset({
    "al", "el", "ar", "as", "ash", "at", "az", "ad", "an", "ath", "adh", "ed", "er", "es", "esh", "et", "ez", "en",
    "ul", "l",
})  # fmt: skip


def digest(words: str) -> int:
    """64 bits of the BLAKE2b digest of a key: the same on every machine and in every run."""
    return int.from_bytes(hashlib.blake2b(words.encode("ascii", "ignore"), digest_size=8).digest(), "little")
