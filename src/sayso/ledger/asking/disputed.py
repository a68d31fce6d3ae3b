"""Where claims pull apart: the disputes of a ledger in order, and what is contested within incidents."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.asking.asking import conditions
from sayso.ledger.asking.cursors import Order
from sayso.ledger.asking.telling import claims_by_key
from sayso.ledger.filters import ClaimFilter, Page
from sayso.ledger.paging import paged
from sayso.ledger.records import ClaimRecord, DisputeRecord
from sayso.ledger.schema.claims import claims, disputes
from sayso.ledger.schema.incidents import incidents
from sayso.ledger.schema.texts import documents, readings
from sayso.ledger.writing.origins import roots_of
from sayso.model import DisputeField


class Pulled(Struct, frozen=True):
    """A dispute with its two claims, and the incident (id) that the first is judged to belong to."""

    dispute: DisputeRecord
    claim_a: ClaimRecord
    claim_b: ClaimRecord
    incident: str | None


class Within(Struct, frozen=True):
    """What an incident holds beside its counts: how many independent origins, and the fields on which its claims pull apart.

    words: those of the claim that tells it at most length; of equally long ones, the one with the smallest id.
    """

    origins: int = 0
    contested: tuple[DisputeField, ...] = ()
    words: str = ""


def find_pulled(
    connection: Connection, asked: ClaimFilter, page: Page, fields: Sequence[DisputeField] = ()
) -> Iterator[Pulled]:
    """The disputes whose first claim fits a filter, those of the latest day first. fields: only on these."""
    statement = _order(descending=page.descending).sorted(_fitting(connection, asked, fields))
    yield from _pulled(connection, connection.execute(paged(statement, page)).all())


def pulled_after(
    connection: Connection,
    asked: ClaimFilter,
    fields: Sequence[DisputeField],
    limit: int,
    cursor: str | None,
    *,
    descending: bool,
) -> tuple[Sequence[Pulled], str | None]:
    """At most so many of these disputes, after a cursor; and the cursor of the next. Raises BadQuery."""
    rows, following = _order(descending=descending).page(connection, _fitting(connection, asked, fields), limit, cursor)
    return list(_pulled(connection, rows)), following


def _order(*, descending: bool) -> Order:
    return Order("disputes", (claims.c.day, claims.c.key, disputes.c.key), descending)


def _fitting(connection: Connection, asked: ClaimFilter, fields: Sequence[DisputeField]) -> sa.Select[Any]:
    d, other = disputes.c, claims.alias("other")
    statement = (
        sa.select(
            d.id, d.field, d.how, d.a, d.b, d.note, claims.c.key, other.c.key.label("other"),
            readings.c.id.label("reading_id"), incidents.c.id.label("incident_id"),
        )
        .select_from(claims)
        .join(disputes, d.a == claims.c.id)
        .join(other, sa.and_(other.c.id == d.b, other.c.current == 1))
        .outerjoin(readings, readings.c.key == d.reading)
        .outerjoin(incidents, incidents.c.key == claims.c.incident)
        .where(*conditions(connection, asked), claims.c.disputed == 1)
        .where(sa.or_(d.reading.is_(None), d.reading == claims.c.reading))
    )  # fmt: skip
    return statement.where(d.field.in_(fields)) if fields else statement


def _pulled(connection: Connection, rows: Sequence[Any]) -> Iterator[Pulled]:
    keys = list(dict.fromkeys(key for row in rows for key in (row.key, row.other)))
    known = dict(zip(keys, claims_by_key(connection, keys), strict=True))
    for row in rows:
        record = DisputeRecord(row.id, row.field, row.how, row.a, row.b, row.note, row.reading_id)
        yield Pulled(record, known[row.key], known[row.other], row.incident_id)


def within(connection: Connection, ids: Sequence[str]) -> dict[str, Within]:
    """What incidents (ids) hold beside their counts."""
    c = claims.c
    rows = connection.execute(
        sa.select(incidents.c.id.label("incident"), c.id, c.holder, c.holder_actor, c.disputed, c.words,
                  documents.c.key, documents.c.id.label("document"))
        .join(claims, c.incident == incidents.c.key)
        .join(readings, readings.c.key == c.reading)
        .join(documents, documents.c.key == readings.c.document)
        .where(incidents.c.id.in_(ids), c.current == 1)
    ).all()  # fmt: skip
    roots = roots_of(connection, {row.key: row.document for row in rows if row.holder is None})
    origins: dict[str, set[str]] = defaultdict(set)
    disputed: dict[str, str] = {}
    told: dict[str, tuple[int, str, str]] = {}
    for row in rows:
        words = (-len(row.words), row.id, row.words)
        told[row.incident] = min(told.get(row.incident, words), words)
        origins[row.incident].add(_origin(row, roots))
        if row.disputed:
            disputed[row.id] = row.incident
    contested = _contested(connection, disputed)
    return {
        one: Within(len(origins[one]), tuple(sorted(contested[one])), told[one][2])
        for one in dict.fromkeys(row.incident for row in rows)
    }


def _origin(row: Any, roots: dict[int, str]) -> str:
    """What makes two claims one source: who says so, whoever quotes it, or a text with all its copies."""
    if row.holder is None:
        return f"voice:{roots[row.key]}"
    return f"actor:{row.holder_actor}" if row.holder_actor is not None else f"holder:{row.holder}"


def _contested(connection: Connection, disputed: dict[str, str]) -> dict[str, set[DisputeField]]:
    """The fields on which the claims of each incident pull apart. disputed: the incident of each disputed claim (ids)."""
    d = disputes.c
    found: dict[str, set[DisputeField]] = defaultdict(set)
    wanted = list(disputed)
    for start in range(0, len(wanted), 500):
        chosen = wanted[start : start + 500]
        for row in connection.execute(sa.select(d.a, d.b, d.field).where(sa.or_(d.a.in_(chosen), d.b.in_(chosen)))):
            for claim in (row.a, row.b):
                if claim in disputed:
                    found[disputed[claim]].add(row.field)
    return found
