"""From the pieces that the stages found to claims: holder, actors, place, time and incident of every event."""

from collections.abc import Sequence
from functools import partial

import msgspec
from msgspec import Struct

from sayso.claiming.apart import among_their_own, sides_of
from sayso.claiming.codes import with_codes
from sayso.claiming.doers import with_doers
from sayso.claiming.holders import chain, holder_of
from sayso.claiming.pieces import Pieces
from sayso.claiming.plainly import attacks_of, told_plainly
from sayso.claiming.scene import Scene
from sayso.claiming.sharing import Scores, Tied, mates, pair_scores
from sayso.claiming.views import Viewer
from sayso.claiming.whens import Whens
from sayso.claiming.wheres import Wheres
from sayso.comparing import View, gather
from sayso.model import (
    Attribution,
    Claim,
    ClaimPlace,
    ClaimTime,
    Event,
    Span,
    Toponym,
)
from sayso.naming import actors_of, as_one
from sayso.resources.attachment import Weights, load_weights
from sayso.resources.codebook import Codebook


class ClaimWeights(Struct, frozen=True):
    """The weights that claiming chooses by.

    place, time: by an event's own words and the sentences before it; mates: how likely does one event tell of another,
    by what their own sentences say? place_shared, time_shared: in the light of where and when such mates are; agent: who
    did what an event's own words leave without a doer? incident: are two whole claims about one happening?
    """

    place: Weights
    time: Weights
    incident: Weights
    place_shared: Weights
    time_shared: Weights
    agent: Weights
    mates: Weights

    @classmethod
    def open(cls) -> "ClaimWeights":
        """Read the weights that ship with sayso."""
        names = ("place", "time", "incident", "place_shared", "time_shared", "agent", "mates")
        return cls(*(load_weights(name) for name in names))


class Look(Struct, frozen=True):
    """The claims of a document after a first look, each event taken by itself.

    claims, views: without place and time, and with those of their own sentences alone. ties: the place and time that each
    event's own words and the sentences before tell; places, times: the same as sites. wheres, whens: what they were
    chosen by.
    """

    claims: tuple[Claim, ...]
    views: tuple[View, ...]
    ties: tuple[tuple[ClaimPlace | None, ClaimTime | None], ...]
    places: tuple[Tied | None, ...]
    times: tuple[Tied | None, ...]
    wheres: Wheres
    whens: Whens


def make_claims(pieces: Pieces, weights: ClaimWeights, codebook: Codebook) -> tuple[Claim, ...]:
    """One claim for each event, in the order of the text."""
    look = first_look(pieces, weights.place, weights.time)
    scores = pair_scores(look.views, weights.mates)
    claims = _drafts(pieces, look, scores, weights, codebook)
    viewer = Viewer(pieces)
    numbers = gather([viewer.view(claim) for claim in claims], weights.incident)
    return tuple(
        msgspec.structs.replace(_second_look(claim, n, look, scores, weights), incident=f"i{numbers[n] + 1}")
        for n, claim in enumerate(claims)
    )


def draft_claims(pieces: Pieces, weights: ClaimWeights, codebook: Codebook) -> list[Claim]:
    """The claims before they are gathered into incidents, in the order of the text, with the ties of the first look."""
    look = first_look(pieces, weights.place, weights.time)
    return _drafts(pieces, look, pair_scores(look.views, weights.mates), weights, codebook)


def _drafts(pieces: Pieces, look: Look, scores: Scores, weights: ClaimWeights, codebook: Codebook) -> list[Claim]:
    claims = with_doers(
        look.views, scores, pieces.parse, pieces.cast, pieces.attributions, pieces.places, weights.agent
    )
    placed = (
        msgspec.structs.replace(claim, place=look.ties[n][0], time=look.ties[n][1]) for n, claim in enumerate(claims)
    )
    return list(with_codes(pieces.cast, placed, codebook))


def _second_look(claim: Claim, n: int, look: Look, scores: Scores, weights: ClaimWeights) -> Claim:
    """The claim with the place and time that are likeliest in the light of its mates."""
    where = look.wheres.of(claim.event, weights.place_shared, mates(scores[n], look.views, look.places, n))
    when = look.whens.of(claim.event, weights.time_shared, mates(scores[n], look.views, look.times, n))
    place, time = where.place if where is not None else None, when.time if when is not None else None
    unread = (("place", where is not None and where.inferred), ("time", time is not None and time.span is None))
    carried = tuple(field for field, inferred in unread if inferred)
    others = where.others if where is not None else ()
    return msgspec.structs.replace(claim, place=place, places=others, time=time, inferred=(*claim.inferred, *carried))


