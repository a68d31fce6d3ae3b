"""From the pieces that the stages found to claims: holder, actors, place, time and incident of every event."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from sayso.claiming.codes import with_codes
from sayso.claiming.holders import chain, holder_of
from sayso.claiming.views import Viewer
from sayso.claiming.whens import Whens
from sayso.claiming.wheres import Wheres
from sayso.comparing import gather
from sayso.model import Attribution, Cast, Claim, ClaimTime, Document, Event, Parse, TimeExpression, Toponym
from sayso.naming import actors_of, implied_agents
from sayso.resources.attachment import Weights, load_weights
from sayso.resources.codebook import Codebook


class ClaimWeights(Struct, frozen=True):
    """The weights that claiming chooses by."""

    place: Weights
    time: Weights
    incident: Weights

    @classmethod
    def open(cls) -> "ClaimWeights":
        """Read the weights that ship with sayso."""
        return cls(load_weights("place"), load_weights("time"), load_weights("incident"))


class Pieces(Struct, frozen=True):
    """What the stages found in one document, ready to be put together."""

    document: Document
    parse: Parse
    cast: Cast
    places: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]


def make_claims(pieces: Pieces, weights: ClaimWeights, codebook: Codebook) -> tuple[Claim, ...]:
    """One claim for each event, in the order of the text."""
    claims = draft_claims(pieces, weights, codebook)
    viewer = Viewer(pieces)
    numbers = gather([viewer.view(claim) for claim in claims], weights.incident)
    claims = [
        msgspec.structs.replace(claim, incident=f"i{number + 1}") for claim, number in zip(claims, numbers, strict=True)
    ]
    return tuple(_dated_by_incident(claims))


def draft_claims(pieces: Pieces, weights: ClaimWeights, codebook: Codebook) -> list[Claim]:
    """The claims before they are gathered into incidents, in the order of the text."""
    dateline = pieces.document.dateline.span if pieces.document.dateline is not None else None
    wheres = Wheres(pieces.parse, pieces.places, dateline)
    whens = Whens(pieces.parse, pieces.times, dateline)
    events = sorted(pieces.events, key=lambda event: (event.trigger, event.type))
    claims = [_claim(f"e{n}", event, pieces, wheres, whens, weights) for n, event in enumerate(events, 1)]
    return list(with_codes(pieces.cast, _with_implied_agents(pieces, claims), codebook))


def _claim(name: str, event: Event, pieces: Pieces, wheres: Wheres, whens: Whens, weights: ClaimWeights) -> Claim:
    holder = holder_of(event.trigger, pieces.attributions)
    place, places = wheres.of(event, weights.place)
    time = whens.of(event, weights.time)
    own = pieces.parse.sentence_at(event.trigger)
    inferred = [
        role
        for role, spans in (("agent", event.agent), ("patient", event.patient))
        if spans and own is not None and not any(own.span.covers(span) for span in spans)
    ]
    inferred += [
        field for field, value in (("place", place), ("time", time)) if value is not None and value.span is None
    ]
    return Claim(
        id=name,
        event=_held(event, chain(holder, pieces.attributions)),
        holder=holder.id if holder is not None else None,
        agent_actor=actors_of(pieces.cast, pieces.parse, event.agent),
        patient_actor=actors_of(pieces.cast, pieces.parse, event.patient),
        place=place,
        places=places,
        time=time,
        inferred=tuple(inferred),
    )


def _with_implied_agents(pieces: Pieces, claims: list[Claim]) -> Iterator[Claim]:
    """Where an event's own words name no doer, the one that the context implies; no span, and marked as inferred.

    A doer whom only another holder named is not put into this one's mouth.
    """
    events = tuple(claim.event for claim in claims)
    implied = implied_agents(pieces.cast, pieces.parse, events, tuple(claim.agent_actor for claim in claims))
    voice_of = {one.id: one.source_actor or one.id for one in pieces.attributions}
    told: dict[tuple[str, ...], set[str | None]] = {}
    for claim in claims:
        told.setdefault(claim.agent_actor, set()).add(voice_of.get(claim.holder or ""))
    for claim, actors in zip(claims, implied, strict=True):
        voices = told.get(actors)
        if actors and (voices is None or voice_of.get(claim.holder or "") in voices):
            yield msgspec.structs.replace(claim, agent_actor=actors, inferred=("agent", *claim.inferred))
        else:
            yield claim


def _held(event: Event, holders: list[Attribution]) -> Event:
    """The event's confidence falls with that of its holder's attribution."""
    if not holders:
        return event
    return msgspec.structs.replace(event, confidence=round(event.confidence * holders[0].confidence, 3))


def _dated_by_incident(claims: list[Claim]) -> list[Claim]:
    """A later mention of a happening that was dated once, to the day, carries that date."""
    dates: dict[str, str] = {}
    found = []
    for claim in claims:
        if claim.incident is None:
            found.append(claim)
        elif claim.time is not None:
            if claim.time.edtf is not None and len(claim.time.edtf) >= len("2015-10-02"):
                dates.setdefault(claim.incident, claim.time.edtf)
            found.append(claim)
        elif claim.incident in dates and claim.event.factuality in ("happened", "ongoing", "denied", "possible"):
            time = ClaimTime(None, dates[claim.incident])
            found.append(msgspec.structs.replace(claim, time=time, inferred=(*claim.inferred, "time")))
        else:
            found.append(claim)
    return found
