"""Apart: who does a thing and whom it is done to are not one actor.

Where both come out as one, some words were read wrongly: a pronoun was tied to the wrong one, or a phrase was taken for
both. Deeds on oneself ("shot himself") have no patient before they come here.
"""

from collections.abc import Callable, Sequence

import msgspec

from sayso.comparing.view import ORGANS
from sayso.model import Cast, Event, Parse, Span

Actors = Callable[[Sequence[Span]], tuple[str, ...]]


class Sides(msgspec.Struct, frozen=True):
    """An event with the actors that do it and those it is done to."""

    event: Event
    agents: tuple[str, ...]
    patients: tuple[str, ...]


def sides_of(event: Event, parse: Parse, actors: Actors) -> Sides:
    """The event and its actors, none of them on both sides. actors: whom spans name, as ids."""
    agents, patients = actors(event.agent), actors(event.patient)
    shared = set(agents) & set(patients)
    if not shared:
        return Sides(event, agents, patients)
    others = tuple(one for one in agents if one not in shared)
    if (
        others and event.type != "AGREE"
    ):  # "the schools and pupils told the pupils": one of several is whom it is done to
        kept = tuple(span for span in event.agent if not shared.issuperset(actors((span,)) or ("",)))
        return Sides(msgspec.structs.replace(event, agent=kept), others, patients)
    if _by_pronoun(event.agent, shared, parse, actors) and not _by_pronoun(event.patient, shared, parse, actors):
        return Sides(event, others, patients)
    words = {span.words(parse.text).casefold() for span in event.agent}
    kept = tuple(span for span in event.patient if span.words(parse.text).casefold() not in words)
    return Sides(
        msgspec.structs.replace(event, patient=kept), agents, tuple(one for one in patients if one not in shared)
    )


def among_their_own(sides: Sides, parse: Parse, cast: Cast) -> Sides:
    """The sides without doers who would act against their own: forces that attack forces of their state, a state that protests.

    A pronoun that comes out as the army which is attacked stands for another; the protests that a government quelled are
    not its own.
    """
    event, kinds = sides.event, {one.id: one for one in cast.actors}
    doers, harmed = ([kinds[one] for one in ids if one in kinds] for ids in (sides.agents, sides.patients))
    trigger = parse.root_of(event.trigger)
    if event.type == "PROTEST" and trigger is not None and trigger.tag == "NNS" and doers:
        own = all(one.kind in ORGANS and one.registry is not None for one in doers)
        return Sides(msgspec.structs.replace(event, agent=()), (), sides.patients) if own else sides
    if event.type != "ASSAULT" or not doers or not all(one.kind in ORGANS for one in (*doers, *harmed)):
        return sides
    heads = [parse.root_of(span) for span in event.agent]
    by_pronoun = bool(heads) and all(head is not None and head.pos == "PRON" for head in heads)
    if by_pronoun and {one.country for one in doers} & {one.country for one in harmed} - {None}:
        return Sides(msgspec.structs.replace(event, agent=()), (), sides.patients)
    return sides


def _by_pronoun(spans: Sequence[Span], shared: set[str], parse: Parse, actors: Actors) -> bool:
    """Do pronouns alone tell the shared actors?"""
    heads = [parse.root_of(span) for span in spans if shared.intersection(actors((span,)))]
    return bool(heads) and all(head is not None and head.pos == "PRON" for head in heads)
