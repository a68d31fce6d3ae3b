"""Mending: contents that the parser drew too wide or not at all."""

from collections.abc import Sequence

from sayso.attributing.draft import Draft
from sayso.attributing.phrases import EDGE, below, runs
from sayso.attributing.speakers import subject
from sayso.model import Parse, Span, Token
from sayso.resources.cues import CueLexicon

# Participles by which a reporter goes on with the same speaker: "said that ..., adding that ...".
GOING_ON = frozenset(
    {
        "accuse", "add", "argue", "blame", "call", "caution", "cite", "claim", "condemn", "denounce", "describe",
        "emphasize", "emphasise", "explain", "express", "insist", "note", "point", "quote", "recall", "refer",
        "reiterate", "remark", "say", "state", "stress", "suggest", "underline", "urge", "vow", "warn", "demand",
    }
)  # fmt: skip
REPORTING = frozenset({"says", "claims", "reports", "admits", "warns", "shows", "finds", "reveals"})
FARTHEST_END = 9


def apart(parse: Parse, found: Sequence[Draft]) -> list[Draft]:
    """Drafts without the participle and conjoined clauses in which their own speaker goes on to speak.

    "The bloc said the raid failed, urging a truce": what is urged is urged by the bloc, and is no part of what it said.
    """
    heads = {draft.cue[0].start: index for index, draft in enumerate(found) if draft.cue}
    result = list(found)
    for index, draft in enumerate(found):
        if draft.pos != "VERB" or not draft.source or draft.frame not in ("that", "left", "obj"):
            continue
        for token in _going_on(parse, draft, heads):
            own = heads[token.start]
            words = below(parse, token.i)
            cut = Span(parse.tokens[words[0]].start, parse.tokens[words[-1]].end)
            content = _without(result[index].content, cut, parse)
            if not content:
                continue
            result[index] = _replaced(result[index], content=content)
            result[own] = _replaced(result[own], source=draft.source)
    return result


def _going_on(parse: Parse, draft: Draft, heads: dict[int, int]) -> list[Token]:
    """Cues at the end of a content by which the speaker goes on."""
    last = max(piece.end for piece in draft.content)
    cue = draft.cue[0]
    kept = []
    for piece in draft.content:
        if piece.start < cue.start:
            continue
        for token in parse.within(piece):
            if token.start not in heads or token.pos != "VERB" or subject(parse, token) is not None:
                continue
            participle = token.tag == "VBG" and token.dep in ("advcl", "acl") and token.lemma in GOING_ON
            finite = token.tag in ("VBD", "VBZ") and token.dep == "conj" and _second_predicate(parse, token)
            words = below(parse, token.i)
            if (participle or finite) and parse.tokens[words[-1]].end >= last - 2:
                kept.append(token)
    return kept[:1]


def _second_predicate(parse: Parse, verb: Token) -> bool:
    """Is a conjoined verb the second predicate of the whole sentence, and not of the content?

    It is when a comma stands before "and", or when the first verb's subject is a pronoun or suffers the action: in "said
    two drivers were hurt but denied the rest" it is no driver who denied.
    """
    words = below(parse, verb.i)
    before = [parse.tokens[index].text for index in range(max(0, words[0] - 2), words[0])]
    if before[-1:] not in (["and"], ["but"]):
        return False
    if before[0] == ",":
        return True
    first = subject(parse, parse.tokens[verb.head])
    return first is not None and (first.text.lower() in ("he", "she", "it", "they") or first.dep == "nsubjpass")


def _without(content: tuple[Span, ...], cut: Span, parse: Parse) -> tuple[Span, ...]:
    kept = []
    for piece in content:
        if piece.start < cut.start:
            end = min(piece.end, cut.start)
            words = parse.text[piece.start : end].rstrip(" ,;-–—")
            for tail in (" and", " but"):
                words = words.removesuffix(tail).rstrip(" ,;-–—")
            if words:
                kept.append(Span(piece.start, piece.start + len(words)))
    return tuple(kept)


def _replaced(
    draft: Draft, *, source: tuple[Span, ...] | None = None, content: tuple[Span, ...] | None = None
) -> Draft:
    return Draft(
        draft.source if source is None else source,
        draft.cue,
        draft.content if content is None else content,
        draft.confidence,
        draft.lemma,
        draft.frame,
        draft.pos,
    )


def trailing(parse: Parse, cues: CueLexicon, verb: Token, source: Span | None) -> Draft | None:
    """A report that ends with its speaker and cue, which the parser did not tie to it: "... failed officials said Friday".

    Copy that has lost its commas is full of these. Only for cues of plain report, at the end of a sentence.
    """
    cue = cues.of(verb.lemma, "VERB")
    if cue is None or cue.cue_class not in REPORTING or verb.tag not in ("VBD", "VBZ", "VBP") or source is None:
        return None
    sentence = parse.sentences[verb.sentence]
    after = [token for token in parse.tokens[verb.i + 1 : sentence.last] if token.text not in EDGE]
    if len(after) > FARTHEST_END or any(token.pos in ("VERB", "AUX") or token.dep == "dobj" for token in after):
        return None
    before = [t.i for t in parse.tokens[sentence.first : verb.i] if t.end <= source.start]
    content = runs(parse, before)
    if source.end > verb.start or not any(parse.tokens[i].pos in ("VERB", "AUX") for i in before) or not content:
        return None
    return Draft((source,), (verb.span,), content, cues.weight(cue, "left", sourced=True), verb.lemma, "left", "VERB")


def named_apart(parse: Parse, draft: Draft) -> Draft:
    """A report whose speaker the parser took for the end of the content: "... in the north officials said".

    The words before the cue that make up a name or noun phrase become the source.
    """
    if draft.source or draft.frame != "left" or draft.pos != "VERB":
        return draft
    cue, last = draft.cue[0], draft.content[-1]
    words = parse.within(cue)
    if not words or cue.start - last.end > 1 or not words[0].i:
        return draft
    first = _phrase_before(parse, words[0])
    if first is None or parse.tokens[first].start <= draft.content[0].start:
        return draft
    start = parse.tokens[first].start
    content = _without(draft.content, Span(start, last.end), parse)
    return _replaced(draft, source=(Span(start, last.end),), content=content) if content else draft


def _phrase_before(parse: Parse, verb: Token) -> int | None:
    """The first token of the noun phrase that ends right before a verb; None where there is no noun."""
    index = verb.i - 1
    sentence = parse.sentences[verb.sentence].first
    if index < sentence or parse.tokens[index].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    name = parse.tokens[index].pos == "PROPN"
    while index > sentence:
        before = parse.tokens[index - 1]
        joined = before.pos in ("PROPN", "NOUN") or before.pos == "ADJ"
        if before.pos == "DET":
            return index - 1
        # A common noun before a name is its title ("activist Sami Odeh"), a second one belongs to the content.
        if not joined or (name and before.pos == "NOUN" and parse.tokens[index].pos == "NOUN"):
            break
        index -= 1
    return index
