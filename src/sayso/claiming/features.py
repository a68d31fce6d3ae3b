"""How an event and a place or time of the same article stand to each other, as names of binary features."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.model import Event, Parse, Span, Token

# Deeds happen somewhere and some day; words are less often tied to a place.
VERBAL = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})
CLAUSE = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"})
NEAR_TOKENS = (2, 5, 10, 20)


# The opening of a report, in sentences, tells where and when its main happening was.
OPENING = 2


class Site(Struct, frozen=True):
    """A place or time that an event may be tied to: its span and head word, its kind and whatever else marks it."""

    span: Span
    root: Token
    kind: str
    left_out: bool = False
    marks: tuple[str, ...] = ()


def bucket(number: float, edges: tuple[float, ...]) -> str:
    """The first edge that number does not exceed, as text; "+" beyond the last."""
    return next((str(edge) for edge in edges if number <= edge), "+")


def opening_of(parse: Parse) -> frozenset[int]:
    """The indices of the sentences with which the report opens."""
    return frozenset([sentence.i for sentence in parse.sentences if not sentence.left_out][:OPENING])


def clause_of(parse: Parse, token: Token) -> Token:
    """The head of the clause that the token stands in: the nearest verb at or above it, else the root."""
    found = token
    for found in (token, *parse.ancestors(token)):
        if found.pos in ("VERB", "AUX") and found.dep in CLAUSE:
            return found
    return found


def preposition_of(parse: Parse, token: Token) -> str:
    """The preposition that governs a word's phrase, "" for none."""
    head = parse.head(token)
    while token.dep in ("compound", "conj", "appos", "nmod", "amod", "poss") and head is not token:
        token, head = head, parse.head(head)
    return head.lemma if token.dep in ("pobj", "pcomp") or head.pos == "ADP" else ""


def relation(parse: Parse, event: Event, trigger: Token, site: Site) -> Iterator[str]:
    """Features of an event and a site in the same sentence."""
    above = [token.i for token in parse.ancestors(site.root)]
    clause = clause_of(parse, trigger)
    steps = above.index(trigger.i) + 1 if trigger.i in above else 0
    yield f"under={bucket(steps, (0, 1, 2, 3, 4))}"
    if site.root.i in {token.i for token in parse.ancestors(trigger)}:
        yield "over"
    if clause_of(parse, site.root).i == clause.i:
        yield "clause"
    elif clause.i in above:
        yield "below-clause"
    preposition = preposition_of(parse, site.root)
    yield f"prep={preposition}"
    yield f"prep={preposition},under={min(steps, 3)}"
    yield f"dep={site.root.dep}"
    gap = site.root.i - trigger.i
    yield f"gap={'after' if gap > 0 else 'before'}{bucket(abs(gap), NEAR_TOKENS)}"
    if any(span.covers(site.span) for span in event.agent):
        yield "in-agent"
    if any(span.covers(site.span) for span in event.patient):
        yield "in-patient"
