"""Tidying: contents as a trained finder chose them, without what strayed into them from other sentences."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.attributing.draft import Draft
from sayso.attributing.merging import main_word
from sayso.attributing.phrases import noun_phrase
from sayso.attributing.quotations import Marks, Quotation
from sayso.attributing.sources import whole_source
from sayso.attributing.speakers import is_passive, named, speaker_token, subject
from sayso.model import Parse, Span, Token
from sayso.resources.cues import CueLexicon

# Punctuation that may follow the last word of a sentence, and what stands between a word and a closing mark.
AFTER_LAST = frozenset(".!?…,;:\"“”»’')] \t\n\r\u00a0")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Verbs whose subject is what seems so, not whom it seems to.
SEEMING = frozenset({"seem", "appear", "look", "sound", "remain", "emerge"})
# What is less sure to be an attribution is given no source.
LEAST_SURE = 0.35
BEFORE_CLOSING = frozenset(",.;: \t\n\r\u00a0")


def tidied(parse: Parse, cues: CueLexicon, marks: Marks, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts whose contents end where their sentences and quotations do.

    A piece that is not quoted and stands in another sentence than its cue goes, where other pieces stay; a piece that runs
    from a quotation into a part of the next sentence ends with the quotation; a piece inside of somebody's quoted words
    keeps no closing mark of theirs; what the source does besides telling is not told. A draft without a source in the sentence of its cue gets the verb's own subject.
    """
    return [
        msgspec.structs.replace(draft, source=_source(parse, cues, draft), content=_tidy(parse, marks, draft))
        for draft in drafts
        if draft.source or not draft.cue or any(_says(cue, parse.text) for cue in draft.cue)
    ]


def _says(cue: Span, text: str) -> bool:
    """Is the cue a word, and no colon or dash, which tells nothing where nobody stands before it?"""
    return any(character.isalnum() for character in cue.words(text))


def _tidy(parse: Parse, marks: Marks, draft: Draft) -> tuple[Span, ...]:
    if not draft.cue:
        return draft.content
    own = {token.sentence for span in draft.cue for token in parse.within(span)}
    joined = _joined_verb(parse, draft)
    counted = _what_is_counted(parse, draft)
    if counted:
        return counted
    pieces = [
        _unclosed(parse, marks, draft, _cut(parse, marks, own, _before(parse, joined, piece)))
        for piece in draft.content
    ]
    kept = [piece for piece in pieces if marks.over(piece) or _distance(parse, own, piece) == 0]
    return tuple(kept or pieces)


def _source(parse: Parse, cues: CueLexicon, draft: Draft) -> tuple[Span, ...]:
    own = {token.sentence for span in draft.cue for token in parse.within(span)}
    if any(_distance(parse, own, span) == 0 for span in draft.source):
        return tuple(whole_source(parse, span) for span in draft.source)
    return _subject(parse, cues, draft) or draft.source


def _subject(parse: Parse, cues: CueLexicon, draft: Draft) -> tuple[Span, ...]:
    """Who speaks by the parse, for an active verb that tells: "the clinic also asked for calm"; () where nobody does."""
    verb = main_word(parse, draft.cue)
    if verb is None or verb.pos not in ("VERB", "AUX") or verb.lemma in SEEMING or is_passive(parse, verb):
        return ()
    if verb.dep == "acl" or draft.confidence < LEAST_SURE or cues.of(verb.lemma, "VERB") is None:
        return ()
    active = subject(parse, verb) is not None or any(one.lemma == "have" for one in parse.dependents(verb, "aux"))
    if verb.tag == "VBN" and not active:
        return ()
    head = speaker_token(parse, verb)
    source = None if head is None or head.pos not in ("NOUN", "PROPN", "PRON") else named(parse, head)
    if source is None or source.words(parse.text).lower() == "it" or any(source.overlaps(one) for one in draft.content):
        return ()
    return (source,)


def _distance(parse: Parse, own: set[int], piece: Span) -> int:
    """Sentences between the piece and the nearest sentence of its cue; 0 where they share one."""
    standing = {token.sentence for token in parse.within(piece)}
    return min((abs(one - other) for one in own for other in standing), default=0)


