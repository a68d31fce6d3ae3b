"""Disputes: where claims pull apart."""

from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.responses import Response

from sayso.ledger import ClaimRecord, Pulled
from sayso.model import DisputeField, DisputeHow
from sayso.web.asking import AskedClaims, Descending
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import GoingOn, Listed
from sayso.web.schemas import gives

router = APIRouter(tags=["disputes"])


class DisputeItem(Struct, frozen=True):
    """A dispute with both claims, and the incident that they are judged to belong to."""

    id: str
    field: DisputeField
    how: DisputeHow
    a: str
    b: str
    note: str
    reading: str | None
    claim_a: ClaimRecord
    claim_b: ClaimRecord
    incident: str | None


def item(one: Pulled) -> DisputeItem:
    """A dispute as an item of the list."""
    record = one.dispute
    return DisputeItem(
        record.id, record.field, record.how, record.a, record.b, record.note, record.reading, one.claim_a, one.claim_b,
        one.incident,
    )  # fmt: skip


@router.get("/disputes", responses=gives(Listed[DisputeItem]))
def disputes(
    store: Reading,
    asked: AskedClaims,
    part: GoingOn,
    field: Annotated[list[DisputeField], Query(description="Only on these fields.")] = [],  # noqa: B006  # FastAPI makes a new list
    *,
    descending: Descending = True,
) -> Response:
    """The disputes of claims that fit, those of the latest day first."""
    found = part.listed(
        lambda cursor, limit: store.pulled_after(cursor, asked, fields=field, limit=limit, descending=descending),
        lambda page: store.pulled(asked, fields=field, page=page),
        descending=descending,
    )
    return answer(Listed([item(one) for one in found.items], found.next))
