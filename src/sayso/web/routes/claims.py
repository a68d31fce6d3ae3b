"""Claims: listed, counted by what they tell, as a table, and one by itself."""

import csv
import io
from collections.abc import Iterator

from fastapi import APIRouter
from msgspec import Struct
from starlette.responses import Response, StreamingResponse

from sayso.errors import NotInLedger
from sayso.ledger import ClaimFilter, ClaimRecord, DisputeRecord, LabelFilter, LabelRecord, Page, Store
from sayso.ledger.cells import claim_cells
from sayso.web.asking import AskedClaims, Descending, Id, Order
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import GoingOn, Listed
from sayso.web.quoting import Context, context_of
from sayso.web.schemas import gives, streams

router = APIRouter(tags=["claims"])


class OneClaim(Struct, frozen=True):
    """A claim with its words in context (null where the text was forgotten), the labels that lie on it, and its disputes."""

    claim: ClaimRecord
    context: Context | None
    labels: tuple[LabelRecord, ...]
    disputes: tuple[DisputeRecord, ...]


@router.get("/claims", responses=gives(Listed[ClaimRecord]))
def claims(
    store: Reading,
    asked: AskedClaims,
    part: GoingOn,
    order: Order = "day",
    *,
    descending: Descending = True,
) -> Response:
    """The claims that fit. From a cursor on, a part far down the list is as quick as the first; an offset takes its time."""
    return answer(
        part.listed(
            lambda cursor, limit: store.claims_after(cursor, asked, order=order, limit=limit, descending=descending),
            lambda page: store.claims(asked, order=order, page=page),
            descending=descending,
        )
    )


@router.get("/claims.csv", responses=streams("text/csv", "A table with a line of names."))
def table(store: Reading, asked: AskedClaims, order: Order = "day", *, descending: Descending = True) -> Response:
    """All the claims that fit, as a table."""
    rows = (claim_cells(one) for one in store.claims(asked, order=order, page=Page(descending=descending)))
    return StreamingResponse(
        _lines(rows),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": "attachment; filename=claims.csv"},
    )


def _lines(rows: Iterator[dict[str, str | int | float | None]]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row)
        writer.writerow(_safe(value) for value in row.values())
        if buffer.tell() > 1 << 16:
            yield buffer.getvalue().encode("utf-8", "replace")
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode("utf-8", "replace")


def _safe(value: str | float | None) -> str | int | float | None:
    """Words that a spreadsheet would take for a formula get an apostrophe before them."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def claim_of(store: Store, id_: str) -> ClaimRecord:
    """The claim with an id, or whose id alone begins so. Raises NotInLedger."""
    found = list(store.claims(ClaimFilter(ids=(id_,)), page=Page(2)))
    if len({one.id for one in found}) != 1:
        raise NotInLedger(
            store.where, f"there is no claim {id_}" if not found else f"the ids of several claims begin with {id_}"
        )
    return found[0]


@router.get("/claims/{id}", responses=gives(OneClaim))
def claim(store: Reading, id: Id) -> Response:  # noqa: A002  # the noun's own field name
    """One claim."""
    record = claim_of(store, id)
    labels = tuple(store.labels(LabelFilter(claims=(record.id,))))
    return answer(OneClaim(record, context_of(store, record), labels, store.disputes([record.id])))
