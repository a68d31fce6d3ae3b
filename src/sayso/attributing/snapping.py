"""Snapping: contents that respect the quotation marks, and speeches that go on in later quotations."""

from collections.abc import Callable, Sequence

from sayso.attributing.draft import Draft
from sayso.attributing.quotations import Marks, Quotation
from sayso.model import Parse, Span

STOPS = frozenset(".?!…,")
# Fewer words than these in quotation marks inside a sentence of the article are its own, set apart: a term, a title.
SHORTEST_SPEECH = 4
# Characters that a cue and its speaker may take between two quotations of one speech.
LONGEST_BREAK = 300
# A quotation that fills its paragraph goes on with the speech before it when it is longer than a chapter heading.
LONGEST_HEADING = 40
# Words in which a paragraph can name the speaker after a quotation, and say no more.
LONGEST_NAMING = 14


def snapped(drafts: Sequence[Draft], marks: Marks) -> list[Draft]:
    """Drafts whose contents respect the quotation marks.

    A content that reaches into a quotation from a cue outside of it covers the whole quotation; one whose cue stands
    inside a quotation ends with it.
    """
    return [_snap(draft, marks) for draft in drafts]


def _snap(draft: Draft, marks: Marks) -> Draft:
    pieces = list(draft.content)
    for mark in _touched(draft, marks):
        if not any(piece.overlaps(mark.outer) for piece in pieces):
            continue
        if any(cue.overlaps(mark.outer) for cue in draft.cue):
            pieces = [cut for piece in pieces if (cut := _common(piece, mark.inner)) is not None]
        elif any(one.overlaps(mark.outer) for one in draft.source):
            continue
        elif _is_sentence(pieces, mark, draft):
            own = [piece for piece in pieces if piece.end <= mark.outer.start or _quoted(piece, mark, marks)]
            pieces = sorted([*own, mark.inner])
        else:
            pieces = united(pieces, mark.inner if _whole(pieces, mark) else mark.outer)
    return with_content(draft, tuple(pieces))


def _touched(draft: Draft, marks: Marks) -> list[Quotation]:
    """The quotations that a draft's content meets: outermost ones, and where its cue is quoted itself, those inside."""
    met = {mark.outer.start: mark for piece in draft.content for mark in marks.over(piece)}
    for mark in list(met.values()):
        if any(cue.overlaps(mark.outer) for cue in draft.cue):
            met.update({one.outer.start: one for one in marks.inside(mark)})
    return [mark for _, mark in sorted(met.items())]


def _is_sentence(pieces: Sequence[Span], mark: Quotation, draft: Draft) -> bool:
    """Does the content open with a whole utterance in quotation marks, so that what follows is the article's own?"""
    first = min(piece.start for piece in pieces)
    last = max(piece.end for piece in pieces)
    before = bool(draft.cue) and draft.cue[0].start < mark.outer.start
    opening = mark.closed and first >= mark.outer.start and last > mark.outer.end + 1
    return opening and before and draft.frame in ("that", "quote")


def _quoted(piece: Span, mark: Quotation, marks: Marks) -> bool:
    """Does a piece after a quotation hold another one?"""
    return piece.start >= mark.outer.end and any(one is not mark for one in marks.over(piece))


def _whole(pieces: Sequence[Span], mark: Quotation) -> bool:
    """Does the content start and end with the quotation, so that its marks are no part of it?"""
    first = min(piece.start for piece in pieces if piece.overlaps(mark.outer))
    last = max(piece.end for piece in pieces if piece.overlaps(mark.outer))
    return first >= mark.outer.start and last <= mark.outer.end + 1


def united(pieces: Sequence[Span], whole: Span) -> list[Span]:
    """The pieces in order, those that overlap whole joined with it."""
    start = min([whole.start, *(piece.start for piece in pieces if piece.overlaps(whole))])
    end = max([whole.end, *(piece.end for piece in pieces if piece.overlaps(whole))])
    return sorted([*(piece for piece in pieces if not piece.overlaps(whole)), Span(start, end)])