def first_look(pieces: Pieces, place: Weights, time: Weights) -> Look:
    """Holder and actors of every event, and the place and time that its own words and the sentences before tell."""
    document = pieces.document
    dateline = document.dateline.span if document.dateline is not None else None
    scene = Scene(pieces.parse, pieces.events, pieces.attributions)
    wheres = Wheres(pieces.parse, _of_events(pieces), dateline, pieces.cast, scene)
    whens = Whens(pieces.parse, pieces.times, dateline, document.published.date, scene)
    events = sorted(pieces.events, key=lambda event: (event.trigger, event.type))
    attacks = attacks_of(events, pieces.parse)
    claims = tuple(_claim(f"e{n}", event, pieces, attacks) for n, event in enumerate(events, 1))
    viewer = Viewer(pieces)
    views, ties, places, times = [], [], [], []
    for claim in claims:
        where, when = wheres.of(claim.event, place), whens.of(claim.event, time)
        views.append(
            viewer.view(
                msgspec.structs.replace(
                    claim,
                    place=where.place if where is not None and where.place.span is not None else None,
                    time=when.time if when is not None and when.time.span is not None else None,
                )
            )
        )
        ties.append((where.place if where is not None else None, when.time if when is not None else None))
        places.append(None if where is None else Tied(where.site, where.share, where.place.span is not None))
        dated = when is not None and when.time.edtf is not None
        times.append(Tied(when.site, when.share, when.time.span is not None) if when is not None and dated else None)
    return Look(claims, tuple(views), tuple(ties), tuple(places), tuple(times), wheres, whens)


def _claim(name: str, event: Event, pieces: Pieces, attacks: frozenset[int]) -> Claim:
    """The claim with its holder and actors, without place, time and incident. attacks: the tokens that tell of attacks."""
    holder = holder_of(event.trigger, pieces.attributions, pieces.parse)
    own = pieces.parse.sentence_at(event.trigger)
    event = told_plainly(event, pieces.parse, pieces.cast, attacks)
    sides = among_their_own(sides_of(event, pieces.parse, partial(_actors, pieces)), pieces.parse, pieces.cast)
    inferred = [
        role
        for role, spans in (("agent", sides.event.agent), ("patient", sides.event.patient))
        if spans and own is not None and not any(own.span.covers(span) for span in spans)
    ]
    return Claim(
        id=name,
        event=_held(sides.event, chain(holder, pieces.attributions)),
        holder=holder.id if holder is not None else None,
        agent_actor=sides.agents,
        patient_actor=sides.patients,
        inferred=tuple(inferred),
    )


def _actors(pieces: Pieces, spans: Sequence[Span]) -> tuple[str, ...]:
    """The actors that the spans name; a town that the registry does not know as anyone's seat is a place alone.

    What is made to speak ("the statement also called on the mayor") is whoever speaks by it.
    """
    found: dict[str, None] = {}
    for span in spans:
        actors = actors_of(pieces.cast, pieces.parse, (span,)) or _speaking(pieces, span)
        root = pieces.parse.root_of(span)
        known = any(actor.registry is not None for actor in pieces.cast.actors if actor.id in actors)
        if actors and root is not None and not known and _is_town(pieces, root.span):
            continue
        found.update(dict.fromkeys(actors))
    return as_one(pieces.cast, tuple(found))


def _speaking(pieces: Pieces, span: Span) -> tuple[str, ...]:
    return tuple(
        one.source_actor for one in pieces.attributions if one.source_actor is not None and one.source == (span,)
    )[:1]


def _is_town(pieces: Pieces, word: Span) -> bool:
    return any(
        one.span.covers(word) and one.place is not None and one.place.kind != "country" and not one.demonym
        for one in pieces.places
    )


def _of_events(pieces: Pieces) -> tuple[Toponym, ...]:
    """The toponyms without those that only tell where a source is: "a monitor based in Britain said"."""
    sources = [span for one in pieces.attributions for span in one.source]
    return tuple(one for one in pieces.places if not any(span.covers(one.span) for span in sources))


def _held(event: Event, holders: list[Attribution]) -> Event:
    """The event's confidence falls with that of its holder's attribution."""
    if not holders:
        return event
    return msgspec.structs.replace(event, confidence=round(event.confidence * holders[0].confidence, 3))
