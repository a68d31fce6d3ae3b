"""Why two claims of a ledger are, or are not, taken for one happening."""

from msgspec import Struct

from sayso.errors import NotInLedger
from sayso.ledger import ClaimFilter, Store
from sayso.linking.report import Report
from sayso.linking.scoring import because, score
from sayso.running.linking import report_of, telling_of


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
    telling = telling_of(store)
    return Explained(a.id, b.id, round(score(a, b, telling), 3), because(a, b, telling), a.incident == b.incident)


def _report(store: Store, name: str) -> Report:
    record = next(store.claims(ClaimFilter(ids=(name,))), None)
    if record is None:
        raise NotInLedger(store.where, f"there is no claim {name}")
    document = store.document(record.document)
    return report_of(record, store.text(record.document), document.origin or document.id)