def _common(piece: Span, other: Span) -> Span | None:
    start, end = max(piece.start, other.start), min(piece.end, other.end)
    return Span(start, end) if start < end else None


def with_content(draft: Draft, content: tuple[Span, ...]) -> Draft:
    """The draft with another content."""
    return Draft(draft.source, draft.cue, content, draft.confidence, draft.lemma, draft.frame, draft.pos)


# ---- who has which quotation ---------------------------------------------------------------------------------------


def holders(drafts: Sequence[Draft], marks: Marks) -> dict[int, int]:
    """For each outermost quotation, by its start, the draft that has it as content with a cue outside of it.

    Of several the one with the largest content.
    """
    best: dict[int, tuple[int, int]] = {}
    for index, draft in enumerate(drafts):
        size = sum(piece.end - piece.start for piece in draft.content)
        for piece in draft.content:
            for mark in marks.over(piece):
                if not piece.covers(mark.inner) or any(cue.overlaps(mark.outer) for cue in draft.cue):
                    continue
                if mark.outer.start not in best or size > best[mark.outer.start][0]:
                    best[mark.outer.start] = (size, index)
    return {start: index for start, (_, index) in best.items()}


def continued(parse: Parse, drafts: Sequence[Draft], marks: Marks) -> list[Draft]:
    """Drafts with the quotations without a cue of their own that go on with their speech.

    They stand after the cue in the same paragraph, or open the next one, when the marks before were not closed or both
    quotations fill their paragraphs.
    """
    return followed(
        parse, drafts, marks, goes_on, lambda speech, mark: with_content(speech, (*speech.content, mark.inner))
    )


def followed(
    parse: Parse,
    drafts: Sequence[Draft],
    marks: Marks,
    follows: Callable[[Parse, Draft, Quotation, Quotation], bool],
    extended: Callable[[Draft, Quotation], Draft],
) -> list[Draft]:
    """Drafts with the quotations that nobody holds and that follow the speech before them.

    follows: does the second quotation go on with a speech whose last quotation was the first? extended: a speech with one more.
    """
    found = list(drafts)
    had = holders(found, marks)
    last: int | None = None
    before: Quotation | None = None
    for mark in marks.top:
        holder = had.get(mark.outer.start)
        if holder is None and last is not None and before is not None and follows(parse, found[last], before, mark):
            found[last] = extended(found[last], mark)
            holder = last
        if holder is not None or is_speech(parse, mark):
            last = holder
        before = mark
    return found


def is_speech(parse: Parse, mark: Quotation) -> bool:
    """Is the quotation an utterance, and not a term or title set apart by quotation marks?"""
    words = mark.inner.words(parse.text)
    count = len(words[:200].split())
    stopped = words[-1] in STOPS or parse.text[mark.outer.end : mark.outer.end + 1] in STOPS
    return count >= SHORTEST_SPEECH or (stopped and (mark.opens_paragraph or count > 1))


def goes_on(parse: Parse, speech: Draft, before: Quotation, mark: Quotation) -> bool:
    """Does a quotation without a cue carry on the speech before it?"""
    if not any(piece.overlaps(before.outer) for piece in speech.content):
        return False
    between = parse.text[before.outer.end : mark.outer.start]
    if mark.paragraph == before.paragraph:
        tail = between.rstrip()[-1:]
        return is_speech(parse, mark) and tail in ("", *".!?:,") and len(between) < LONGEST_BREAK
    lines = between.splitlines()
    if not mark.opens_paragraph or any(line.strip() for line in lines[1:]):
        return False
    named = len(lines[0].split()) <= LONGEST_NAMING
    filled = mark.ends_paragraph and (before.ends_paragraph or named)
    lengthy = mark.inner.end - mark.inner.start > LONGEST_HEADING
    return not before.closed or (filled and (lengthy or not mark.closed))
