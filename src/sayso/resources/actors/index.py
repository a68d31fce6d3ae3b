"""Index: comparable names to what they mean, and the longest name that starts at a position in a sequence of words."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from sayso.resources.actors.spelling import article, pieces

T = TypeVar("T")


class Index(Generic[T]):
    """Values by comparable name.

    found: the values under each comparable name, in the order in which they were added.
    reach: the greatest number of parts among the names that begin with a part, so that a look-up knows when to stop.
    """

    def __init__(self) -> None:
        self.found: dict[str, list[T]] = {}
        self.reach: dict[str, int] = {}

    def add(self, comparable: str, value: T) -> None:
        """Put a value under a comparable name."""
        listed = self.found.get(comparable)
        if listed is not None:
            if value not in listed:
                listed.append(value)
            return
        self.found[comparable] = [value]
        parts = comparable.count(" ") + 1
        first = comparable if parts == 1 else comparable[: comparable.index(" ")]
        if parts > self.reach.get(first, 0):
            self.reach[first] = parts

    def get(self, comparable: str) -> list[T]:
        """The values under a comparable name; none for an unknown one."""
        return self.found.get(comparable, [])

    def starting(self, words: Sequence[str], start: int) -> list[tuple[list[T], int]]:
        """All names that start at words[start], the longest first, each with its number of words.

        Hyphens and possessive endings inside a name are passed over; other punctuation ends it.
        """
        first = pieces(words[start])
        if not first:
            return []
        total = len(words)
        if start + 1 < total:
            first = article(words[start], words[start + 1])
        reach = self.reach.get(first[0])
        if reach is None:
            return []
        comparable = " ".join(first)
        count = len(first)
        hits: list[tuple[list[T], int]] = []
        at = start + 1
        while True:
            listed = self.found.get(comparable)
            if listed is not None:
                hits.append((listed, at - start))
            at, more = _next(words, at)
            count += len(more)
            if not more or count > reach:
                break
            comparable = f"{comparable} {' '.join(more)}"
        hits.reverse()
        return hits


def _next(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """The position after the next word with parts, and its parts; () where the words end or a stop comes."""
    total = len(words)
    while at < total:
        parts = pieces(words[at])
        if parts is None:
            return at, ()
        if parts:
            return at + 1, article(words[at], words[at + 1]) if at + 1 < total else parts
        at += 1
    return at, ()
