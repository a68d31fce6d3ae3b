"""Kinship: whether one of two texts is a copy of the other or another version of it, and which of them came first."""

from typing import Final, Literal
from urllib.parse import urlsplit

from msgspec import Struct

from sayso.model import Document, Span
from sayso.reading.credits import Credit, agencies_in
from sayso.reading.likeness import Likeness

# Half of all runs of five words in common: no two reporters write so.
ALIKE: Final = 0.5
# A shortened copy: nearly all of the shorter text stands in the longer one.
CONTAINED: Final = 0.8
SHORTEST: Final = 60


class Kin(Struct, frozen=True):
    """A text that comes from another one.

    document, other: ids of the text and of the one it comes from. kind: a copy (printed elsewhere) or a version (the same
    outlet's earlier or later state of it). score: share of common word runs, 0 to 1. because: in words.
    credit, evidence: the credit line that speaks for it, and where it stands in `document`.
    """

    document: str
    other: str
    kind: Literal["copy", "version"]
    score: float
    because: str
    credit: str | None = None
    evidence: tuple[Span, ...] = ()


def kin_of(
    one: Document, other: Document, likeness: Likeness, shorter: int, credited: tuple[Credit, Credit]
) -> Kin | None:
    """How two texts are akin; None where they are not. The answer is the same whichever of them is named first.

    shorter: the shingles of the shorter text. credited: of `one` and of `other`.
    """
    if likeness.jaccard < ALIKE and not (likeness.contained >= CONTAINED and shorter >= SHORTEST):
        return None
    first, second = _in_order((one, credited[0]), (other, credited[1]))
    document, credit = second
    kind: Literal["copy", "version"] = "version" if _same_outlet(one, other) else "copy"
    score = max(likeness.jaccard, likeness.contained if likeness.contained >= CONTAINED else 0.0)
    common = credited[0].agencies & credited[1].agencies
    reasons = [f"{likeness.jaccard:.0%} of their runs of five words are the same"]
    if likeness.contained >= CONTAINED > likeness.jaccard:
        reasons.append(f"{likeness.contained:.0%} of the shorter one's")
    if common:
        reasons.append(f"both are credited to {_listed(common)}")
    elif named := credit.agencies & _names(first[0]):
        reasons.append(f"it is credited to {_listed(named)}, which published the other")
    if kind == "version":
        reasons.append("both are of one outlet")
    return Kin(
        document.id, first[0].id, kind, round(score, 4), "; ".join(reasons), credit.words, credit.evidence
    )  # fmt: skip


def _in_order(
    one: tuple[Document, Credit], other: tuple[Document, Credit]
) -> tuple[tuple[Document, Credit], tuple[Document, Credit]]:
    """Where it came from, and what came of it: the one that the other is credited to, else the earlier, else by id."""
    credits_one = bool(other[1].agencies & _names(one[0]))
    credits_other = bool(one[1].agencies & _names(other[0]))
    if credits_one != credits_other:
        return (one, other) if credits_one else (other, one)
    days = (one[0].published.date or "9999", other[0].published.date or "9999")
    if days[0] != days[1]:
        return (one, other) if days[0] < days[1] else (other, one)
    return (one, other) if one[0].id < other[0].id else (other, one)


def _names(document: Document) -> frozenset[str]:
    """The agencies that published a document themselves."""
    return agencies_in(document.publisher) if document.publisher else frozenset()


def _same_outlet(one: Document, other: Document) -> bool:
    """Whether the same outlet published both, by its name or by the host of the page."""
    if one.publisher and other.publisher:
        return " ".join(one.publisher.casefold().split()) == " ".join(other.publisher.casefold().split())
    hosts = [(urlsplit(found.url).hostname or "").removeprefix("www.") if found.url else "" for found in (one, other)]
    return bool(hosts[0]) and hosts[0] == hosts[1]


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
