"""Words cut to their stems, so that "shelled", "shelling" and "shells" meet without a parser."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "er",
    "ies",
    "ied",
    "es",
    "ed",
    "s",
    "al",
)
SHORTEST = 3
# Words that say nothing of which happening is meant.
COMMON = frozenset(
    """
    a an and the of in on at by to for from with as that this these those it its he she they them their his her who which what
    was were is are be been being has have had do did not no but or if than then there here after before when while where
    said say says told according report reported reports also more most other another one two three new last first people
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday would could should will may might can into over under about against between
    """.split()  # noqa: SIM905  # words are read more easily than a list of strings
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word, lower case."""
    word = word.lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > SHORTEST and word.endswith("e"):
        word = word[:-1]
    if len(word) > SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of a stretch of text that can tell one happening from another."""
    return frozenset(stem(word) for word in WORD.findall(text) if word.lower() not in COMMON and len(word) > 1)
