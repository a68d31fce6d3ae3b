"""Speech: quotations and those who speak them, where the parse alone does not tie them together."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.attributing.cues import lemma_of
from sayso.attributing.draft import Draft
from sayso.attributing.phrases import noun_phrase
from sayso.attributing.quotations import Quotation
from sayso.attributing.speakers import speaker
from sayso.model import Parse, Span, Token
from sayso.resources.cues import CueLexicon

STOPS = frozenset(".?!…,")
# Fewer words than these in quotation marks inside a sentence of the article are its own, set apart: a term, a title.
SHORTEST_SPEECH = 4
FARTHEST_CUE = 14
# Characters between two pieces of one content that a cue and its speaker may take.
FARTHEST_PIECE = 200


def snapped(drafts: Sequence[Draft], marks: Sequence[Quotation]) -> list[Draft]:
    """Drafts whose contents respect the quotation marks.

    A content that reaches into a quotation from a cue outside of it covers the whole quotation; one whose cue stands
    inside a quotation ends with it.
    """
    return [_snap(draft, marks) for draft in drafts]


def _snap(draft: Draft, marks: Sequence[Quotation]) -> Draft:
    pieces = list(draft.content)
    for mark in marks:
        if mark.nested or not any(piece.overlaps(mark.outer) for piece in pieces):
            continue
        if any(cue.overlaps(mark.outer) for cue in draft.cue):
            pieces = [cut for piece in pieces if (cut := _common(piece, mark.inner)) is not None]
        elif not any(one.overlaps(mark.outer) for one in draft.source):
            if _is_sentence(pieces, mark, draft):
                pieces = [
                    piece for piece in pieces if piece.end <= mark.outer.start or _quoted_later(piece, mark, marks)
                ]
                pieces = sorted([*pieces, mark.inner])
            else:
                pieces = _united(pieces, mark.inner if _whole(pieces, mark) else mark.outer)
    return _with_content(draft, tuple(pieces))


def _is_sentence(pieces: Sequence[Span], mark: Quotation, draft: Draft) -> bool:
    """Does the content open with a whole utterance in quotation marks, so that what follows is the article's own?"""
    first = min(piece.start for piece in pieces)
    last = max(piece.end for piece in pieces)
    return (
        mark.closed
        and first >= mark.outer.start
        and last > mark.outer.end + 1
        and draft.cue[0].start < mark.outer.start
        and draft.frame in ("that", "quote")
    )


def _quoted_later(piece: Span, mark: Quotation, marks: Sequence[Quotation]) -> bool:
    return piece.start >= mark.outer.end and any(one.outer.overlaps(piece) for one in marks if one is not mark)


def _whole(pieces: Sequence[Span], mark: Quotation) -> bool:
    """Does the content start and end with the quotation, so that its marks are no part of it?"""
    first = min(piece.start for piece in pieces if piece.overlaps(mark.outer))
    last = max(piece.end for piece in pieces if piece.overlaps(mark.outer))
    return first >= mark.outer.start and last <= mark.outer.end + 1


def _united(pieces: Sequence[Span], whole: Span) -> list[Span]:
    start = min([whole.start, *(piece.start for piece in pieces if piece.overlaps(whole))])
    end = max([whole.end, *(piece.end for piece in pieces if piece.overlaps(whole))])
    return sorted([*(piece for piece in pieces if not piece.overlaps(whole)), Span(start, end)])


def _common(piece: Span, other: Span) -> Span | None:
    start, end = max(piece.start, other.start), min(piece.end, other.end)
    return Span(start, end) if start < end else None


def _with_content(draft: Draft, content: tuple[Span, ...]) -> Draft:
    return Draft(draft.source, draft.cue, content, draft.confidence, draft.lemma, draft.frame, draft.pos)


# ---- quotations that no draft has ----------------------------------------------------------------------------------


