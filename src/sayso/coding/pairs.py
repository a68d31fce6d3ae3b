"""Pairs: of which type is the event between two marked phrases of a sentence?

For who is told already who acts and who is acted upon, such as the coder of a corpus with marked actors. Trained weights
over the words between and around the two, the route through the syntax and the senses that the lexicon knows decide, with the word of an encoder.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sayso.coding.candidates import Candidate, candidates, strength
from sayso.coding.hints import NO_HINTS
from sayso.model import EventType, Parse, Span, Token
from sayso.resources.codebook import Lexicon

# Names of these kinds are told by their kind, since who it is says nothing of what was done.
MASKED = frozenset({"PERSON", "GPE", "ORG", "DATE", "CARDINAL"})
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
# The sentences learned from have CONCEDE and RETREAT as one type; which of the two it is, is left to the lexicon.
YIELDING: EventType = "CONCEDE"


class Pair(Struct, frozen=True):
    """Two marked phrases of a text, and how the syntax joins them.

    source, target: the phrases; None where one was not marked. heads: the token that governs each, where there is one.
    route: indices of the tokens on the way from head to head. top: where the way turns down again; None without two heads.
    between: the characters between the two phrases, the whole text where one is not marked.
    """

    source: Span | None
    target: Span | None
    heads: tuple[Token | None, Token | None]
    route: frozenset[int]
    top: Token | None
    between: tuple[int, int]


def pair_of(parse: Parse, source: Span | None, target: Span | None) -> Pair:
    """The marked phrases of a parsed text."""
    heads = tuple(parse.root_of(span) if span is not None else None for span in (source, target))
    ways = [[head.i, *(one.i for one in parse.ancestors(head))] for head in heads if head is not None]
    top = next((i for i in ways[0] if i in ways[1]), None) if len(ways) == 2 else None
    if len(ways) == 2:
        route = frozenset(i for way in ways for i in (way[: way.index(top) + 1] if top is not None else ()))
    else:
        route = frozenset(i for way in ways for i in way)
    between = (0, len(parse.text))
    if source is not None and target is not None:
        between = (min(source.end, target.end), max(source.start, target.start))
    return Pair(source, target, (heads[0], heads[1]), route, parse.tokens[top] if top is not None else None, between)


def pair_features(parse: Parse, pair: Pair, lexicon: Lexicon) -> list[str]:
    """Names of the features of a pair, for the weights of pairs; each once, in a fixed order."""
    found = {
        *_words(parse, pair),
        *_turn(parse, pair),
        *_end("s", pair.source, pair.heads[0], parse, lexicon),
        *_end("t", pair.target, pair.heads[1], parse, lexicon),
        *_senses(parse, pair, lexicon),
    }
    return sorted(found)


def type_between(
    parse: Parse, source: Span | None, target: Span | None, lexicon: Lexicon, scores: Mapping[str, float]
) -> EventType:
    """The likeliest type of the event between two marked phrases of a sentence.

    scores: what an encoder says of the types in this sentence (`PairScorer.scores`).
    """
    weights = lexicon.pairs
    features = pair_features(parse, pair_of(parse, source, target), lexicon)
    shares = weights.shares(features, [scores[name] for name in weights.labels])
    best = max(zip(shares, weights.labels, strict=True))[1]
    return way_of_yielding(parse, lexicon) if best == YIELDING else best


def shares_between(parse: Parse, source: Span, target: Span, lexicon: Lexicon) -> dict[EventType, float]:
    """How likely each type is of the event between two phrases of a sentence, by the parse and the lexicon alone.

    The two ways of yielding have one share.
    """
    weights = lexicon.pairs
    features = pair_features(parse, pair_of(parse, source, target), lexicon)
    found = dict(zip(weights.labels, weights.shares(features, [0.0] * len(weights.labels)), strict=True))
    return {**found, "RETREAT": found[YIELDING]}


def way_of_yielding(parse: Parse, lexicon: Lexicon) -> EventType:
    """RETREAT where the lexicon sees rather that in the sentence's words, CONCEDE otherwise."""
    leaning = {YIELDING: 0.0, "RETREAT": 0.0}
    for sentence in parse.sentences:
        for one in candidates(parse, sentence, lexicon, NO_HINTS):
            for name in leaning.keys() & one.senses.keys():
                leaning[name] = max(leaning[name], strength(one.senses[name]))
    return "RETREAT" if leaning["RETREAT"] > leaning[YIELDING] else YIELDING


def _words(parse: Parse, pair: Pair) -> Iterator[str]:
    """The words of the text outside of the two phrases, and again those on the route, beside it, and between."""
    for token in parse.tokens:
        if token.pos in ("PUNCT", "SPACE") or _inside(token, pair):
            continue
        word = token.lemma if token.name not in MASKED else f"<{token.name}>"
        yield f"word={word}"
        if token.i in pair.route:
            yield f"route={word}"
        elif token.pos in CONTENT and token.head in pair.route:
            yield f"beside={word}"
        if pair.between[0] <= token.start < pair.between[1]:
            yield f"between={word}"


def _inside(token: Token, pair: Pair) -> bool:
    return any(span is not None and span.overlaps(token.span) for span in (pair.source, pair.target))


def _turn(parse: Parse, pair: Pair) -> Iterator[str]:
    """The word under which both phrases hang, and which phrase comes first."""
    if pair.top is not None:
        yield f"top={pair.top.lemma}"
        yield f"top@{pair.top.pos}"
        if any(parse.dependents(pair.top, "neg")):
            yield "neg"
    if pair.source is not None and pair.target is not None:
        yield f"first={pair.source.start < pair.target.start}"


def _end(side: str, span: Span | None, head: Token | None, parse: Parse, lexicon: Lexicon) -> Iterator[str]:
    """How a phrase hangs in the sentence, and who it is."""
    if span is None or head is None:
        yield f"{side}=0"
        return
    above = parse.head(head)
    yield f"{side}dep={head.dep}"
    yield f"{side}gov={above.lemma}"
    if head.dep == "pobj":
        yield f"{side}prep={above.lemma}"
        yield f"{side}prep={above.lemma}:{parse.head(above).lemma}"
    for name in {token.name for token in parse.within(span) if token.name}:
        yield f"{side}@{name}"
    for name in lexicon.class_of.get(head.lemma, ()):
        yield f"{side}@{name}"


def _senses(parse: Parse, pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """What the lexicon knows of the words: where they stand, and whether the two phrases take part."""
    for sentence in parse.sentences:
        for one in candidates(parse, sentence, lexicon, NO_HINTS):
            best = next(iter(one.senses))
            where = _where(one.token, pair)
            yield f"sense={one.word}:{where}"
            yield f"lex={best}:{where}"
            yield from (f"any={kind}" for kind in one.senses)
            taking_part = _takes_part(pair.source, one.frame.agents) + _takes_part(pair.target, _acted_upon(one))
            if taking_part:
                yield f"fits={best}:{taking_part}"


def _where(token: Token, pair: Pair) -> str:
    if token.i in pair.route:
        return "route"
    return "between" if pair.between[0] <= token.start < pair.between[1] else "outside"


def _acted_upon(one: Candidate) -> list[Token]:
    return [*one.frame.patients, *(head for heads in one.frame.preps.values() for head in heads)]


def _takes_part(span: Span | None, heads: Sequence[Token]) -> int:
    return int(span is not None and any(span.covers(head.span) for head in heads))
