"""Disputes of a ledger, each with both sides' words."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.ledger import ClaimFilter, IncidentFilter, Store
from sayso.linking.report import Report
from sayso.model import Factuality
from sayso.running.linking import reports_of


class Pulling(Struct, frozen=True):
    """A dispute with the words of both claims. a, b: ids of the claims. across: it was found between documents.

    factuality_a, factuality_b: how each is presented, which tells who denies what.
    """

    id: str
    incident: str
    field: str
    how: str
    note: str
    a: str
    holder_a: str
    factuality_a: Factuality
    words_a: str
    b: str
    holder_b: str
    factuality_b: Factuality
    words_b: str
    across: bool


def pullings(store: Store, asked: IncidentFilter) -> Iterator[Pulling]:
    """The disputes of the incidents that fit, incident by incident."""
    for record in store.incidents(asked):
        whole = store.incident(record.id)
        found = store.disputes(whole.claim_ids)
        if not found:
            continue
        reports = {one.id: one for one in reports_of(store, ClaimFilter(ids=whole.claim_ids))}
        for one in found:
            a, b = reports.get(one.a), reports.get(one.b)
            if a is None or b is None:
                continue
            yield Pulling(
                one.id, record.id, one.field, one.how, one.note, one.a, *_told(a), one.b, *_told(b), one.reading is None
            )


def _told(report: Report) -> tuple[str, Factuality, str]:
    """Who tells it, how it is presented, and the words."""
    who = report.holder_name or report.publisher or "the article"
    return who, report.view.claim.event.factuality, report.words
