"""Disputes of a ledger, each with both sides' words."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.ledger import ClaimFilter, DisputeRecord, IncidentFilter, Store
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
    """The disputes of the incidents that fit, incident by incident, each once.

    A denial may stand in an incident of its own: a dispute is told with the first of its two. Copies and versions of one text tell
    one dispute.
    """
    told: set[str] = set()
    texts: dict[tuple[object, ...], str] = {}
    for record in store.incidents(asked):
        found = [one for one in store.disputes(store.incident(record.id).claim_ids) if one.id not in told]
        told.update(one.id for one in found)
        claims = tuple(sorted({claim for one in found for claim in (one.a, one.b)}))
        reports = {one.id: one for one in reports_of(store, ClaimFilter(ids=claims))} if claims else {}
        whole = [(one, reports[one.a], reports[one.b]) for one in found if one.a in reports and one.b in reports]
        for one, a, b in sorted(whole, key=lambda both: (both[1].published or 0, both[1].document, both[0].id)):
            if a.document == b.document and texts.setdefault(_sides(one, a, b), a.document) != a.document:
                continue
            yield Pulling(
                one.id, record.id, one.field, one.how, one.note, one.a, *_told(a), one.b, *_told(b), one.reading is None
            )


def _sides(dispute: DisputeRecord, *reports: Report) -> tuple[object, ...]:
    """What is the same in all copies of a text: the accounts, the words for each deed, and who does it."""
    sides = sorted((report.origin, report.account, report.trigger, report.agent_names) for report in reports)
    return dispute.field, dispute.how, *sides


def _told(report: Report) -> tuple[str, Factuality, str]:
    """Who tells it, how it is presented, and the words."""
    who = report.holder_name or report.publisher or "the article"
    return who, report.view.claim.event.factuality, report.words
