"""Nesting: which attribution stands in the content of which."""

from bisect import bisect_right

from sayso.attributing.draft import Draft
from sayso.model import Span, covered


def parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the index of the one whose content it stands in, None for the outermost.

    A draft stands in another when the other's content covers its cue (where it has no cue, its content), and its source
    unless that lies outside with everything else that the two share. The innermost such content counts.
    """
    pieces = sorted((piece.start, piece.end, index) for index, draft in enumerate(drafts) for piece in draft.content)
    starts = [piece[0] for piece in pieces]
    reach = _reach(pieces)
    found: list[int | None] = []
    for index, draft in enumerate(drafts):
        # Who is cited for a content stands behind the one who reports it, wherever the cue is.
        anchor = draft.cue[0] if draft.cue and draft.frame != "citing" else draft.content[0]
        found.append(_innermost(drafts, index, anchor, pieces, reach, bisect_right(starts, anchor.start)))
    return found


def _reach(pieces: list[tuple[int, int, int]]) -> list[int]:
    """For each piece, how far it and those before it reach: where to stop looking back."""
    furthest, reach = 0, []
    for _, end, _ in pieces:
        furthest = max(furthest, end)
        reach.append(furthest)
    return reach


def _innermost(
    drafts: list[Draft],
    index: int,
    anchor: Span,
    pieces: list[tuple[int, int, int]],
    reach: list[int],
    before: int,
) -> int | None:
    best: tuple[int, int] | None = None
    for position in range(before - 1, -1, -1):
        if reach[position] < anchor.end:
            break
        start, end, other = pieces[position]
        if other == index or end < anchor.end or start > anchor.start:
            continue
        size = _size(drafts[other])
        # An attribution stands in a larger one: so there is never a circle.
        if _rank(drafts, other) <= _rank(drafts, index) or not _stands_in(drafts[index], drafts[other]):
            continue
        if best is None or size < best[0]:
            best = (size, other)
    return None if best is None else best[1]


def _rank(drafts: list[Draft], index: int) -> tuple[int, bool, int]:
    """Of two with contents of one size, who is cited stands inside; else the later one."""
    return _size(drafts[index]), drafts[index].frame != "citing", -index


def _size(draft: Draft) -> int:
    return sum(piece.end - piece.start for piece in draft.content)


def _stands_in(inner: Draft, outer: Draft) -> bool:
    """No two attributions stand in each other: the outer's cue must lie outside of the inner's content."""
    return not (outer.cue and covered(outer.cue[0], inner.content)) and not (
        not inner.cue and not outer.cue and inner.content == outer.content
    )
