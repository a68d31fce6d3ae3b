"""The ledger's records as lines of JSON and as cells of a table: the fields of the line format, with the ledger's ids."""

from typing import Any

import msgspec
from msgspec import Struct

from sayso.ledger.beside import Beside
from sayso.ledger.changing import Change
from sayso.ledger.diffing import Difference
from sayso.ledger.hits import Hit
from sayso.ledger.records import (
    ActorRecord,
    AttributionRecord,
    ClaimRecord,
    DocumentRecord,
    IncidentRecord,
    LabelRecord,
    PlaceRecord,
    ProblemRecord,
    RunRecord,
)
from sayso.ledger.reviewing import Review
from sayso.model import ClaimPlace, ClaimTime, Codes, Count, Span

Cell = str | int | float | None


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


class ClaimLine(Struct, frozen=True):
    """A claim: the fields of the line format's events, with the ledger's ids, and what they belong to."""

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


def claim_line(record: ClaimRecord) -> ClaimLine:
    """The line of a claim."""
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
    )


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


def claim_cells(record: ClaimRecord) -> dict[str, Cell]:
    """The cells of a claim: one value each, lists joined by a semicolon."""
    line = claim_line(record)
    place, time = line.place, line.time
    return {
        "id": line.id,
        "incident": line.incident,
        "document": line.document,
        "doc": line.doc,
        "publisher": line.publisher,
        "published": line.published,
        "type": line.type,
        "mode": line.mode,
        "factuality": line.factuality,
        "agent": _names(record.agents),
        "agent_actor": "; ".join(line.agent_actor) or None,
        "patient": _names(record.patients),
        "patient_actor": "; ".join(line.patient_actor) or None,
        "holder": line.holder_name if line.holder is not None else "(article)",
        "holder_actor": line.holder_actor,
        "time": None if time is None else time.edtf,
        "place": None if place is None else place.name,
        "geonameid": None if place is None else place.geonameid,
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "country": None if place is None else place.country,
        "killed_low": _low(line.killed),
        "killed_high": _high(line.killed),
        "injured_low": _low(line.injured),
        "injured_high": _high(line.injured),
        "toll_of": line.toll_of,
        "disputed": int(line.disputed),
        "confidence": line.confidence,
        "inferred": "; ".join(line.inferred) or None,
        "words": line.words,
        "url": line.url,
    }


def _names(actors: tuple[ActorRecord, ...]) -> str | None:
    return "; ".join(actor.name for actor in actors) or None


def _low(count: Count | None) -> int | None:
    return None if count is None else count.low


def _high(count: Count | None) -> int | None:
    return None if count is None else count.high


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


def place_cells(record: PlaceRecord) -> dict[str, Cell]:
    """A place in the ledger."""
    place = record.place
    return {
        "id": record.id, "name": place.name, "kind": place.kind, "precision": place.precision,
        "geonameid": place.geonameid, "lat": place.lat, "lon": place.lon, "country": place.country,
        "admin1": place.admin1, "documents": record.documents, "claims": record.claims,
    }  # fmt: skip


def actor_cells(record: ActorRecord) -> dict[str, Cell]:
    """An actor in the ledger."""
    return {
        "id": record.id, "code": record.code, "name": record.name, "kind": record.kind, "country": record.country,
        "sector": record.sector, "registry": record.registry, "documents": record.documents, "claims": record.claims,
        "names": "; ".join(record.names),
    }  # fmt: skip


def document_cells(record: DocumentRecord) -> dict[str, Cell]:
    """A document in the ledger."""
    return {
        "id": record.id, "doc": record.doc, "title": record.title, "publisher": record.publisher, "url": record.url,
        "published": record.published, "language": record.language, "characters": record.characters,
        "claims": record.claims, "origin": record.origin, "forgotten": record.forgotten, "because": record.because,
    }  # fmt: skip


def incident_cells(record: IncidentRecord) -> dict[str, Cell]:
    """An incident in the ledger."""
    return {
        "id": record.id, "opened": record.opened, "day": record.day, "day_to": record.day_to, "type": record.type,
        "country": record.country, "killed_low": record.killed_low, "killed_high": record.killed_high,
        "claims": record.claims, "documents": record.documents, "disputed": int(record.disputed),
    }  # fmt: skip


