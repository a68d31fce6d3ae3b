"""Together: several who are enumerated as doing one thing ("Ghana, Peru and Norway met") are one actor with members.

A meeting of seven states would else be 42 pairs of states. Two who meet stay two: they are a pair.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from sayso.model import Actor, ActorKind, Attribution, Cast, Event, Mention, Parse, Span, Token
from sayso.naming.participants import mention_at
from sayso.naming.wordlists import words

# So many who act together are one actor; fewer are told one by one.
FEWEST = 3
BODIES: frozenset[ActorKind] = frozenset(
    {"state", "government_body", "igo", "party", "armed_group", "coalition", "military", "ngo"}
)
# Kinds that are a coalition where they act together; others who do are just several.
ALLIED: frozenset[ActorKind] = frozenset({"state", "government_body", "igo", "party", "armed_group", "coalition"})
# What all who are named do, whichever of them stands as subject and whichever after "with".
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
LISTING = re.compile(r"(?:[\s,;&]|\b(?:and|as well as|along with|together with|both|the)\b)+")
JOINING = re.compile(r"\band\b|&|\bas well as\b|\b(?:along|together) with\b")
LONGEST_ID = 96
# "The three countries", after three were enumerated.
COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
SEVERAL = words(
    "countries nations states powers governments leaders ministers sides parties groups signatories members allies "
    "presidents"
)


def together(
    cast: Cast, parse: Parse, events: Sequence[Event], attributions: Sequence[Attribution]
) -> tuple[Cast, tuple[Event, ...], tuple[Attribution, ...]]:
    """The cast with those who act together in an event as one actor with members; events and attributions in its light.

    The events have all of them as agents; who is enumerated there is no patient of what all do together, a meeting or an
    agreement. "The three countries" are the three that were enumerated last.
    """
    company = _Company(cast, parse)
    found = tuple(company.complete(event) for event in events)
    cast = company.cast()
    meant = _counted(cast, parse)
    spoken = tuple(
        msgspec.structs.replace(one, source_actor=meant.get(one.source_actor or "", one.source_actor))
        for one in attributions
    )
    return _renamed(cast, parse, meant) if meant else cast, found, spoken


def as_one(cast: Cast, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of actors, those of members left out where who they make up is there too, or is an actor of the cast."""
    wholes = [one for one in cast.actors if len(one.members) > 1 and one.registry is None]
    for one in sorted(wholes, key=lambda actor: -len(actor.members)):
        members = set(one.members)
        if one.id in ids:
            ids = tuple(id_ for id_ in ids if id_ not in members)
        elif len(members) >= FEWEST and members.issubset(ids):
            first = next(n for n, id_ in enumerate(ids) if id_ in members)
            ids = (*ids[:first], one.id, *(id_ for id_ in ids[first:] if id_ not in members))
    return ids


def company_of(members: Sequence[Actor], phrase: str, evidence: tuple[Span, ...], taken: Sequence[str]) -> Actor:
    """The actor that several make up. taken: ids that are not free; members: two or more, with ids of the same cast.

    Its id is made of theirs in alphabetical order, so that it is the same in every article.
    """
    wanted = "_".join(sorted(one.id for one in members))[:LONGEST_ID]
    id_, number = wanted, 2
    while id_ in taken:
        id_, number = f"{wanted}_{number}", number + 1
    sectors = {one.sector for one in members}
    return Actor(
        id_, "coalition" if all(one.kind in ALLIED for one in members) else "other", (phrase,),
        sector=sectors.pop() if len(sectors) == 1 else None,
        members=tuple(one.id for one in members), evidence=evidence,
    )  # fmt: skip


