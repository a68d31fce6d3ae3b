"""The consonants of a name: what is left of it when its vowels and what transliterators disagree on are levelled.

"Daret Izza" and "Darat Izzah", "Gorlovka" and "Horlivka", "Munguno" and "Monguno" have the same consonants. Many names
share them, so they only find what a name that is known to be a place's may be, in the countries that the text is about.
"""

import re
from functools import lru_cache

from sayso.resources.gazetteer.spelling import ARTICLES, levelled

# Fewer consonants than this tell a name from others too seldom.
FEWEST = 3
ARABIC = frozenset({
    "SY", "IQ", "LB", "JO", "PS", "SA", "YE", "OM", "AE", "QA", "KW", "BH", "EG", "LY", "TN", "DZ", "MA", "SD", "MR",
    "EH", "IR", "AF", "PK", "TJ", "TR", "IL", "SO", "DJ",
})  # fmt: skip
CYRILLIC = frozenset({"UA", "RU", "BY", "MD", "GE", "AM", "AZ", "KZ", "KG", "UZ", "TM"})
COLONIAL = frozenset({
    "NG", "NE", "TD", "CM", "CF", "ML", "BF", "SN", "CI", "BJ", "TG", "GN", "SS", "ER", "ET", "KE", "UG", "CD", "CG", "RW",
    "BI", "MZ", "IN", "BD", "LK", "MM", "NP",
})  # fmt: skip
# Letters and their groups that stand for one sound in each family, in this order; vowels go last.
SOUNDS = {
    "c": (
        (re.compile(r"shch|sch|sh"), "s"), (re.compile(r"zh|dzh|dj"), "j"), (re.compile(r"tch|ch|ts|tz"), "c"),
        (re.compile(r"kh|gh|x|g|q"), "h"), (re.compile(r"[wf]"), "v"),
    ),
    "k": (
        (re.compile(r"tch|sch|sh|ch"), "s"), (re.compile(r"dj|zh"), "j"), (re.compile(r"ph"), "f"),
        (re.compile(r"ck|kh|qu|q|c"), "k"), (re.compile(r"gh"), "g"), (re.compile(r"([tdbp])h"), r"\1"),
        (re.compile(r"x"), "ks"), (re.compile(r"w"), "u"), (re.compile(r"h\b"), ""),
    ),
}  # fmt: skip
VOWELS = re.compile(r"(?<=.)[aeiouy]+")
FIRST_VOWEL = re.compile(r"^[aeiouy]+")
DOUBLED = re.compile(r"([a-z])\1+")


def family_of(country: str) -> str:
    """The family of spellings that a country's names reach English by: "a", "c", "k", or "" for none."""
    return "a" if country in ARABIC else "c" if country in CYRILLIC else "k" if country in COLONIAL else ""


def consonants(words: str, family: str) -> str:
    """The consonants of a key in one family's spelling, with an "a" for a vowel at the start; "" for fewer than FEWEST."""
    bare = "".join([_bare(word, family) for word in words.split(" ") if family != "a" or word not in ARTICLES])
    return bare if len(bare.removeprefix("a")) >= FEWEST else ""


def vowels(words: str) -> str:
    """The vowels of a key, runs of open and front ones as "a", of round ones as "u": "maidougouri" and "maiduguri" are "aua"."""
    bare = "".join(word for word in words.split(" ") if word not in ARTICLES)
    told = re.sub(r"[^au]", "", re.sub(r"[ouw]+", "u", re.sub(r"[aeiy]+", "a", bare)))
    return DOUBLED.sub(r"\1", told)


@lru_cache(maxsize=8192)
def _bare(word: str, family: str) -> str:
    word = levelled(word) if family == "a" else word
    for pattern, sound in SOUNDS.get(family, ()):
        word = pattern.sub(sound, word)
    return VOWELS.sub("", FIRST_VOWEL.sub("a", DOUBLED.sub(r"\1", word)))
