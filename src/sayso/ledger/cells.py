"""The ledger's records as cells of a table: one value each, lists joined by a semicolon."""

from typing import TypeAlias

from sayso.ledger.asking.beside import Beside
from sayso.ledger.asking.changing import Change
from sayso.ledger.asking.diffing import Difference
from sayso.ledger.asking.hits import Hit
from sayso.ledger.records import (
    ActorRecord,
    ClaimRecord,
    DocumentRecord,
    IncidentRecord,
    LabelRecord,
    PlaceRecord,
    ProblemRecord,
    RunRecord,
)
from sayso.ledger.reviewing.reviewing import Review
from sayso.model import Count

Cell: TypeAlias = str | int | float | None


def claim_cells(record: ClaimRecord) -> dict[str, Cell]:
    """A claim."""
    claim, event, toll = record.claim, record.claim.event, record.claim.event.toll
    speaker = None if record.holder is None else record.holder.speaker
    place = None if record.place is None else record.place.place
    return {
        "id": record.id,
        "incident": record.incident,
        "document": record.document,
        "doc": record.doc,
        "publisher": record.publisher,
        "published": record.published,
        "type": event.type,
        "mode": event.mode,
        "factuality": event.factuality,
        "agent": _names(record.agents),
        "agent_actor": _codes(record.agents),
        "patient": _names(record.patients),
        "patient_actor": _codes(record.patients),
        "holder": _holder(record),
        "holder_actor": None if speaker is None else speaker.code,
        "time": None if claim.time is None else claim.time.edtf,
        "place": None if place is None else place.name,
        "geonameid": None if place is None else place.geonameid,
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "country": None if place is None else place.country,
        "killed_low": _low(toll.killed),
        "killed_high": _high(toll.killed),
        "injured_low": _low(toll.injured),
        "injured_high": _high(toll.injured),
        "toll_of": toll.of,
        "disputed": int(record.disputed),
        "confidence": event.confidence,
        "inferred": "; ".join(claim.inferred) or None,
        "words": record.words,
        "url": record.url,
    }


def _holder(record: ClaimRecord) -> str | None:
    """Who says so, by name; None where the text does not tell."""
    if record.holder is None:
        return "(article)"
    return None if record.holder.speaker is None else record.holder.speaker.name


def _names(actors: tuple[ActorRecord, ...]) -> str | None:
    return "; ".join(actor.name for actor in actors) or None


def _codes(actors: tuple[ActorRecord, ...]) -> str | None:
    return "; ".join(actor.code for actor in actors) or None


def _low(count: Count | None) -> int | None:
    return None if count is None else count.low


def _high(count: Count | None) -> int | None:
    return None if count is None else count.high


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
        "sheet_day": None if row is None or row.days is None else row.days[0].isoformat(),
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


def hit_cells(hit: Hit) -> dict[str, Cell]:
    """What a search found, in few cells."""
    if hit.claim is not None:
        one = hit.claim
        return {"kind": "claim", "id": one.id, "day": None if one.claim.time is None else one.claim.time.edtf,
                "factuality": one.claim.event.factuality, "holder": _holder(one), "publisher": one.publisher,
                "doc": one.doc, "words": one.words}  # fmt: skip
    assert hit.document is not None
    text = hit.document
    return {"kind": "document", "id": text.id, "day": text.published, "factuality": None, "holder": None,
            "publisher": text.publisher, "doc": text.doc, "words": hit.snippet}  # fmt: skip


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
