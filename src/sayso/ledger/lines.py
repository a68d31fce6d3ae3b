"""The ledger's records as lines of JSON: the fields of the line format, with the ledger's ids."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from sayso.ledger.asking.hits import Hit
from sayso.ledger.cells import document_cells
from sayso.ledger.records import AttributionRecord, ClaimRecord, LabelRecord, PlaceRecord, ProblemRecord
from sayso.model import ClaimPlace, ClaimTime, Codes, Count, Span


class PlaceLine(Struct, frozen=True):
    """A place with its ledger id; start and end are null where it is not tied to words."""

    start: int | None
    end: int | None
    place: str | None
    name: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    kind: str | None
    precision: str | None


class TimeLine(Struct, frozen=True):
    """When an event is put."""

    start: int | None
    end: int | None
    edtf: str | None


class LabelLine(Struct, frozen=True):
    """What a person decided on a field of a claim: was, what was read; value, what is right instead (null where nothing is)."""

    id: str
    field: str
    verdict: str
    was: str | None
    value: str | None
    by: str
    at: str
    reason: str


class ClaimLine(Struct, frozen=True):
    """A claim: the fields of the line format's events, with the ledger's ids, and what they belong to.

    labels: those that stand on it, by their times.
    """

    id: str
    document: str
    doc: str
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None
    run: str
    trigger: Span
    type: str
    mode: str | None
    context: tuple[str, ...]
    codes: Codes
    agent: tuple[Span, ...]
    patient: tuple[Span, ...]
    instrument: tuple[Span, ...]
    agent_actor: tuple[str, ...]
    patient_actor: tuple[str, ...]
    place: PlaceLine | None
    places: tuple[PlaceLine, ...]
    time: TimeLine | None
    factuality: str
    killed: Count | None
    injured: Count | None
    detained: Count | None
    displaced: Count | None
    toll_of: str | None
    holder: str | None
    holder_actor: str | None
    holder_name: str | None
    holders: tuple[str, ...]
    incident: str | None
    disputed: bool
    confidence: float
    inferred: tuple[str, ...]
    words: str
    labels: tuple[LabelLine, ...]


def claim_line(record: ClaimRecord, labels: Iterable[LabelRecord]) -> ClaimLine:
    """The line of a claim. labels: those that stand on it (see `Store.standing_labels`)."""
    claim, event, toll = record.claim, record.claim.event, record.claim.event.toll
    speaker = None if record.holder is None else record.holder.speaker
    return ClaimLine(
        id=record.id,
        document=record.document,
        doc=record.doc,
        publisher=record.publisher,
        published=record.published,
        title=record.title,
        url=record.url,
        run=record.run,
        trigger=event.trigger,
        type=event.type,
        mode=event.mode,
        context=event.context,
        codes=event.codes,
        agent=event.agent,
        patient=event.patient,
        instrument=event.instrument,
        agent_actor=tuple(actor.code for actor in record.agents),
        patient_actor=tuple(actor.code for actor in record.patients),
        place=None if claim.place is None else place_line(claim.place, record.place),
        places=tuple(place_line(*pair) for pair in zip(claim.places, record.places, strict=True)),
        time=None if claim.time is None else _time(claim.time),
        factuality=event.factuality,
        killed=toll.killed,
        injured=toll.injured,
        detained=toll.detained,
        displaced=toll.displaced,
        toll_of=toll.of,
        holder=None if record.holder is None else record.holder.id,
        holder_actor=None if speaker is None else speaker.code,
        holder_name=None if speaker is None else speaker.name,
        holders=tuple(one.id for one in record.chain),
        incident=record.incident,
        disputed=record.disputed,
        confidence=event.confidence,
        inferred=claim.inferred,
        words=record.words,
        labels=tuple(_label_line(one) for one in labels),
    )


def _label_line(one: LabelRecord) -> LabelLine:
    return LabelLine(one.id, one.field, one.verdict, one.was, one.value, one.by, one.at, one.reason)


def place_line(where: ClaimPlace, record: PlaceRecord | None) -> PlaceLine:
    """A claim's place, with its ledger id."""
    start, end = (None, None) if where.span is None else (where.span.start, where.span.end)
    if record is None:
        return PlaceLine(start, end, *(None,) * 9)
    place = record.place
    return PlaceLine(start, end, record.id, place.name, place.geonameid, place.lat, place.lon, place.country,
                     place.admin1, place.kind, place.precision)  # fmt: skip


def _time(when: ClaimTime) -> TimeLine:
    start, end = (None, None) if when.span is None else (when.span.start, when.span.end)
    return TimeLine(start, end, when.edtf)


def attribution_line(record: AttributionRecord) -> dict[str, Any]:
    """An attribution as the line format has it, with the ledger's ids."""
    one = record.attribution
    return {
        "id": record.id,
        "document": record.document,
        "kind": one.kind,
        "source": one.source,
        "cue": one.cue,
        "content": one.content,
        "source_actor": None if record.speaker is None else record.speaker.code,
        "cue_class": one.cue_class,
        "said": one.said,
        "parent": record.parent,
        "confidence": one.confidence,
    }


def problem_line(record: ProblemRecord) -> dict[str, Any]:
    """A problem as the line format has it, with what the ledger knows more."""
    return {
        "doc": record.doc, "problem": {"cause": record.cause, "where": record.where}, "id": record.id,
        "source": record.source, "at": record.at, "tries": record.tries, "solved": record.solved,
    }  # fmt: skip


def hit_line(hit: Hit, labels: Mapping[str, Sequence[LabelRecord]]) -> dict[str, Any]:
    """What a search found: the line of a claim or document with its kind before it. labels: those that stand, by claim."""
    if hit.claim is not None:
        return {"kind": "claim", **msgspec.structs.asdict(claim_line(hit.claim, labels.get(hit.claim.id, ())))}
    assert hit.document is not None
    return {"kind": "document", "snippet": hit.snippet, **document_cells(hit.document)}
