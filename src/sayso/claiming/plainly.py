"""Plainly: an event without words that name someone who has another part in the sentence than the one they were read in."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

import msgspec

from sayso.claiming.another_part import (
    OF_DEEDS,
    SUBJECTS,
    is_answered,
    is_asked,
    is_beside_what_goes_off,
    is_had_by,
    is_in_clause_of_place,
    is_of_an_attack,
    is_of_something_else,
    is_of_the_wish,
    is_settled_by,
    is_told_of,
    is_where,
    is_whom_it_is_done_to,
)
from sayso.comparing.view import ORGANS
from sayso.model import Cast, Event, Parse, Span, Token
from sayso.naming.participants import mention_at


def attacks_of(events: Iterable[Event], parse: Parse) -> frozenset[int]:
    """The tokens that tell of attacks."""
    heads = (parse.root_of(event.trigger) for event in events if event.type == "ASSAULT")
    return frozenset(head.i for head in heads if head is not None)


def told_plainly(event: Event, parse: Parse, cast: Cast, attacks: AbstractSet[int] = frozenset()) -> Event:
    """The event without the words that were read as its doer, or as whom it is done to, and have another part in the sentence.

    attacks: the tokens that tell of attacks.
    """
    trigger = parse.root_of(event.trigger)
    if trigger is None:
        return event
    agents, patients = [], []
    for span in event.agent:
        head = parse.root_of(span)
        if head is not None and not (
            _is_no_doer(event, parse, trigger, head) or _is_elsewhere(event, parse, cast, span)
        ):
            agents.append(span)
    for span in event.patient:
        head = parse.root_of(span)
        other = event.type != "ASSAULT" and head is not None and is_of_an_attack(parse, trigger, head, attacks)
        if not (_is_elsewhere(event, parse, cast, span) or (other and _is_state(cast, head))):
            patients.append(span)
    if is_asked(parse, trigger):
        agents = []
    agents = _named_with_it(parse, trigger, agents)
    if (tuple(agents), tuple(patients)) == (event.agent, event.patient):
        return event
    return msgspec.structs.replace(event, agent=tuple(agents), patient=tuple(patients))


def _named_with_it(parse: Parse, trigger: Token, agents: list[Span]) -> list[Span]:
    """The doers without subjects elsewhere, where the deed's own noun names its doer ("struck back after attacks by rebels")."""
    below = {one.i for one in parse.subtree(trigger)}
    heads = {span: parse.root_of(span) for span in agents}
    backers = [span for span, head in heads.items() if head is not None and head.i == trigger.i - 2]
    if backers and parse.tokens[trigger.i - 1].text == "-":
        return backers  # "Peruvian-backed"
    own = [
        span
        for span, head in heads.items()
        if head is not None and (by := parse.head(parse.first_joined(head))).lemma == "by" and by.head == trigger.i
    ]
    if not own or trigger.pos not in ("NOUN", "PROPN"):
        return agents
    return [
        span
        for span, head in heads.items()
        if span in own or head is None or head.i in below or parse.first_joined(head).dep not in SUBJECTS
    ]


def _is_no_doer(event: Event, parse: Parse, trigger: Token, head: Token) -> bool:
    if event.type == "ASSAULT" and is_settled_by(parse, trigger, head):
        return True
    return any(rule(parse, trigger, head) for rule in NO_DOERS)


NO_DOERS: Final = (
    is_told_of,
    is_answered,
    is_had_by,
    is_beside_what_goes_off,
    is_whom_it_is_done_to,
    is_in_clause_of_place,
    is_of_the_wish,
)


def _is_elsewhere(event: Event, parse: Parse, cast: Cast, span: Span) -> bool:
    trigger, head = parse.root_of(event.trigger), parse.root_of(span)
    if trigger is None or head is None:
        return False
    mention = mention_at(cast, head)
    actor = cast.actor(mention.actor) if mention is not None else None
    if mention is None or actor is None or actor.kind not in ORGANS:
        return False
    if span in event.patient and event.type not in OF_DEEDS and head.dep == "pobj" and parse.head(head).dep == "agent":
        return True  # who does something else ("discussed a treaty signed by Peru")
    if actor.kind != "state":
        return False
    if is_of_something_else(parse, event, head):
        return True
    return mention.kind == "name" and is_where(parse, trigger, head)


def _is_state(cast: Cast, head: Token | None) -> bool:
    mention = mention_at(cast, head) if head is not None else None
    actor = cast.actor(mention.actor) if mention is not None else None
    return actor is not None and actor.kind == "state"
