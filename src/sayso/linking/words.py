"""Words cut to their stems, so that "shelled", "shelling" and "shells" meet without a parser; and how much each word tells."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import fsum, log
from typing import Final

from sayso.linking.stems import stem
from sayso.resources.linking import load_news_words

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


STRETCH: Final = 50
"""Words in a stretch of text, over which it is counted how common they are."""
PRIOR: Final = 1_000
"""What is known of news at large weighs as much as so many stretches of the texts at hand."""
RAREST: Final = 2e-4
"""The share of stretches that a stem is taken for which news at large does not know."""


def stretches(text: str) -> Iterator[str]:
    """A text in stretches of STRETCH words."""
    starts = [match.start() for match in WORD.finditer(text)][::STRETCH]
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end]


class Telling:
    """How much each word tells of which happening is meant: little where it is common in news, or in the texts at hand.

    In a ledger of one war its towns and weapons are in every second text, and tell little; in one of the whole world they tell much.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        self._whole = 0
        for text in texts:
            for stretch in stretches(text):
                self._counts.update(content_stems(stretch))
                self._whole += 1
        self._news = load_news_words()
        self._known: dict[str, float] = {}
        self._wholes: dict[frozenset[str], float] = {}

    def of(self, one: str) -> float:
        """Negative logarithm of the share of stretches in which a stem stands."""
        found = self._known.get(one)
        if found is None:
            expected = PRIOR * self._news.get(one, RAREST)
            found = log((PRIOR + self._whole + 1) / (expected + self._counts[one] + 1))
            self._known[one] = found
        return found

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Of what the words of the shorter of two stretches tell, the share that the other tells too: 0 to 1."""
        least = min(self._all(one), self._all(other))
        return fsum(map(self.of, one & other)) / least if least else 0.0

    def _all(self, some: frozenset[str]) -> float:
        found = self._wholes.get(some)
        if found is None:
            # fsum, so that the order in which a set gives its words does not show in the last digit
            found = self._wholes[some] = fsum(map(self.of, some))
        return found


@lru_cache(maxsize=1)
def of_news() -> Telling:
    """What words tell where no texts are at hand to count over."""
    return Telling(())
