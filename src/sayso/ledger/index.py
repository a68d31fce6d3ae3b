"""The full-text index: FTS5 in SQLite, tsvector in PostgreSQL, over words that the ledger has folded itself.

Both see the same folded words, so that both find the same.
"""

from collections.abc import Iterable
from typing import Final, Literal

import sqlalchemy as sa
from sqlalchemy import Connection

Indexed = Literal["search_documents", "search_claims"]
PHRASE: Final = 60
"""Words that are asked for at once when the index is verified."""

INDEXED: Final[tuple[Indexed, ...]] = ("search_documents", "search_claims")


def create_index(connection: Connection) -> None:
    """Make the tables of the index."""
    for name in INDEXED:
        for statement in _creating(name, connection.dialect.name):
            connection.exec_driver_sql(statement)


def _creating(name: Indexed, dialect: str) -> list[str]:
    if dialect == "sqlite":
        return [
            f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', tokenize=\"unicode61 remove_diacritics 0\")"
        ]
    return [
        f"CREATE TABLE {name} (key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
        f"CREATE INDEX ix_{name}_words ON {name} USING GIN (words)",
    ]


def holds(connection: Connection, name: Indexed, key: int, words: str) -> bool:
    """Does the index hold these folded words, in this order, under this key?"""
    if connection.dialect.name != "sqlite":
        same = sa.text(f"SELECT words = to_tsvector('simple', :words) FROM {name} WHERE key = :key")  # noqa: S608  # a name of our own
        return bool(connection.execute(same, {"words": words, "key": key}).scalar())
    there = sa.text(f"SELECT 1 FROM {name}_docsize WHERE id = :key")  # noqa: S608  # the same
    if connection.execute(there, {"key": key}).first() is None:
        return False
    match = sa.text(f"SELECT 1 FROM {name} WHERE {name} MATCH :match AND rowid = :key")  # noqa: S608  # the same
    listed = words.split()
    return all(
        connection.execute(match, {"match": f'"{" ".join(listed[start : start + PHRASE])}"', "key": key}).first()
        for start in range(0, len(listed), PHRASE)
    )


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
