"""Making a new ledger, and looking whether a file can be one."""

from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import LedgerDamaged
from sayso.ledger import custody
from sayso.ledger.opening.engines import APPLICATION_ID, HEAD
from sayso.ledger.schema import actors, claims, incidents, labels, texts
from sayso.ledger.schema.columns import metadata
from sayso.ledger.schema.index import create_index

MAGIC: Final = b"SQLite format 3\x00"
HEADER: Final = 100
TABLES: Final = (texts.documents, claims.claims, incidents.incidents, labels.labels, actors.actor_judgements)
"""A table of each module: that they are imported declares all of theirs."""


def make(connection: Connection, at: str) -> None:
    """Make every table of a ledger, and the first entry of its log."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    metadata.create_all(connection)
    create_index(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.execute(sa.text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD})
    custody.append(connection, at, "made", "", "", schema=HEAD)


def look_at(path: Path | None, where: str) -> None:
    """Raises LedgerDamaged for a file that is none of SQLite's, or that is shorter than it says it is."""
    if path is None or not path.is_file() or path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        header = file.read(HEADER)
    if len(header) < HEADER or not header.startswith(MAGIC):
        raise LedgerDamaged(where, "this is no ledger", "name a file that `sayso add` made")
    size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    wal = path.with_name(path.name + "-wal")
    whole = pages * (65_536 if size == 1 else size)
    if path.stat().st_size < whole and not (wal.exists() and wal.stat().st_size):
        raise LedgerDamaged(
            where,
            f"the file is cut short ({path.stat().st_size:,} of {whole:,} bytes)",
            "`sayso recover` saves what can be read of it",
        )
