"""Cursors: where a list goes on, so that nothing is told twice or left out when more is added meanwhile, and the thousandth page is as quick as the first."""

import base64
import binascii
import re
from collections.abc import Sequence
from typing import Any, Final, TypeVar

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.sql.expression import ColumnElement

from sayso.errors import BadQuery

LARGEST: Final = 1 << 63
WORD: Final = re.compile(r"[0-9A-Za-z:.+-]{0,64}")
"""Days, times and ids: the only words by which a list is ordered."""

Value = str | int | float
Selected = TypeVar("Selected", bound=sa.Select[Any])


class Order(Struct, frozen=True):
    """What a list is ordered by. name: which order. columns: never null; the last of them tells any two entries apart."""

    name: str
    columns: tuple[ColumnElement[Any], ...]
    descending: bool = True

    def sorted(self, statement: Selected) -> Selected:
        """A select in this order."""
        return statement.order_by(*(one.desc() if self.descending else one.asc() for one in self.columns))

    def page(
        self, connection: Connection, statement: sa.Select[Any], limit: int, cursor: str | None
    ) -> tuple[Sequence[Any], str | None]:
        """At most so many rows of a select, after the cursor of the page before; and the cursor of the next, None at the end.

        Raises BadQuery for a cursor that no list gave, or one of another order.
        """
        told = [one.label(f"cursor_{number}") for number, one in enumerate(self.columns)]
        statement = self.sorted(statement.add_columns(*told)).limit(limit + 1)
        if cursor is not None:
            statement = statement.where(beyond(self.columns, self._read(cursor), descending=self.descending))
        rows = connection.execute(statement).all()
        if len(rows) <= limit:
            return rows, None
        return rows[:limit], self.cursor(rows[limit - 1])

    def cursor(self, row: Any) -> str:
        """The cursor of a row of such a page, as an opaque word."""
        values = [getattr(row, f"cursor_{number}") for number in range(len(self.columns))]
        told = msgspec.json.encode([self.name, self.descending, *values])
        return base64.urlsafe_b64encode(told).decode().rstrip("=")

    def _read(self, word: str) -> Sequence[Value | bool]:
        """The values of an entry that a cursor names. Raises BadQuery."""
        try:
            padded = word.encode("ascii") + b"=" * (-len(word) % 4)
            name, descending, *values = msgspec.json.decode(
                base64.b64decode(padded, b"-_", validate=True), type=list[Value | bool]
            )
        except (ValueError, binascii.Error) as error:
            raise BadQuery("no list gave this cursor; begin without one") from error
        if (name, descending) != (self.name, self.descending):
            raise BadQuery("this cursor is of a list in another order; begin without one")
        fitting = zip(self.columns, values, strict=False)
        if len(values) != len(self.columns) or not all(_possible(column, value) for column, value in fitting):
            raise BadQuery("no list gave this cursor; begin without one")
        return values


def _possible(column: ColumnElement[Any], value: Value | bool) -> bool:
    """Can a column hold a value? What a database cannot hold is not asked of it."""
    if isinstance(value, bool):
        return False
    if column.type.python_type is str:
        return isinstance(value, str) and WORD.fullmatch(value) is not None
    return not isinstance(value, str) and -LARGEST < value < LARGEST


def beyond(
    columns: Sequence[ColumnElement[Any]], values: Sequence[Value | bool], *, descending: bool
) -> ColumnElement[bool]:
    """The condition of standing after an entry; its first part is what an index is entered by."""
    (column, *others), (value, *rest) = columns, values
    after = column < value if descending else column > value
    if not others:
        return after
    from_there = column <= value if descending else column >= value
    return sa.and_(from_there, sa.or_(after, beyond(others, rest, descending=descending)))
