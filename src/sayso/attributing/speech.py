"""Speech: quotations that the parse alone does not tie to anyone, and the cue and speaker beside them."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.attributing.cues import lemma_of
from sayso.attributing.draft import Draft
from sayso.attributing.phrases import noun_phrase
from sayso.attributing.quotations import Marks, Quotation
from sayso.attributing.snapping import holders, is_speech, united, with_content
from sayso.attributing.speakers import speaker
from sayso.model import Parse, Span, Token
from sayso.resources.cues import CueLexicon

# Tokens between a quotation and its cue.
FARTHEST_CUE = 14
# Characters between two pieces of one content, which a cue and its speaker may take.
FARTHEST_PIECE = 200
# A verb that introduces words in quotation marks less often than this is not their cue.
LEAST_QUOTING = 0.4


class _Sides(Struct, frozen=True):
    """The tokens of a quotation's own line just before and just after it."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]


def spoken(parse: Parse, cues: CueLexicon, marks: Marks, drafts: Sequence[Draft]) -> list[Draft]:
    """All drafts, with the quotations that none of them had yet and that have a cue beside them."""
    found = list(drafts)
    had = holders(found, marks)
    for index in sorted(set(had.values())):
        found[index] = _surer(cues, found[index])
    by_cue = {draft.cue[0].start: index for index, draft in reversed(list(enumerate(found))) if draft.cue}
    for position, mark in enumerate(marks.top):
        if mark.outer.start in had or not is_speech(parse, mark):
            continue
        beside = _beside(parse, cues, _sides(parse, marks, position))
        if beside is not None:
            _add(parse, found, by_cue, beside, mark)
    return [draft for draft in found if draft.content]


def _surer(cues: CueLexicon, draft: Draft) -> Draft:
    """A draft that has a quotation is as sure as its cue is to introduce one."""
    cue = cues.of(draft.lemma, draft.pos)
    confidence = 0.0 if cue is None or draft.pos != "VERB" else cues.weight(cue, "quote", sourced=True)
    if not draft.source or confidence <= draft.confidence:
        return draft
    return Draft(draft.source, draft.cue, draft.content, confidence, draft.lemma, draft.frame, draft.pos)


def _add(parse: Parse, found: list[Draft], by_cue: dict[int, int], beside: Draft, mark: Quotation) -> None:
    """Give a quotation to the cue beside it: to the draft that this cue has already, if there is one."""
    start = mark.inner.start
    cue = beside.cue[0]
    if cue.end <= mark.outer.start and not _parted(parse, cue.end, mark.outer.start):
        start = cue.end  # the quotation ends a clause of the article: "said both towns are “in our hands”"
    content = Span(start, mark.inner.end if start == mark.inner.start else mark.outer.end)
    known = by_cue.get(cue.start)
    if known is None:
        by_cue[cue.start] = len(found)
        found.append(with_content(beside, (content,)))
        return
    old = found[known]
    kept = [piece for piece in old.content if not piece.overlaps(content) and _near(piece, content)]
    whole = sorted([*kept, content]) if kept else united(old.content, content)
    source = old.source or beside.source
    found[known] = Draft(source, old.cue, tuple(whole), beside.confidence, beside.lemma, beside.frame, "VERB")


def _near(piece: Span, content: Span) -> bool:
    return piece.distance(content) < FARTHEST_PIECE


def _parted(parse: Parse, start: int, end: int) -> bool:
    """Does a comma, colon or bracket, or nothing at all, stand between a cue and its quotation?"""
    between = parse.text[start:end].strip()
    return not between or any(mark in between for mark in ",:;—–([")


def _sides(parse: Parse, marks: Marks, position: int) -> _Sides:
    mark = marks.top[position]
    end, start = mark.outer.end + FARTHEST_PIECE, max(0, mark.outer.start - FARTHEST_PIECE)
    if position + 1 < len(marks.top):
        end = min(end, marks.top[position + 1].outer.start)
    if position:
        start = max(start, marks.top[position - 1].outer.end)
    after = _line(parse, mark, mark.outer.end, end)
    before = _line(parse, mark, start, mark.outer.start)
    # After a full stop inside the quotation a new sentence begins, whose cue has a content of its own.
    over = parse.text[mark.inner.end - 1] == "." and not mark.opens_paragraph
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
            if weight < LEAST_QUOTING:
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
