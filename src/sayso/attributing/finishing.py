"""Finishing: from drafts of any finder to attributions with kind, class, nesting, order and ids."""

from collections.abc import Sequence

from sayso.attributing.draft import Draft
from sayso.attributing.nesting import parents
from sayso.attributing.quotations import Marks, Quotation
from sayso.attributing.snapping import continued, snapped
from sayso.attributing.speeches import carried_on
from sayso.attributing.thoughts import without_own_thoughts
from sayso.attributing.tidying import tidied
from sayso.attributing.trimming import joined, trimmed
from sayso.model import Attribution, AttributionKind, Document, Parse, Span
from sayso.resources.cues import Cue, CueLexicon

# Characters at the edges of a quotation, and the share of words outside of it, that do not change its kind.
SLACK = 3
TOLERATED = 0.05
# Accounts without a reporting verb.
OWN_CLASSES = {
    "according": "says",
    "adverb": "alleged",
    "alleged": "alleged",
    "colon": "says",
    "floating": "says",
    "citing": "says",
}


def finish(document: Document, parse: Parse, cues: CueLexicon, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """Attributions from drafts, whoever found them.

    Contents that reach into a quotation cover it, and go on in the quotations that continue it, over sentences and
    paragraphs; spans are trimmed of enclosing quotation marks and closing punctuation, kinds are read off the quotation
    marks, parents are found by containment, ids count in the order of the text. A draft without a content is dropped.
    The spans of exact drafts stand as they are, save for what strayed into them from other sentences and for the
    paragraphs of a speech that they lack.
    """
    marks = Marks.of(document.text)
    exact = tidied(parse, cues, marks, [draft for draft in drafts if draft.exact and draft.content])
    exact = carried_on(parse, marks, exact)
    whole = continued(parse, snapped([draft for draft in drafts if not draft.exact], marks), marks)
    clean = _distinct([*exact, *(one for draft in whole if (one := _clean(document.text, draft)).content)])
    known = [known_cue(parse, cues, draft) for draft in clean]
    clean = without_own_thoughts(
        document.text, clean, [cue_class(parse, *one) for one in zip(clean, known, strict=True)]
    )
    above = parents(clean)
    order = sorted(range(len(clean)), key=lambda index: _place(clean, above, index))
    ids = {index: f"a{number}" for number, index in enumerate(order, 1)}
    found = {index: known_cue(parse, cues, clean[index]) for index in order}
    classes = {index: cue_class(parse, clean[index], found[index]) for index in order}
    return tuple(
        Attribution(
            id=ids[index],
            kind=kind_of(document.text, clean[index].content, marks),
            source=clean[index].source,
            cue=clean[index].cue,
            content=clean[index].content,
            cue_class=classes[index],
            commitment=cues.commitment(found[index], classes[index]),
            parent=None if (parent := above[index]) is None else ids[parent],
            confidence=round(clean[index].confidence, 4),
        )
        for index in order
    )


def _place(drafts: Sequence[Draft], above: Sequence[int | None], index: int) -> tuple[int, int, int]:
    """Where an attribution starts, how deep it stands (the outer first), and where its cue is."""
    draft, depth, parent = drafts[index], 0, above[index]
    while parent is not None:
        depth, parent = depth + 1, above[parent]
    cue = draft.cue[0].start if draft.cue else draft.content[0].start
    return min(span.start for span in (*draft.source, *draft.cue, *draft.content)), depth, cue


def _clean(text: str, draft: Draft) -> Draft:
    return Draft(
        source=trimmed(text, draft.source),
        cue=joined(text, draft.cue),
        content=trimmed(text, draft.content),
        confidence=draft.confidence,
        lemma=draft.lemma,
        frame=draft.frame,
        pos=draft.pos,
    )


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Without repetitions of the same three roles; the surer one stays."""
    best: dict[tuple[tuple[Span, ...], ...], Draft] = {}
    for draft in drafts:
        key = (draft.source, draft.cue, draft.content)
        known = best.get(key)
        if known is None or known.confidence < draft.confidence:
            best[key] = draft
    return list(best.values())


def kind_of(text: str, content: tuple[Span, ...], marks: Marks) -> AttributionKind:
    """direct: every word of the content stands in quotation marks; mixed: some do; indirect: none does.

    Marks around more than the content are not its own: what is told inside of somebody's quoted speech is indirect.
    """
    if not any(marks.over(piece) for piece in content):
        return "indirect"
    inside = outside = 0
    for piece in content:
        length = _letters(text, piece.start, piece.end)
        quoted = sum(
            _letters(text, max(piece.start, mark.outer.start), min(piece.end, mark.outer.end))
            for mark in marks.over(piece)
            if not _reaches_beyond(mark, piece) or _fills(mark, content)
        ) or _nested_letters(text, piece, marks)
        inside += min(quoted, length)
        outside += length - min(quoted, length)
    if inside == 0:
        return "indirect"
    return "direct" if outside <= TOLERATED * inside else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(character.isalnum() for character in text[start:end])


def _reaches_beyond(mark: Quotation, piece: Span) -> bool:
    return mark.outer.covers(piece) and (mark.inner.start < piece.start - SLACK or mark.inner.end > piece.end + SLACK)


def _fills(mark: Quotation, content: tuple[Span, ...]) -> bool:
    """Do the pieces of the content together fill the quotation from its start to its end?"""
    within = [one for one in content if mark.outer.covers(one)]
    return bool(within) and within[0].start <= mark.inner.start + SLACK and within[-1].end >= mark.inner.end - SLACK


def _nested_letters(text: str, piece: Span, marks: Marks) -> int:
    """Letters of a piece inside of quotation marks that stand in a larger quotation."""
    return sum(
        _letters(text, max(piece.start, mark.outer.start), min(piece.end, mark.outer.end))
        for outer in marks.over(piece)
        for mark in marks.inside(outer)
        if mark.outer.overlaps(piece) and not _reaches_beyond(mark, piece)
    )


def known_cue(parse: Parse, cues: CueLexicon, draft: Draft) -> Cue | None:
    """The lexicon's entry for the draft's cue; None for a cue that it does not know."""
    if draft.lemma:
        return cues.of(draft.lemma, draft.pos) or cues.of(draft.lemma)
    for span in draft.cue:
        for token in parse.within(span):
            cue = cues.of(token.lemma, token.pos) or cues.of(token.lemma)
            if cue is not None and token.pos in ("VERB", "NOUN", "ADJ"):
                return cue
    return None


def cue_class(parse: Parse, draft: Draft, cue: Cue | None) -> str | None:
    """The class of the draft's cue in its construction; None for a cue that the lexicon does not know."""
    if draft.frame in OWN_CLASSES:
        return OWN_CLASSES[draft.frame]
    if cue is not None:
        return cue.class_in(_frame(parse, draft, cue)) if draft.lemma else cue.cue_class
    accord = any(token.lemma == "accord" for span in draft.cue for token in parse.within(span))
    return "says" if accord and not draft.lemma else None


def _frame(parse: Parse, draft: Draft, cue: Cue) -> str:
    """The construction that tells the class: by the preposition that the cue itself ends with ("called on"), else the draft's.

    A trained finder names no construction; an infinitive that its content opens with is one ("agreed [to leave]").
    """
    last = parse.within(draft.cue[-1])[-1:] if draft.cue else ()
    by_preposition = f"prep:{last[0].text.lower()}" if last else ""
    if by_preposition in cue.otherwise:
        return by_preposition
    first = parse.within(draft.content[0])[:1]
    if draft.frame == "tagged" and first and first[0].tag == "TO":
        return "inf"
    return draft.frame
