"""Disputes of a ledger, each with both sides' words."""

from collections.abc import Iterator

from msgspec import Struct

from sayso.ledger import ClaimFilter, IncidentFilter, Store
from sayso.running.linking import reports_of


class Pulling(Struct, frozen=True):
    """A dispute with the words of both claims. a, b: ids of the claims. across: it was found between documents."""

    id: str
    incident: str
    field: str
    how: str
    note: str
    a: str
    holder_a: str
    words_a: str
    b: str
    holder_b: str
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
                one.id, record.id, one.field, one.how, one.note,
                one.a, a.holder_name or a.publisher or "the article", a.words,
                one.b, b.holder_name or b.publisher or "the article", b.words, one.reading is None,
            )  # fmt: skip