class _Company:
    """The actors of a document, and those that several of them make up."""

    def __init__(self, cast: Cast, parse: Parse) -> None:
        self._cast = cast
        self._parse = parse
        self._actors = {actor.id: actor for actor in cast.actors}
        self._joint = {frozenset(one.members): one.id for one in cast.actors if len(one.members) >= FEWEST}

    def cast(self) -> Cast:
        """The cast, with the actors that several make up."""
        return Cast(tuple(self._actors.values()), self._cast.mentions)

    def complete(self, event: Event) -> Event:
        """The event with all whom the text enumerates with one of its agents, for whom there is an actor from now on."""
        event = self._whole_names(self._without_members(event))
        for span in event.agent:
            listed = self._acting(event, span)
            if listed:
                self._add(listed)
                return self._with(event, listed)
        return event

    def _whole_names(self, event: Event) -> Event:
        """The event with names that go on after "and" told whole: "the Ministry of Health and Social Welfare"."""
        agents, patients = (
            tuple(dict.fromkeys(self._whole(span) for span in spans)) for spans in (event.agent, event.patient)
        )
        if (agents, patients) == (event.agent, event.patient):
            return event
        return msgspec.structs.replace(event, agent=agents, patient=patients)

    def _whole(self, span: Span) -> Span:
        root = self._parse.root_of(span)
        mention = mention_at(self._cast, root) if root is not None else None
        if mention is None or mention.kind != "name" or mention.span.start != span.start:
            return span
        more = self._parse.text[span.end : mention.span.end]
        return mention.span if mention.span.covers(span) and JOINING.search(more) else span

    def _without_members(self, event: Event) -> Event:
        """The event without spans that only name a member of a coalition, inside of the words that name the coalition."""
        spans = (*event.agent, *event.patient)
        roots = {span: self._parse.root_of(span) for span in spans}
        wholes = [mention_at(self._cast, root) for root in roots.values() if root is not None]
        covering = [
            one.span for one in wholes if one is not None and one.kind == "nominal" and self._actors[one.actor].members
        ]
        inner = {span for span in spans if any(one.covers(span) and one.start < span.start for one in covering)}
        if not inner:
            return event
        return msgspec.structs.replace(
            event,
            agent=tuple(span for span in event.agent if span not in inner),
            patient=tuple(span for span in event.patient if span not in inner),
        )

    def _acting(self, event: Event, span: Span) -> list[Mention]:
        """Who is enumerated with an agent and acts with it: three or more, or nobody."""
        root = self._parse.root_of(span)
        listed = enumeration(self._cast, self._parse, root) if root is not None else []
        if len({one.actor for one in listed}) < FEWEST:
            return []
        if event.type in MUTUAL:
            return listed
        apart = [self._parse.root_of(one) for one in event.patient]
        heads = {one.head.start for one in listed}
        against = any(one is not None and one.start in heads for one in apart)
        persons = any(self._actors[one.actor].kind not in BODIES for one in listed)
        return [] if against or persons or _between(self._parse, listed[0]) else listed

    def _add(self, listed: Sequence[Mention]) -> None:
        ids = tuple(dict.fromkeys(one.actor for one in listed))
        if frozenset(ids) not in self._joint:
            whole = Span(listed[0].span.start, listed[-1].span.end)
            made = company_of(
                [self._actors[id_] for id_ in ids], whole.words(self._parse.text), (whole,), tuple(self._actors)
            )
            self._actors[made.id] = made
            self._joint[frozenset(ids)] = made.id

    def _with(self, event: Event, listed: Sequence[Mention]) -> Event:
        heads = {one.head.start: one.span for one in listed}
        roots = {span: self._parse.root_of(span) for span in (*event.agent, *event.patient)}
        there = {root.start for span, root in roots.items() if root is not None and span in event.agent}
        added = [span for start, span in heads.items() if start not in there]
        agents = [*event.agent, *(span for span in added if not any(span.overlaps(one) for one in event.agent))]
        patients = [one for one in event.patient if (root := roots[one]) is None or root.start not in heads]
        return msgspec.structs.replace(event, agent=tuple(sorted(agents)), patient=tuple(patients))


def enumeration(cast: Cast, parse: Parse, head: Token) -> list[Mention]:
    """The mentions of a list that the one with this head stands in, in the order of the text; [] where it stands alone.

    All are bodies or all are persons; nothing but commas, articles and "and" stands between them, "and" at the end.
    """
    known = {actor.id: actor for actor in cast.actors}
    mention = mention_at(cast, head)
    if mention is None:
        return []
    top = head
    while (above := mention_at(cast, parse.head(top))) is not None and parse.head(top).i != top.i:
        if not _linked(top, above, mention, known):
            break
        top, mention = parse.head(top), above
    found = sorted(_below(cast, parse, top, mention, known), key=lambda one: one.head)
    found = [*_before(cast, parse, found[0], known), *found]
    gaps = []
    for n, (one, other) in enumerate(pairwise(found)):
        gap = parse.text[one.span.end : other.span.start]
        if one.span.end > other.span.start or not LISTING.fullmatch(gap):
            found = found[: n + 1]
            break
        gaps.append(gap)
    ended = next((n for n in reversed(range(len(gaps))) if JOINING.search(gaps[n])), -1)
    found = found[: ended + 2] if ended >= 0 else []
    return found if any(one.head == head.span for one in found) else []


