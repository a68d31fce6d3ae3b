"""Apart: who does a thing and whom it is done to are not one actor.

Where both come out as one, some words were read wrongly: a pronoun was tied to the wrong one, or a phrase was taken for
both. Deeds on oneself ("shot himself") have no patient before they come here.
"""

from collections.abc import Callable, Sequence

import msgspec

from sayso.model import Event, Parse, Span

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


def _by_pronoun(spans: Sequence[Span], shared: set[str], parse: Parse, actors: Actors) -> bool:
    """Do pronouns alone tell the shared actors?"""
    heads = [parse.root_of(span) for span in spans if shared.intersection(actors((span,)))]
    return bool(heads) and all(head is not None and head.pos == "PRON" for head in heads)