def problem_line(record: ProblemRecord) -> dict[str, Any]:
    """A problem as the line format has it, with what the ledger knows more."""
    return {
        "doc": record.doc, "problem": {"cause": record.cause, "where": record.where}, "id": record.id,
        "source": record.source, "at": record.at, "tries": record.tries, "solved": record.solved,
    }  # fmt: skip


def problem_cells(record: ProblemRecord) -> dict[str, Cell]:
    """A problem in the ledger."""
    return {
        "id": record.id, "doc": record.doc, "cause": record.cause, "where": record.where, "source": record.source,
        "at": record.at, "tries": record.tries, "solved": record.solved,
    }  # fmt: skip


def run_cells(record: RunRecord) -> dict[str, Cell]:
    """A run in the ledger."""
    return {
        "id": record.id, "sayso": record.run.sayso, "model": record.run.model, "settings": record.run.settings,
        "at": record.at, "readings": record.readings, "current": record.current,
    }  # fmt: skip


def difference_cells(one: Difference) -> dict[str, Cell]:
    """A claim that two runs read differently."""
    return {
        "kind": one.kind, "document": one.document, "doc": one.doc, "a": one.a, "b": one.b,
        "fields": "; ".join(one.fields) or None, "words": one.words,
    }  # fmt: skip


def change_cells(one: Change) -> dict[str, Cell]:
    """A change of the ledger."""
    return {"at": one.at, "what": one.what, "subject": one.subject, "words": one.words}


def beside_cells(one: Beside) -> dict[str, Cell]:
    """A row of a sheet and the incident that fits it."""
    row = one.row
    low, high = one.ledger_killed
    return {
        "row": None if row is None else row.number,
        "sheet_id": None if row is None else row.id,
        "sheet_day": None if row is None else row.first.isoformat(),
        "sheet_place": None if row is None else row.place,
        "sheet_killed": None if row is None else row.killed[1],
        "sheet_actors": None if row is None else "; ".join(row.actors) or None,
        "incident": one.incident,
        "ledger_day": one.ledger_day,
        "ledger_place": one.ledger_place,
        "ledger_killed_low": low,
        "ledger_killed_high": high,
        "ledger_actors": "; ".join(one.ledger_actors) or None,
        "documents": one.documents,
        "days_apart": one.days,
        "km_apart": one.km,
        "day": one.day,
        "place": one.place,
        "killed": one.killed,
        "actors": one.actors,
    }


def hit_line(hit: Hit) -> dict[str, Any]:
    """What a search found: the line of a claim or document with its kind before it."""
    if hit.claim is not None:
        return {"kind": "claim", **msgspec.structs.asdict(claim_line(hit.claim))}
    assert hit.document is not None
    return {"kind": "document", "snippet": hit.snippet, **document_cells(hit.document)}


def hit_cells(hit: Hit) -> dict[str, Cell]:
    """What a search found, in few cells."""
    if hit.claim is not None:
        one = hit.claim
        return {"kind": "claim", "id": one.id, "day": None if one.claim.time is None else one.claim.time.edtf,
                "publisher": one.publisher, "doc": one.doc, "words": one.words}  # fmt: skip
    assert hit.document is not None
    text = hit.document
    return {"kind": "document", "id": text.id, "day": text.published, "publisher": text.publisher, "doc": text.doc,
            "words": hit.snippet}  # fmt: skip


def label_cells(record: LabelRecord) -> dict[str, Cell]:
    """A person's decision on a field of a claim."""
    return {
        name: int(value) if isinstance(value := getattr(record, name), bool) else value
        for name in record.__struct_fields__
    }


def review_cells(one: Review) -> dict[str, Cell]:
    """Something to judge. why: what makes it worth a look; words: of the claims."""
    claims = (one.claim, one.other) if one.merge is None else one.merge.claims
    why: Cell = None
    if one.merge is not None:
        why = f"{'linked' if one.merge.merged else 'proposed'}, {one.merge.score}: {one.merge.because}"
    elif one.dispute is not None:
        why = f"{one.dispute.field}: {one.dispute.how}"
    elif one.claim is not None:
        why = f"confidence {one.claim.claim.event.confidence:.2f}"
    return {
        "kind": one.kind, "id": one.id, "claim": None if one.claim is None else one.claim.id, "field": one.field, "why": why,
        "words": " | ".join(claim.words for claim in claims if claim is not None),
    }  # fmt: skip
