"""Speeches: quotations that go on over paragraphs, each left open until the last, and who speaks all of them."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.attributing.draft import Draft
from sayso.attributing.nesting import parents
from sayso.attributing.quotations import Marks, Quotation
from sayso.attributing.snapping import followed, goes_on, holders
from sayso.model import Parse, Span

# What is left of the confidence in a cue for a quotation that it was not the cue of.
GLUED = 0.7
TRANSCRIPT = re.compile(r"\(?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}\)?\s?[:.]")


def carried_on(parse: Parse, marks: Marks, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the quotations that belong to their speech and that a finder gave to nobody, or to a cue further on.

    A paragraph of quotation that is not closed goes on in the next one: one speaker has both, be it told before or after.
    One that is closed and has no cue of its own is spoken by whom the paragraph before it tells of.
    """
    found = followed(parse, drafts, marks, _follows, _with)
    had = holders(found, marks)
    for speech in _speeches(marks):
        if any(_transcribed(parse, mark) for mark in speech):
            continue
        holder = _holder(parse, found, had, speech)
        if holder is None:
            continue
        for mark in speech:
            other = had.get(mark.outer.start)
            if other == holder or (other is not None and _beside(parse, found[other], mark)):
                continue
            if other is not None:
                found[other] = _without(found[other], mark)
            found[holder] = _with(found[holder], mark)
            had[mark.outer.start] = holder
    found = _told_before(parse, marks, found)
    found = [part for draft in found for part in _own_clause_apart(parse, marks, draft)]
    return [draft for draft in found if draft.content]


def _speeches(marks: Marks) -> Iterator[list[Quotation]]:
    """Runs of two and more quotations, each open where its paragraph ends and carried on by the next paragraph's first."""
    run: list[Quotation] = []
    for mark in marks.top:
        if run and not run[-1].closed and mark.opens_paragraph and mark.paragraph - run[-1].paragraph == 1:
            run.append(mark)
            continue
        if len(run) > 1:
            yield run
        run = [mark]
    if len(run) > 1:
        yield run


def _transcribed(parse: Parse, mark: Quotation) -> bool:
    """Does the quotation open with the name of a speaker of its own: "SALIM: We said so"?"""
    return TRANSCRIPT.match(parse.text, mark.inner.start, mark.inner.end) is not None


def _holder(parse: Parse, drafts: Sequence[Draft], had: dict[int, int], speech: Sequence[Quotation]) -> int | None:
    """The draft that a speech belongs to: that of its first quotation, else of the last one beside a cue."""
    for mark in (speech[0], *reversed(speech)):
        holder = had.get(mark.outer.start)
        if holder is not None and (mark is speech[0] or _beside(parse, drafts[holder], mark)):
            return holder
    return None


def _beside(parse: Parse, draft: Draft, mark: Quotation) -> bool:
    """Does the draft's cue stand in the paragraph of the quotation?"""
    return any(
        parse.sentences[token.sentence].paragraph == mark.paragraph for cue in draft.cue for token in parse.within(cue)
    )


def _with(draft: Draft, mark: Quotation) -> Draft:
    kept = (piece for piece in draft.content if not piece.overlaps(mark.outer))
    return msgspec.structs.replace(draft, content=tuple(sorted([*kept, mark.outer])))


def _without(draft: Draft, mark: Quotation) -> Draft:
    pieces: list[Span] = []
    for piece in draft.content:
        if not piece.overlaps(mark.outer):
            pieces.append(piece)
            continue
        pieces.extend(
            Span(start, end)
            for start, end in ((piece.start, mark.outer.start), (mark.outer.end, piece.end))
            if start < end
        )
    return msgspec.structs.replace(draft, content=tuple(pieces))


def _follows(parse: Parse, speech: Draft, before: Quotation, mark: Quotation) -> bool:
    named = bool(speech.source) and not _transcribed(parse, mark)
    return named and goes_on(parse, speech, before, mark)


def _told_before(parse: Parse, marks: Marks, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in which no closed paragraph of quotation waits for a speaker in a paragraph of prose after it.

    "The road is shut." as a paragraph, after one that ends with "he said": he says so, whoever speaks further on.
    """
    found = list(drafts)
    had = holders(found, marks)
    opened = {mark.paragraph for mark in marks.top if mark.opens_paragraph}
    for mark in marks.top:
        holder = had.get(mark.outer.start)
        alone = mark.closed and mark.opens_paragraph and mark.ends_paragraph and mark.paragraph + 1 not in opened
        if holder is None or not alone or not _waits(parse, found[holder], mark):
            continue
        speaker = _last_speaker(parse, found, mark.paragraph - 1)
        if speaker is not None:
            found[holder] = _without(found[holder], mark)
            found[speaker] = _with(found[speaker], mark)
    return found


def _own_clause_apart(parse: Parse, marks: Marks, draft: Draft) -> Iterator[Draft]:
    """A draft, or two where a quotation of a sentence before it was glued to the clause that its cue governs.

    "The road is shut." as one sentence, and "The mayor said that help was on its way" as the next: two things are told,
    and whose the quotation is is not.
    """
    own = {token.sentence for cue in draft.cue for token in parse.within(cue)}
    before = tuple(
        piece
        for piece in draft.content
        if own and all(token.sentence < min(own) for token in parse.within(piece)) and marks.over(piece)
    )
    rest = tuple(piece for piece in draft.content if piece not in before)
    unquoted = any(not marks.over(piece) and own & {one.sentence for one in parse.within(piece)} for piece in rest)
    if not before or not unquoted or rest[0].start < draft.cue[0].end:
        yield draft
        return
    alone = draft.confidence * GLUED
    yield msgspec.structs.replace(
        draft, source=(), cue=(), content=before, confidence=alone, lemma="", frame="floating"
    )
    yield msgspec.structs.replace(draft, content=rest)


def _waits(parse: Parse, draft: Draft, mark: Quotation) -> bool:
    """Does the cue stand in a paragraph after the quotation's?"""
    return any(cue.start >= mark.outer.end for cue in draft.cue) and not _beside(parse, draft, mark)


def _last_speaker(parse: Parse, drafts: Sequence[Draft], paragraph: int) -> int | None:
    """The last outermost draft with a source whose cue stands in a paragraph."""
    above = parents(list(drafts))
    last: tuple[int, int] | None = None
    for index, draft in enumerate(drafts):
        if above[index] is not None or not draft.source or not draft.cue or not draft.content:
            continue
        place = parse.within(draft.cue[0])
        if place and parse.sentences[place[0].sentence].paragraph == paragraph:
            last = max(last or (0, 0), (draft.cue[0].start, index))
    return None if last is None else last[1]
