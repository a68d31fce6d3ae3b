"""Short: what a text of a sentence or two tells, which somebody gives for what passes in it between two sides.

An article says at length who did what; a sentence by itself must do with what it has. So its participants need be less
likely, a pronoun stands for whom the sentence names, who meet or agree are each other's other side, and where nothing sure
passes between two sides, the likeliest that may do is told. Of several deeds of one side towards another, one within the
other ("threatened to shell", "lifted the ban"), the one is told that marked sentences would have.
"""

import math
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import msgspec

from sayso.coding.antecedents import with_names
from sayso.coding.pairs import YIELDING, shares_between
from sayso.coding.participants import Bars, Opinion
from sayso.coding.stage import LEAST, find_events
from sayso.model import Attribution, Cast, Document, Event, EventType, Parse, Span, TriggerTag
from sayso.resources.codebook import Lexicon

SHORT_BARS: Final = Bars(agent=0.2, patient=0.15, more=0.35, more_agents=0.35, named=0.15, first=True)
"""Chosen over five folds of marked sentences, and so that sentences of articles lose little."""
# What two do together.
MUTUAL: Final = frozenset({"CONSULT", "AGREE", "COOPERATE"})
TWO: Final = 2
# An event that is less likely is never told; one that is likelier had its type in half of the marked sentences.
FLOOR: Final = 0.3
OBSERVED: Final = 0.5
WITHIN: Final = frozenset({"in", "at", "near", "around", "outside", "inside"})
NAMES: Final = frozenset({"PERSON", "NORP", "GPE", "ORG", "LOC"})


def find_events_of_short(
    document: Document,
    parse: Parse,
    cast: Cast,
    attributions: Sequence[Attribution],
    lexicon: Lexicon,
    triggers: Sequence[TriggerTag],
    least: float = LEAST,
    towns: Collection[Span] = (),
    opinion: Opinion | None = None,
) -> tuple[Event, ...]:
    """The events of a text that is too short to have a subject (`is_short`); the arguments as those of `find_events`.

    cast: who is in the document, by which pronouns are told apart. towns: names of towns, buildings and the like, which
    no deed is done to where they only tell its place.
    """

    def found(likely: float) -> list[Event]:
        some = find_events(document, parse, attributions, lexicon, triggers, likely, SHORT_BARS, opinion)
        return [_mutual(with_names(_without_towns(one, parse, towns), parse, cast), parse) for one in some]

    told = found(least)
    if FLOOR < least <= OBSERVED and not any(_has_sides(one) for one in told):
        told = sorted((*told, *_likeliest(found(FLOOR), least, parse)), key=lambda one: one.trigger)
    return tuple(_without_lesser(told, parse, lexicon))


def _without_towns(event: Event, parse: Parse, towns: Collection[Span]) -> Event:
    """The event without patients that only tell the town where it was: "went on strike in Odessa"; a state may be meant."""
    kept = tuple(span for span in event.patient if not _only_where(span, parse, towns))
    return event if len(kept) == len(event.patient) else msgspec.structs.replace(event, patient=kept)


def _only_where(span: Span, parse: Parse, towns: Collection[Span]) -> bool:
    root = parse.root_of(span)
    if root is None or root.dep != "pobj" or parse.head(root).lemma not in WITHIN:
        return False
    return any(town.covers(root.span) for town in towns)


def _has_sides(event: Event) -> bool:
    return bool(event.agent and event.patient)


def _likeliest(found: Sequence[Event], least: float, parse: Parse) -> Iterator[Event]:
    """The likeliest event that is not sure and has two sides, one of them named; its confidence as observed."""
    some = [one for one in found if one.confidence < least and _has_sides(one) and _is_named(one, parse)]
    if some:
        best = max(some, key=lambda one: (one.confidence, one.trigger))
        yield msgspec.structs.replace(best, confidence=OBSERVED)


def _is_named(event: Event, parse: Parse) -> bool:
    words = (token for span in (*event.agent, *event.patient) for token in parse.within(span))
    return any(token.pos == "PROPN" or token.name in NAMES for token in words)


def _mutual(event: Event, parse: Parse) -> Event:
    """The event of whom the first of two meets or agrees with the second: "Ghana and Norway agreed"."""
    if event.type not in MUTUAL or len(event.agent) != TWO:
        return event
    other = event.agent[1]
    root = parse.root_of(other)
    if root is None or root.dep != "conj" or any(other.overlaps(one) for one in event.patient):
        return event
    return msgspec.structs.replace(event, agent=event.agent[:1], patient=tuple(sorted((*event.patient, other))))


def _without_lesser(events: Sequence[Event], parse: Parse, lexicon: Lexicon) -> list[Event]:
    """The events without those that pass between the same two sides as a likelier one of another type.

    Deeds that are joined by "and" are told both.
    """
    known = frozenset(lexicon.pairs.labels) | {"RETREAT"}
    between: dict[tuple[Span, Span], list[Event]] = {}
    for one in events:
        if one.type in known:
            for sides in ((agent, patient) for agent in one.agent for patient in one.patient):
                between.setdefault(sides, []).append(one)
    lesser: set[Span] = set()
    for (source, target), some in between.items():
        if len({_merged(one.type) for one in some}) < TWO:
            continue
        shares = shares_between(parse, source, target, lexicon)
        chances = {one.trigger: math.log(one.confidence) + math.log(shares[one.type]) for one in some}
        lesser.update(
            one.trigger
            for one in some
            if any(chances[other.trigger] > chances[one.trigger] and _rivals(one, other, parse) for other in some)
        )
    return [one for one in events if one.trigger not in lesser]


def _rivals(one: Event, other: Event, parse: Parse) -> bool:
    """Are two events of two types, and not joined by "and"?"""
    tops = [parse.first_joined(root).i for event in (one, other) if (root := parse.root_of(event.trigger)) is not None]
    return _merged(one.type) != _merged(other.type) and (len(tops) < TWO or tops[0] != tops[1])


def _merged(type: EventType) -> EventType:  # noqa: A002  # the noun's own field name
    """The type, the two ways of yielding as one."""
    return YIELDING if type == "RETREAT" else type
