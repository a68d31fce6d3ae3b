"""How an event and a place or time of the same article stand to each other, as names of binary features."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.claiming.scene import Scene
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


def relation(parse: Parse, event: Event, trigger: Token, site: Site, scene: Scene) -> Iterator[str]:
    """Features of an event and a site in the same sentence."""
    yield from _company(event, trigger, site, scene)
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
    yield f"prep={preposition},{site.kind}"
    for role, spans in (("agent", event.agent), ("patient", event.patient)):
        if any(span.covers(site.span) for span in spans):
            yield f"in-{role}"
            yield f"in-{role},{event.type}"
            yield f"in-{role},{site.kind}"


def hangs_on(scene: Scene, trigger: Token, site: Token) -> str:
    """What a place or time hangs on: the event itself, another one, a word of saying, a noun, or else."""
    governor = scene.governor(site)
    if governor.i == trigger.i:
        return "event"
    if scene.is_trigger(governor):
        return "other"
    if scene.is_cue(governor):
        return "cue"
    return "noun" if governor.pos in ("NOUN", "PROPN") else "word"


def _company(event: Event, trigger: Token, site: Site, scene: Scene) -> Iterator[str]:
    """What the site hangs on, whose words it stands in, and whether another event is nearer."""
    hangs, nearer = hangs_on(scene, trigger, site.root), scene.nearer(trigger, site.root)
    if hangs == "cue":
        governor = scene.governor(site.root)
        between = site.root.i < trigger.i < governor.i or governor.i < trigger.i < site.root.i
        hangs = "cue-beyond" if between else hangs
    yield f"on={hangs}"
    yield f"nearer={nearer}"
    yield f"on={hangs},nearer={nearer}"
    mine, its = scene.holder(event.trigger), scene.holder(site.span)
    voice = "same" if mine == its else "outside" if its is None else "inside" if mine is None else "other"
    yield f"voice={voice}"
    yield f"voice={voice},on={hangs}"