def _cut(parse: Parse, marks: Marks, own: set[int], piece: Span) -> Span:
    """The piece without its last words, where these are the unquoted opening of a sentence that is not its cue's."""
    quoted = marks.over(piece)
    tokens = parse.within(piece)
    if not tokens:
        return piece
    if not quoted:
        return _in_paragraph(parse, own, tokens, piece)
    if tokens[-1].sentence == tokens[0].sentence or tokens[-1].sentence in own:
        return piece
    tail = _tail(tokens)
    if quoted[-1].outer.end > tail.start or _ends(parse, tail):
        return piece
    before = [token for token in tokens if token.end <= tail.start]
    return Span(piece.start, max(before[-1].end, quoted[-1].outer.end))


def _in_paragraph(parse: Parse, own: set[int], tokens: Sequence[Token], piece: Span) -> Span:
    """What of an unquoted piece stands in its cue's paragraph, where it begins in one before; else all of it."""
    paragraphs = {parse.sentences[one].paragraph for one in own}
    kept = [token for token in tokens if parse.sentences[token.sentence].paragraph in paragraphs]
    return Span(kept[0].start, piece.end) if kept else piece


def _joined_verb(parse: Parse, draft: Draft) -> Token | None:
    """What the source does besides telling, as the content goes on to say: "urged them to leave and [met] the mayor"."""
    verb = main_word(parse, draft.cue)
    if verb is None or verb.pos != "VERB":
        return None
    for other in parse.dependents(verb, "conj"):
        if other.tag in FINITE and other.i > verb.i and subject(parse, other) is None:
            return other
    for asked in parse.dependents(verb, "xcomp", "ccomp"):
        for other in parse.dependents(asked, "conj"):
            # "to leave and met": two verbs of which one is in the past are not asked for in one breath
            if asked.tag == "VB" and other.tag == "VBD" and subject(parse, other) is None:
                return other
    return None


def _what_is_counted(parse: Parse, draft: Draft) -> tuple[Span, ...]:
    """What a participle after its noun tells of, where nobody is named: "counted [40 thefts] reported from May"; else ()."""
    verb = main_word(parse, draft.cue)
    if draft.source or verb is None or verb.tag != "VBN" or verb.dep != "acl" or len(draft.content) != 1:
        return ()
    noun, piece = parse.head(verb), draft.content[0]
    if not (piece.covers(noun.span) and piece.end <= verb.start) or noun.dep not in ("dobj", "pobj"):
        return ()
    phrase = noun_phrase(parse, noun, frozenset({verb.i}))
    return () if phrase is None or not piece.covers(phrase) else (phrase,)


def _before(parse: Parse, joined: Token | None, piece: Span) -> Span:
    """The piece up to the "and" before the verb, where it reaches over it."""
    if joined is None or not piece.start < joined.start < piece.end:
        return piece
    words = [token for token in parse.within(piece) if token.i < joined.i]
    if any(token.dep in ("nsubj", "nsubjpass") for token in words):
        return piece  # a clause is told, which goes on with its second verb
    while words and (words[-1].pos in ("CCONJ", "ADV", "PUNCT") or words[-1].dep == "aux"):
        words.pop()
    return Span(piece.start, words[-1].end) if words else piece


def _tail(tokens: Sequence[Token]) -> Span:
    """The words of the last sentence that a piece reaches into."""
    last = [token for token in tokens if token.sentence == tokens[-1].sentence]
    return Span(last[0].start, last[-1].end)


def _ends(parse: Parse, tail: Span) -> bool:
    """Does a sentence end with these words, save for its punctuation?"""
    sentence = parse.sentences[parse.within(tail)[-1].sentence]
    return all(character in AFTER_LAST for character in parse.text[tail.end : sentence.span.end])


def _unclosed(parse: Parse, marks: Marks, draft: Draft, piece: Span) -> Span:
    """A piece that stands with its cue inside of a quotation ends with its sentence, and before the quotation's mark."""
    for mark in _around(marks, draft, piece):
        last = max(token.sentence for cue in draft.cue for token in parse.within(cue))
        end = min(piece.end, mark.inner.end)
        if piece.start < parse.sentences[last].span.end and not any(
            piece.covers(one.outer) for one in marks.inside(mark)
        ):
            end = min(end, parse.sentences[last].span.end)
        if mark.outer.start >= piece.start or end == piece.end:
            continue
        while end > piece.start and parse.text[end - 1] in BEFORE_CLOSING:
            end -= 1
        return Span(piece.start, end) if end > piece.start else piece
    return piece


def _around(marks: Marks, draft: Draft, piece: Span) -> Iterator[Quotation]:
    for mark in marks.over(piece):
        if any(mark.outer.covers(cue) for cue in draft.cue):
            yield mark
