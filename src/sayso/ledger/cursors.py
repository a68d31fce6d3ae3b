"""Cursors: where a list of claims goes on, so that the thousandth page is as quick as the first."""

import base64
import binascii
from collections.abc import Sequence
from typing import Final

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.sql.expression import ColumnElement

from sayso.errors import BadQuery
from sayso.ledger.asking import DAY, conditions
from sayso.ledger.claims import ORDERS
from sayso.ledger.filters import ClaimFilter, ClaimOrder
from sayso.ledger.records import ClaimRecord
from sayso.ledger.schema_claims import claims
from sayso.ledger.telling import claims_by_key

LARGEST: Final = 1 << 63


class Cursor(Struct, frozen=True, array_like=True):
    """The last claim of a page: its value in the order, and its key. Good for one ledger, order and direction."""

    order: ClaimOrder
    descending: bool
    value: str | int | float
    key: int

    @property
    def possible(self) -> bool:
        """Can there be such a claim? What a database cannot hold is not asked of it."""
        if isinstance(self.value, str):
            return 0 <= self.key < LARGEST and (not self.value or DAY.fullmatch(self.value) is not None)
        return 0 <= self.key < LARGEST and -LARGEST < self.value < LARGEST

    def written(self) -> str:
        """The cursor as an opaque word."""
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")

    @classmethod
    def read(cls, word: str) -> "Cursor":
        """The cursor of a word. Raises BadQuery for one that was never given."""
        try:
            padded = word.encode("ascii") + b"=" * (-len(word) % 4)
            found = msgspec.json.decode(base64.b64decode(padded, b"-_", validate=True), type=cls)
        except (ValueError, binascii.Error) as error:
            raise BadQuery("no list gave this cursor; begin without one") from error
        if isinstance(found.value, str) != (found.order in ("day", "published")) or not found.possible:
            raise BadQuery("no list gave this cursor; begin without one")
        return found


def claims_after(
    connection: Connection, asked: ClaimFilter, order: ClaimOrder, limit: int, cursor: str | None, *, descending: bool
) -> tuple[Sequence[ClaimRecord], str | None]:
    """At most so many claims that fit, after the cursor of the page before; and the cursor of the next, None at the end.

    Raises BadQuery for a cursor of another order.
    """
    column, key = ORDERS[order], claims.c.key
    statement = sa.select(key, column.label("value")).where(*conditions(connection, asked))
    if order == "killed":
        statement = statement.where(claims.c.killed_low.is_not(None))
    if cursor is not None:
        after = Cursor.read(cursor)
        if (after.order, after.descending) != (order, descending):
            raise BadQuery("this cursor is of a list in another order; begin without one")
        statement = statement.where(*_beyond(column, key, after))
    statement = statement.order_by(*(one.desc() if descending else one.asc() for one in (column, key))).limit(limit + 1)
    rows = connection.execute(statement).all()
    found = list(claims_by_key(connection, [row.key for row in rows[:limit]]))
    if len(rows) <= limit:
        return found, None
    last = rows[limit - 1]
    return found, Cursor(order, descending, last.value, last.key).written()


def _beyond(
    column: ColumnElement[object], key: ColumnElement[int], after: Cursor
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The conditions of standing after a claim in an order; the first is what an index is entered by."""
    if after.descending:
        return column <= after.value, sa.or_(column < after.value, key < after.key)
    return column >= after.value, sa.or_(column > after.value, key > after.key)
