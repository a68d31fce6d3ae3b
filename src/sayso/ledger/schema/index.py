"""The full-text index: FTS5 in SQLite, tsvector in PostgreSQL, over words that the ledger has folded itself.

Both see the same folded words, so that both find the same.
"""

from collections.abc import Iterable
from typing import Final, Literal

import sqlalchemy as sa
from sqlalchemy import Connection

Indexed = Literal["search_documents", "search_claims"]
FTS5: Final = "USING fts5(words, content='', tokenize=\"unicode61 remove_diacritics 0\")"
MANY: Final = 1_000

INDEXED: Final[tuple[Indexed, ...]] = ("search_documents", "search_claims")


def create_index(connection: Connection) -> None:
    """Make the tables of the index."""
    for name in INDEXED:
        for statement in _creating(name, connection.dialect.name):
            connection.exec_driver_sql(statement)


def _creating(name: Indexed, dialect: str) -> list[str]:
    if dialect == "sqlite":
        return [f"CREATE VIRTUAL TABLE {name} {FTS5}"]
    return [
        f"CREATE TABLE {name} (key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
        f"CREATE INDEX ix_{name}_words ON {name} USING GIN (words)",
    ]


def unlike(connection: Connection, name: Indexed, rows: Iterable[tuple[int, str]]) -> list[int]:
    """The keys under which the index does not hold just these folded words, in this order."""
    if connection.dialect.name != "sqlite":
        return _unlike_postgresql(connection, name, rows)
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.right_{name} {FTS5}")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.of_right USING fts5vocab(temp, right_{name}, instance)")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.of_stored USING fts5vocab(main, {name}, instance)")
    insert = sa.text(f"INSERT INTO temp.right_{name} (rowid, words) VALUES (:key, :words)")  # noqa: S608  # a name of our own
    for chunk in _batches(rows):
        connection.execute(insert, [{"key": key, "words": words} for key, words in chunk])
    found: set[int] = set()
    for one, other in (("of_right", "of_stored"), ("of_stored", "of_right")):
        differing = f'SELECT term, doc, "offset" FROM {one} EXCEPT SELECT term, doc, "offset" FROM {other}'  # noqa: S608  # the same
        found |= {row.doc for row in connection.execute(sa.text(differing))}
    for table in ("of_right", "of_stored", f"right_{name}"):
        connection.exec_driver_sql(f"DROP TABLE temp.{table}")
    return sorted(found)


def _unlike_postgresql(connection: Connection, name: Indexed, rows: Iterable[tuple[int, str]]) -> list[int]:
    same = sa.text(f"SELECT words = to_tsvector('simple', :words) FROM {name} WHERE key = :key")  # noqa: S608  # the same
    found, seen = [], set()
    for key, words in rows:
        seen.add(key)
        if not connection.execute(same, {"words": words, "key": key}).scalar():
            found.append(key)
    every = connection.execute(sa.text(f"SELECT key FROM {name}")).scalars()  # noqa: S608  # the same
    return sorted({*found, *(set(every) - seen)})


def _batches(rows: Iterable[tuple[int, str]]) -> Iterable[list[tuple[int, str]]]:
    batch: list[tuple[int, str]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == MANY:
            yield batch
            batch = []
    if batch:
        yield batch


def put(connection: Connection, name: Indexed, rows: Iterable[tuple[int, str]]) -> None:
    """Index folded words under the keys of their rows."""
    values = [{"key": key, "words": words} for key, words in rows]
    if not values:
        return
    if connection.dialect.name == "sqlite":
        statement = f"INSERT INTO {name} (rowid, words) VALUES (:key, :words)"  # noqa: S608  # a name of our own
    else:
        statement = f"INSERT INTO {name} (key, words) VALUES (:key, to_tsvector('simple', :words))"  # noqa: S608  # the same
    connection.execute(sa.text(statement), values)


def take(connection: Connection, name: Indexed, rows: Iterable[tuple[int, str]]) -> None:
    """Take rows out of the index; the words must be those that they were put in with."""
    values = [{"key": key, "words": words} for key, words in rows]
    if not values:
        return
    if connection.dialect.name == "sqlite":
        statement = f"INSERT INTO {name} ({name}, rowid, words) VALUES ('delete', :key, :words)"  # noqa: S608  # the same
        connection.execute(sa.text(statement), values)
    else:
        connection.execute(
            sa.text(f"DELETE FROM {name} WHERE key = :key"),  # noqa: S608  # the same
            [{"key": value["key"]} for value in values],
        )
