"""Claims, attributions and disputes that fit a question."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.sql.expression import ColumnElement

from sayso.ledger.asking.asking import conditions
from sayso.ledger.asking.cursors import Order
from sayso.ledger.asking.telling import MANY, actor_records, attribution_record, attribution_rows, claims_by_key
from sayso.ledger.filters import ClaimFilter, ClaimOrder, Page
from sayso.ledger.paging import paged, streamed
from sayso.ledger.records import AttributionRecord, ClaimRecord, DisputeRecord
from sayso.ledger.schema.claims import attributions, claims, disputes
from sayso.ledger.schema.texts import documents, readings

ORDERS: Final[dict[ClaimOrder, ColumnElement[Any]]] = {
    "day": claims.c.day,
    "published": claims.c.published_day,
    "killed": claims.c.killed_low,
    "confidence": claims.c.confidence,
}


def _order(order: ClaimOrder, *, descending: bool) -> Order:
    return Order(order, (ORDERS[order], claims.c.key), descending)


def _fitting(connection: Connection, asked: ClaimFilter, order: ClaimOrder) -> sa.Select[Any]:
    """The keys of the claims that fit; in the order of the killed only those that tell of any."""
    statement = sa.select(claims.c.key).where(*conditions(connection, asked))
    return statement.where(claims.c.killed_low.is_not(None)) if order == "killed" else statement


def claims_after(
    connection: Connection, asked: ClaimFilter, order: ClaimOrder, limit: int, cursor: str | None, *, descending: bool
) -> tuple[Sequence[ClaimRecord], str | None]:
    """At most so many claims that fit, after a cursor; and the cursor of the next. Raises BadQuery."""
    rows, following = _order(order, descending=descending).page(
        connection, _fitting(connection, asked, order), limit, cursor
    )
    return list(claims_by_key(connection, [row.key for row in rows])), following


def find_claims(connection: Connection, asked: ClaimFilter, order: ClaimOrder, page: Page) -> Iterator[ClaimRecord]:
    """The claims that fit, in order, read from the database as they are taken."""
    order_ = _order(order, descending=page.descending)
    statement = paged(order_.sorted(_fitting(connection, asked, order)), page)
    # first the keys, from one index; then what belongs to them: so no planner is tempted to begin elsewhere
    for keys in streamed(connection, statement):
        yield from claims_by_key(connection, keys)


def count_claims(connection: Connection, asked: ClaimFilter) -> int:
    """How many claims fit."""
    statement = sa.select(sa.func.count()).select_from(claims).where(*conditions(connection, asked))
    return int(connection.execute(statement).scalar_one())


def attributions_of(connection: Connection, document: str) -> tuple[AttributionRecord, ...]:
    """The attributions of the reading of a document (ledger id) that counts, in the order of the text."""
    wanted = list(
        connection.execute(
            sa.select(readings.c.key)
            .join(documents, documents.c.key == readings.c.document)
            .where(documents.c.id == document, readings.c.current == 1)
        ).scalars()
    )
    rows = attribution_rows(connection, attributions.c.reading, wanted)
    known = actor_records(connection, {row.source_actor for row in rows if row.source_actor is not None})
    return tuple(attribution_record(row, known) for row in rows)


def disputes_among(connection: Connection, claim_ids: list[str]) -> tuple[DisputeRecord, ...]:
    """The disputes in which any of these claims (ledger ids) stands, each once.

    They were found by the readings that count, or across documents.
    """
    found: dict[str, DisputeRecord] = {}
    for start in range(0, len(claim_ids), MANY):
        chosen = claim_ids[start : start + MANY]
        either = sa.or_(disputes.c.a.in_(chosen), disputes.c.b.in_(chosen))
        found |= {one.id: one for one in _disputes(connection, either)}
    return tuple(found.values())


def disputes_by_key(connection: Connection, keys: Sequence[int]) -> list[DisputeRecord]:
    """The disputes with these keys, the latest first."""
    return list(_disputes(connection, disputes.c.key.in_(keys)))[::-1]


def _disputes(connection: Connection, wanted: ColumnElement[bool]) -> Iterator[DisputeRecord]:
    d = disputes.c
    rows = connection.execute(
        sa.select(d.id, d.field, d.how, d.a, d.b, d.note, readings.c.id.label("reading_id"))
        .outerjoin(readings, readings.c.key == d.reading)
        .where(wanted, sa.or_(d.reading.is_(None), readings.c.current == 1))
        .order_by(d.key)
    )
    for row in rows:
        yield DisputeRecord(row.id, row.field, row.how, row.a, row.b, row.note, row.reading_id)
