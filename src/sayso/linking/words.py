"""Words cut to their stems, so that "shelled", "shelling" and "shells" meet without a parser."""

import re

from sayso.linking.stems import stem

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
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


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of a stretch of text that can tell one happening from another."""
    return frozenset(stem(word.lower()) for word in WORD.findall(text) if word.lower() not in COMMON and len(word) > 1)
