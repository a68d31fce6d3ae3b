"""Span: where words stand in a document."""

from collections.abc import Iterable

from msgspec import Struct

from sayso.errors import BadSpan


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A half-open range of characters of one document's text.

    start: index of the first character (Python str index).
    end: index after the last; greater than start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise BadSpan(self.start, self.end)

    def words(self, text: str) -> str:
        """The characters of text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Do the two spans share a character?"""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Does other lie wholly inside this span?"""
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: "Span") -> int:
        """Characters between the two spans; 0 when they touch or overlap."""
        return max(0, max(self.start, other.start) - min(self.end, other.end))


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of spans (at least one)."""
    found = list(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))


def covered(inner: Span, outer: Iterable[Span]) -> bool:
    """Does inner lie wholly inside any one of the outer spans?"""
    return any(span.covers(inner) for span in outer)
