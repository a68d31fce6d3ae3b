"""Implied: the doers that an event's own words leave out and its context names.

"The attack" is by whoever was just said to attack; protests are by the protesters; people are arrested by the police
that the text speaks of. What is implied is no evidence: the claim that takes it must say that it was inferred.
"""

from sayso.model import Actor, Cast, Event, Parse, Token

# How far back, in characters, the mention that tells the doer may stand: of the same word or a definite one ("the
# attack") further than of any event of the same type. Chosen on articles annotated for training.
NEAR = 200
FAR = 1_500
STEM = 4  # letters by which "shelled" and "shelling" are the same word
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def implied_agents(
    cast: Cast, parse: Parse, events: tuple[Event, ...], agents: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """For each event the ids of the actors that its context implies as doers; () where its words name one already.

    events: in the order of the text; agents: the actors that their own agent spans name, one tuple an event.
    """
    crowd, police = _most_named(cast, "crowd"), _most_named(cast, "police")
    implied: list[tuple[str, ...]] = []
    known: list[tuple[str, ...]] = []
    for i, event in enumerate(events):
        if agents[i] or event.agent:
            implied.append(())
            known.append(agents[i])
            continue
        found = _carried(parse, events[:i], known, event)
        if not found and event.type == "PROTEST" and crowd is not None:
            found = (crowd,)
        if not found and event.mode == "arrest" and police is not None:
            found = (police,)
        implied.append(found)
        known.append(found)
    return tuple(implied)


def _carried(parse: Parse, before: tuple[Event, ...], agents: list[tuple[str, ...]], event: Event) -> tuple[str, ...]:
    """The doers of the last event of the same type that is near enough to be the same happening."""
    head = parse.root_of(event.trigger)
    pointing = head is not None and definite(parse, head)
    for earlier, doers in zip(reversed(before), reversed(agents), strict=True):
        gap = event.trigger.start - earlier.trigger.start
        if gap > FAR:
            break
        if earlier.type != event.type or not doers:
            continue
        if gap <= NEAR or pointing or stem(parse, earlier) == stem(parse, event):
            return doers
    return ()


def definite(parse: Parse, head: Token) -> bool:
    """Does the trigger point back ("the attack", "these strikes")?"""
    return any(token.lemma in DEFINITE for token in parse.dependents(head, "det"))


def stem(parse: Parse, event: Event) -> str:
    """The first letters of the trigger."""
    return event.trigger.words(parse.text)[:STEM].lower()


def _most_named(cast: Cast, kind: str) -> str | None:
    """The actor of a kind that the text names most, the first of several; None without any."""
    counts: dict[str, int] = {}
    for mention in cast.mentions:
        counts[mention.actor] = counts.get(mention.actor, 0) + 1
    best: Actor | None = None
    for actor in cast.actors:
        if actor.kind == kind and (best is None or counts.get(actor.id, 0) > counts.get(best.id, 0)):
            best = actor
    return best.id if best is not None else None
