"""Nesting: which attribution stands in the content of which."""

from bisect import bisect_right

from sayso.attributing.draft import Draft
from sayso.model import covered

# Contents around one cue that are looked at, from the latest start on: nobody nests deeper, save broken text.
MOST_AROUND = 32

Piece = tuple[int, int, int]
"""Start and end of a piece of content, and the index of its draft."""


def parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the index of the one whose content it stands in, None for the outermost.

    A draft stands in another when the other's content covers its cue (its content, where it has no cue), and is the larger
    of the two. The innermost such content counts. There are no circles.
    """
    pieces = sorted((piece.start, piece.end, index) for index, draft in enumerate(drafts) for piece in draft.content)
    starts = [piece[0] for piece in pieces]
    reach = _reach(pieces)
    ranks = [_rank(draft, index) for index, draft in enumerate(drafts)]
    found: list[int | None] = []
    for index, draft in enumerate(drafts):
        # Who is cited for a content stands behind the one who reports it, wherever the cue is.
        anchor = draft.cue[0] if draft.cue and draft.frame != "citing" else draft.content[0]
        best: int | None = None
        for other in _around(pieces, reach, bisect_right(starts, anchor.start), anchor.end):
            larger = other != index and ranks[other] > ranks[index]
            if larger and (best is None or ranks[other] < ranks[best]) and _stands_in(draft, drafts[other]):
                best = other
        found.append(best)
    return found


def _reach(pieces: list[Piece]) -> list[int]:
    """For each piece, how far it and those before it reach: where to stop looking back."""
    furthest, reach = 0, []
    for _, end, _ in pieces:
        furthest = max(furthest, end)
        reach.append(furthest)
    return reach


def _rank(draft: Draft, index: int) -> tuple[int, bool, int]:
    """The size of the content; of two of one size, who is cited stands inside; else the later one."""
    return sum(piece.end - piece.start for piece in draft.content), draft.frame != "citing", -index


def _around(pieces: list[Piece], reach: list[int], before: int, end: int) -> list[int]:
    """The drafts of the pieces, among the first so many, that cover what ends at end; latest start first."""
    found: list[int] = []
    position = before - 1
    while position >= 0 and reach[position] >= end and len(found) < MOST_AROUND:
        if pieces[position][1] >= end:
            found.append(pieces[position][2])
        position -= 1
    return found


def _stands_in(inner: Draft, outer: Draft) -> bool:
    """No two attributions stand in each other: the outer's cue must lie outside of the inner's content."""
    if outer.cue and covered(outer.cue[0], inner.content):
        return False
    return bool(inner.cue or outer.cue) or inner.content != outer.content