class _Sides(Struct, frozen=True):
    """The tokens of a quotation's own line just before and just after it."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]


def spoken(parse: Parse, cues: CueLexicon, marks: Sequence[Quotation], drafts: Sequence[Draft]) -> list[Draft]:
    """All drafts, with the quotations that none of them had yet: found by a cue beside them, or continuing a speech."""
    found = list(drafts)
    last: int | None = None
    for position, mark in enumerate(marks):
        if mark.nested:
            continue
        holder = _holder(found, mark)
        if holder is None:
            sides = _sides(parse, mark, marks, position)
            beside = _beside(parse, cues, sides) if is_speech(parse, mark) else None
            if beside is not None:
                holder = _add(parse, found, beside, mark)
            elif last is not None and _continues(parse, marks, position, found[last], mark):
                found[last] = _with_content(found[last], (*found[last].content, mark.inner))
                holder = last
        last = holder if holder is not None else (last if not is_speech(parse, mark) else None)
    return [draft for draft in found if draft.content]


def _add(parse: Parse, found: list[Draft], beside: Draft, mark: Quotation) -> int:
    """Give a quotation to the cue beside it, to the draft that this cue has already if there is one; its index."""
    start = mark.inner.start
    cue = beside.cue[0]
    if cue.end <= mark.outer.start and not _parted(parse, cue.end, mark.outer.start):
        start = cue.end  # the quotation ends a clause of the article: "said both towns are “in our hands”"
    content = Span(start, mark.inner.end if start == mark.inner.start else mark.outer.end)
    known = next((i for i, one in enumerate(found) if one.cue and one.cue[0].overlaps(cue)), None)
    if known is None:
        found.append(_with_content(beside, (content,)))
        return len(found) - 1
    kept = [piece for piece in found[known].content if not piece.overlaps(content) and _near(piece, content)]
    whole = _united([*found[known].content], content) if not kept else sorted([*kept, content])
    source = found[known].source or beside.source
    found[known] = Draft(source, found[known].cue, tuple(whole), beside.confidence, beside.lemma, beside.frame, "VERB")
    return known


def _near(piece: Span, content: Span) -> bool:
    return piece.distance(content) < FARTHEST_PIECE


def _parted(parse: Parse, start: int, end: int) -> bool:
    """Does a comma, colon or bracket, or nothing at all, stand between a cue and its quotation?"""
    between = parse.text[start:end].strip()
    return not between or any(mark in between for mark in ",:;—–([")


def _holder(drafts: Sequence[Draft], mark: Quotation) -> int | None:
    """The draft whose content has the quotation and whose cue stands outside of it; the outermost of several."""
    best: tuple[int, int] | None = None
    for index, draft in enumerate(drafts):
        if any(cue.overlaps(mark.outer) for cue in draft.cue):
            continue
        if any(piece.covers(mark.inner) for piece in draft.content):
            size = sum(piece.end - piece.start for piece in draft.content)
            if best is None or size > best[0]:
                best = (size, index)
    return None if best is None else best[1]


def is_speech(parse: Parse, mark: Quotation) -> bool:
    """Is the quotation an utterance, and not a term or title set apart by quotation marks?"""
    words = mark.inner.words(parse.text)
    stopped = words[-1] in STOPS or parse.text[mark.outer.end : mark.outer.end + 1] in STOPS
    return len(words.split()) >= SHORTEST_SPEECH or (stopped and (mark.opens_paragraph or len(words.split()) > 1))


def _sides(parse: Parse, mark: Quotation, marks: Sequence[Quotation], position: int) -> _Sides:
    following = next((one for one in marks[position + 1 :] if not one.nested), None)
    preceding = next((one for one in reversed(marks[:position]) if not one.nested), None)
    end = mark.outer.end + 200
    if following is not None and following.outer.start > mark.outer.end:
        end = min(end, following.outer.start)
    start = max(0, mark.outer.start - 200)
    if preceding is not None and preceding.outer.end < mark.outer.start:
        start = max(start, preceding.outer.end)
    after = _line(parse, mark, mark.outer.end, end)
    before = _line(parse, mark, start, mark.outer.start)
    # After a full stop inside the quotation a new sentence begins, whose cue has a content of its own.
    over = mark.inner.words(parse.text)[-1] == "." and not mark.opens_paragraph
    return _Sides(tuple(_until_stop(before[::-1]))[::-1], () if over else tuple(_until_stop(after)))


def _line(parse: Parse, mark: Quotation, start: int, end: int) -> tuple[Token, ...]:
    """The tokens between two positions that stand in the quotation's paragraph."""
    if end <= start:
        return ()
    return tuple(
        token
        for token in parse.within(Span(start, end))
        if token.start >= start and token.end <= end and parse.sentences[token.sentence].paragraph == mark.paragraph
    )


def _until_stop(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens[:FARTHEST_CUE]:
        if token.text in (".", "?", "!") or (token.text == ";" and kept):
            break
        kept.append(token)
    return kept


def _beside(parse: Parse, cues: CueLexicon, sides: _Sides) -> Draft | None:
    """A cue in the words right after the quotation, else in those right before it."""
    for tokens in (sides.after, sides.before[::-1]):
        for token in tokens:
            if token.pos != "VERB":
                continue
            lemma = lemma_of(parse, token)
            cue = cues.of(lemma, "VERB")
            if cue is None:
                continue
            weight = cues.weight(cue, "quote", sourced=True)
            if weight < 0.4:
                continue
            source = speaker(parse, token) or _neighbour(parse, token)
            if source is not None:
                return Draft((source,), (token.span,), (source,), weight, lemma, "quote", "VERB")
    return None


def _neighbour(parse: Parse, verb: Token) -> Span | None:
    """The name or pronoun next to a verb that the parser gave no subject: "..., said Lavrov"."""
    for step in (1, -1):
        index = verb.i + step
        if 0 <= index < len(parse.tokens) and parse.tokens[index].sentence == verb.sentence:
            token = parse.tokens[index]
            if token.pos in ("PROPN", "PRON") and token.tag not in ("WP", "WDT"):
                return _name(parse, token)
    return None


def _name(parse: Parse, token: Token) -> Span | None:
    head = token
    while head.dep in ("compound", "amod", "nmod") and head.head != head.i:
        head = parse.tokens[head.head]
    return noun_phrase(parse, head) if head.pos in ("PROPN", "PRON", "NOUN") else token.span


def _continues(parse: Parse, marks: Sequence[Quotation], position: int, speech: Draft, mark: Quotation) -> bool:
    """Does a quotation without a cue carry on the speech before it?"""
    before = next((one for one in reversed(marks[:position]) if not one.nested), None)
    if before is None or not any(piece.overlaps(before.outer) for piece in speech.content):
        return False
    gap = mark.paragraph - before.paragraph
    if gap == 0:
        between = parse.text[before.outer.end : mark.outer.start]
        return is_speech(parse, mark) and between.rstrip()[-1:] in ("", ".", "!", "?", ":", ",") and len(between) < 300
    if gap != 1 or not mark.opens_paragraph:
        return False
    return not before.closed or (
        mark.ends_paragraph and before.ends_paragraph and len(mark.inner.words(parse.text)) > 40
    )