def _below(cast: Cast, parse: Parse, top: Token, mention: Mention, known: dict[str, Actor]) -> Iterator[Mention]:
    yield mention
    for token in parse.dependents(top, "conj", "appos"):
        other = mention_at(cast, token)
        if other is not None and _linked(token, mention, other, known):
            yield from _below(cast, parse, token, other, known)


def _before(cast: Cast, parse: Parse, first: Mention, known: dict[str, Actor]) -> list[Mention]:
    """The state just before a list of states, which the parser takes for a place ("Norway, Ghana and Peru met")."""
    at = cast.mentions.index(first) - 1
    other = cast.mentions[at] if at >= 0 else None
    if other is None or not known[other.actor].kind == known[first.actor].kind == "state":
        return []
    lost = (root := parse.root_of(other.head)) is not None and root.dep in ("npadvmod", "dep", "nmod")
    return [other] if lost and parse.text[other.span.end : first.span.start].strip() == "," else []


def _linked(lower: Token, one: Mention, other: Mention, known: dict[str, Actor]) -> bool:
    """Are two mentions items of one list? The parser often takes the next name of a list for an apposition."""
    a, b = known[one.actor], known[other.actor]
    alike = (a.kind in BODIES and b.kind in BODIES) or a.kind == b.kind == "person"
    if lower.dep == "conj":
        return alike
    return lower.dep == "appos" and alike and a is not b and one.kind == other.kind == "name"


def _between(parse: Parse, first: Mention) -> bool:
    """Is the list whom something happens between ("clashes between the army, the police and the rebels")?"""
    root = parse.root_of(first.head)
    return root is not None and root.dep == "pobj" and parse.head(root).lemma in ("between", "among")


def _counted(cast: Cast, parse: Parse) -> dict[str, str]:
    """Whom "the three countries" are, by the id of the actor made of these words alone: the three enumerated last before."""
    joint = [one for one in cast.actors if len(one.members) >= FEWEST and one.registry is None and one.evidence]
    if not joint:
        return {}
    bound = {id_ for one in cast.actors for id_ in (one.id, one.part_of, *one.members) if one.members or id_ != one.id}
    found: dict[str, str] = {}
    for mention in cast.mentions:
        number = _number(mention, parse)
        fitting = [one for one in joint if len(one.members) == number and one.evidence[0].start < mention.span.start]
        if fitting and mention.actor not in bound:
            found.setdefault(mention.actor, max(fitting, key=lambda one: one.evidence[0].start).id)
    return found


def _renamed(cast: Cast, parse: Parse, meant: dict[str, str]) -> Cast:
    names: dict[str, dict[str, None]] = {}
    mentions = []
    for mention in cast.mentions:
        id_ = meant.get(mention.actor)
        if id_ is None:
            mentions.append(mention)
            continue
        if mention.kind != "pronoun":
            names.setdefault(id_, {}).setdefault(mention.span.words(parse.text))
        mentions.append(msgspec.structs.replace(mention, actor=id_, because="as many as were enumerated before"))
    actors = tuple(
        msgspec.structs.replace(one, names=tuple(dict.fromkeys((*one.names, *names.get(one.id, ())))))
        for one in cast.actors
        if one.id not in meant
    )
    return Cast(actors, tuple(mentions))


def _number(mention: Mention, parse: Parse) -> int | None:
    """Of how many "the three countries" speaks; None for other words."""
    spoken = mention.span.words(parse.text).lower().split()
    if mention.kind != "nominal" or len(spoken) != 3 or spoken[0] not in ("the", "these") or spoken[2] not in SEVERAL:
        return None
    return COUNTS.get(spoken[1])
