"""Claims that stand for many: all that fit a filter, or, of very many, some drawn evenly, so that counts are quick.

Where one claim in 256 to 8 is looked at, 2,000 of them or more stand for the rest: a share of a tenth is then right within one
and a half points 19 times out of 20.
"""

import time
from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql.expression import ColumnElement

from sayso.ledger.asking.asking import among, conditions
from sayso.ledger.filters import ClaimFilter
from sayso.ledger.schema.claims import LOTS, claims, lot

MOST: Final = 8_000
"""So many claims are looked at, by default: all that fit where they are fewer."""

ENOUGH: Final = 2_000
"""So many claims that were drawn stand for the others, by default."""

DRAWN: Final = (256, 128, 64, 32, 16, 8)
"""One claim in so many may be looked at, by the index of the claims of which there is one in 64, or in 8."""

BUDGET: Final = 0.06
"""Seconds of processor time within which all claims that fit must be found; else some are drawn."""

STEPS: Final = 5_000
"""Steps of SQLite's machine between two looks at the clock."""


class Sample(Struct, frozen=True):
    """Rows of claims. total: how many fit. step: each row stands for so many claims; 1: these are all of them."""

    rows: Sequence[Any]
    total: int
    step: int

    @property
    def exact(self) -> bool:
        """Are these all claims that fit?"""
        return self.step == 1


def sample(
    connection: Connection,
    asked: ClaimFilter,
    columns: Sequence[ColumnElement[Any]],
    *,
    most: int = MOST,
    enough: int = ENOUGH,
) -> Sample:
    """The claims that fit a filter, where they are at most so many and found quickly, else some of them.

    Of each its key and the columns. Raises BadQuery.
    """
    wanted, chosen = conditions(connection, asked), (claims.c.key, *columns)
    if asked.runs:  # only claims that count are ever drawn
        rows = connection.execute(sa.select(*chosen).where(*wanted)).all()
        return Sample(rows, len(rows), 1)
    first = _drawn(connection, [claims.c.key], wanted, DRAWN[0])
    about = DRAWN[0] * len(first)
    if about < 2 * most:
        few = sa.select(claims.c.key).where(*wanted).order_by(claims.c.day, claims.c.key).limit(most + 1)
        found = _quickly(connection, few)
        if found is not None and len(found) <= most:
            keys = [row.key for row in found]
            rows = connection.execute(sa.select(*chosen).where(among(connection, claims.c.key, keys))).all()
            return Sample(rows, len(rows), 1)
    step = next((step for step in DRAWN if about / step >= enough), DRAWN[-1])
    rows = _drawn(connection, chosen, wanted, step)
    return Sample(rows, len(rows) * step, step)


def _drawn(
    connection: Connection, columns: Sequence[ColumnElement[Any]], wanted: Sequence[ColumnElement[bool]], step: int
) -> Sequence[Any]:
    """The claims that fit among those drawn, of which there is one in `step`."""
    index = next(one for one in LOTS if one <= step)
    statement = sa.select(*columns).where(*wanted, sa.text(lot(index)))
    if step != index:
        statement = statement.where(sa.text(lot(step)))
    return connection.execute(statement.with_hint(claims, f"INDEXED BY ix_claims_lot{index}", "sqlite")).all()


def _quickly(connection: Connection, statement: sa.Select[Any]) -> Sequence[Any] | None:
    """The rows of a select; None where SQLite needs longer than the budget. PostgreSQL is given the time it takes."""
    raw = connection.connection.dbapi_connection
    if connection.dialect.name != "sqlite" or raw is None:
        return connection.execute(statement).all()
    end = time.thread_time() + BUDGET
    raw.set_progress_handler(lambda: time.thread_time() > end, STEPS)
    try:
        return connection.execute(statement).all()
    except OperationalError:
        if time.thread_time() > end:
            return None
        raise
    finally:
        raw.set_progress_handler(None, STEPS)
