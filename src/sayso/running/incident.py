"""One incident of a ledger laid out: its accounts side by side, its origins, its disputes, its grading, its chronology."""

from datetime import date

from msgspec import Struct

from sayso.errors import NotInLedger
from sayso.ledger import ActorRecord, ClaimFilter, DisputeRecord, IncidentRecord, Store
from sayso.linking.accounts import Account, accounts
from sayso.linking.grading import FIGHTERS, Grading, grade
from sayso.linking.origins import origins
from sayso.linking.report import Report
from sayso.linking.scoring import because, score
from sayso.model import Dispute
from sayso.running.linking import report_of, reports_of


class Said(Struct, frozen=True):
    """A line of the chronology: when it was said or published, what was said to have happened when, by whom, in which words."""

    published: str | None
    happened: str | None
    who: str
    factuality: str
    words: str
    document: str
    claim: str


class Incident(Struct, frozen=True):
    """An incident laid out. origins: the independent sources in words, the earliest first."""

    record: IncidentRecord
    accounts: tuple[Account, ...]
    origins: tuple[str, ...]
    disputes: tuple[DisputeRecord, ...]
    grading: Grading
    chronology: tuple[Said, ...]


def incident(store: Store, name: str) -> Incident:
    """Lay out the incident with an id, or the one it was merged into. Raises NotInLedger."""
    record = store.incident(name)
    reports = list(reports_of(store, ClaimFilter(ids=record.claim_ids)))
    found = store.disputes(record.claim_ids)
    as_rules = [Dispute(record.id, one.field, one.a, one.b, one.how, one.note) for one in found]
    return Incident(
        record,
        tuple(accounts(reports, as_rules)),
        tuple(one.words for one in origins(reports)),
        tuple(found),
        grade(reports, as_rules, _fighters(store, record.claim_ids)),
        chronology(reports),
    )


def _fighters(store: Store, claim_ids: tuple[str, ...]) -> frozenset[str]:
    actors: list[ActorRecord] = [
        actor for record in store.claims(ClaimFilter(ids=claim_ids)) for actor in record.patients
    ]
    return frozenset(actor.id for actor in actors if actor.kind in FIGHTERS)


def chronology(reports: list[Report]) -> tuple[Said, ...]:
    """What was said of an incident, in the order in which it was published."""
    ordered = sorted(reports, key=lambda one: (one.published or 0, one.document, one.view.sentence, one.id))
    return tuple(
        Said(
            published=None if one.published is None else date.fromordinal(one.published).isoformat(),
            happened=None if one.view.claim.time is None else one.view.claim.time.edtf,
            who=one.holder_name or one.publisher or f"document {one.document[:12]}",
            factuality=one.view.claim.event.factuality,
            words=one.words,
            document=one.document,
            claim=one.id,
        )
        for one in ordered
    )


class Explained(Struct, frozen=True):
    """Why two claims are, or are not, taken for one happening: log odds, and the evidence in words, the weightiest first."""

    a: str
    b: str
    score: float
    because: str
    together: bool


def explain(store: Store, one: str, other: str) -> Explained:
    """Hold two claims (ids) against each other. Raises NotInLedger."""
    a, b = (_report(store, name) for name in (one, other))
    return Explained(a.id, b.id, round(score(a, b), 3), because(a, b), a.incident == b.incident)


def _report(store: Store, name: str) -> Report:
    record = next(store.claims(ClaimFilter(ids=(name,))), None)
    if record is None:
        raise NotInLedger(store.where, f"there is no claim {name}")
    document = store.document(record.document)
    return report_of(record, store.text(record.document), document.origin or document.id)
