"""Finding the keys of rows by their ids, and giving out new ones. Only the one writer gives out keys."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.sql.expression import ColumnElement

from sayso.errors import NotInLedger
from sayso.ledger.written import Row

CHUNK = 500
WHOLE = 64
"""Length of an id."""


def next_key(connection: Connection, table: Table) -> int:
    """The key that a new row of the table gets."""
    return (connection.execute(sa.select(sa.func.max(table.c.key))).scalar() or 0) + 1


def key_of(connection: Connection, table: Table, id: str) -> int | None:  # noqa: A002  # the column's own name
    """The key of the row with that id; None where there is none."""
    found = connection.execute(sa.select(table.c.key).where(table.c.id == id)).scalar()
    return None if found is None else int(found)


def keys_of(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, int]:
    """The keys of the rows with those ids; ids that are not there are left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), CHUNK):
        chosen = wanted[start : start + CHUNK]
        for row in connection.execute(sa.select(table.c.id, table.c.key).where(table.c.id.in_(chosen))):
            found[row.id] = row.key
    return found


def named(column: ColumnElement[Any], ids: Iterable[str]) -> ColumnElement[bool]:
    """The condition that a column holds one of the ids, of which the beginning is enough."""
    wanted = list(ids)
    whole = [one for one in wanted if len(one) >= WHOLE]
    begun = [sa.and_(column >= one.lower(), column < one.lower() + "g") for one in wanted if len(one) < WHOLE]
    return sa.or_(column.in_(whole), *begun) if whole or not begun else sa.or_(*begun)


def whole_id(connection: Connection, table: Table, id: str, what: str, where: str) -> str:  # noqa: A002  # the column's own name
    """The id of the one row whose id begins so. Raises NotInLedger where there is none, or more than one."""
    found = connection.execute(sa.select(table.c.id).where(named(table.c.id, [id])).distinct().limit(2)).scalars().all()
    if len(found) != 1:
        raise NotInLedger(
            where, f"there is no {what} {id}" if not found else f"the ids of several {what}s begin with {id}"
        )
    return str(found[0])


def ids_of(connection: Connection, table: Table, keys: Iterable[int]) -> dict[int, str]:
    """The ids of rows by their keys."""
    wanted = sorted(set(keys))
    found: dict[int, str] = {}
    for start in range(0, len(wanted), CHUNK):
        chosen = wanted[start : start + CHUNK]
        for row in connection.execute(sa.select(table.c.key, table.c.id).where(table.c.key.in_(chosen))):
            found[row.key] = row.id
    return found


def keys_made(connection: Connection, table: Table, rows: Mapping[str, Row], **more: object) -> dict[str, int]:
    """The keys of rows by id; those that are not there yet are inserted, with `more` columns."""
    found = keys_of(connection, table, rows)
    new = sorted(set(rows) - set(found))
    if new:
        first = next_key(connection, table)
        made = {id_: first + number for number, id_ in enumerate(new)}
        connection.execute(sa.insert(table), [{"key": made[id_], "id": id_, **rows[id_], **more} for id_ in new])
        found |= made
    return found
