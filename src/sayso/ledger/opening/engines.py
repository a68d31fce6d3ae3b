"""Opening a ledger: a SQLite file by default, a PostgreSQL database by URL; and making a new one."""

import os
import sqlite3
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import LedgerError, LedgerVersion, NoLedger
from sayso.ledger.opening.faults import told

DEFAULT: Final = "ledger.sayso"
VARIABLE: Final = "SAYSO_LEDGER"
HEAD: Final = "0005"
"""The migration that the code expects a ledger to be at."""

APPLICATION_ID: Final = 0x5A590001
"""Marks a SQLite file as a ledger of sayso (the `file` command can tell by it)."""

CACHE_KIB: Final = 64 * 1024
MAPPED_BYTES: Final = 1 << 30
WRITER: Final = 0x5A59
"""The number of PostgreSQL's advisory lock that the one writer holds."""


class Address(Struct, frozen=True):
    """Where a ledger is: a file (path) or a database (url)."""

    url: str
    path: Path | None = None

    def __str__(self) -> str:
        return str(self.path) if self.path is not None else make_url(self.url).render_as_string()


def address_of(where: str | os.PathLike[str] | None = None) -> Address:
    """The address for what the user names: a path, sqlite:///PATH or postgresql://...

    By default, what SAYSO_LEDGER names, else ./ledger.sayso. Raises LedgerError for another kind of database.
    """
    given = os.fspath(where) if where is not None else os.environ.get(VARIABLE) or DEFAULT
    if "://" not in given:
        return Address(f"sqlite:///{given}", Path(given))
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise LedgerError(given, "this is no address of a database", "write postgresql://USER@HOST/NAME") from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database:
        return Address(given, Path(url.database))
    if kind in ("postgresql", "postgres"):
        return Address(url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False))
    raise LedgerError(given, f"a ledger cannot be kept in {kind}", "use a SQLite file or PostgreSQL")


def engine_of(address: Address, *, write: bool, wait: float) -> Engine:
    """An engine for the address. write: transactions take the one writer's lock. wait: seconds to wait for it."""
    if address.path is None:
        return _postgresql(address, write=write, wait=wait)
    return _sqlite(address, address.path, write=write, wait=wait)


class _Hinted(SQLiteCompiler):
    """Writes the hints that SQLAlchemy's own compiler for SQLite leaves out: INDEXED BY."""

    def get_from_hint_text(self, table: Any, text: str | None) -> str | None:  # noqa: ARG002  # the method's own arguments
        return text


def _sqlite(address: Address, path: Path, *, write: bool, wait: float) -> Engine:
    if path.is_dir():
        raise NoLedger(str(path), "this is a folder", "name a file in it")
    uri = path.absolute().as_uri()
    question = f"{uri}?mode={'rwc' if write else 'ro'}"
    if not write and _sealed(path):
        question += "&immutable=1"

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(question, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
        made.execute("PRAGMA foreign_keys = ON")
        made.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        made.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        made.execute("PRAGMA temp_store = MEMORY")
        if write:
            made.execute("PRAGMA journal_mode = WAL")
            made.execute("PRAGMA synchronous = NORMAL")
        return made

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.QueuePool)
    engine.dialect.statement_compiler = _Hinted
    begin = "BEGIN IMMEDIATE" if write else "BEGIN"
    event.listen(engine, "begin", lambda connection: _exec(connection, begin))
    del address
    return engine


def _sealed(path: Path) -> bool:
    """Can the file only be read in place, because nothing may be made beside it? Then no writer can be there either."""
    beside = path.with_name(path.name + "-wal")
    return path.exists() and not os.access(path.parent, os.W_OK) and not (beside.exists() and beside.stat().st_size)


def _exec(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)


def _postgresql(address: Address, *, write: bool, wait: float) -> Engine:
    engine = sa.create_engine(address.url, isolation_level="READ COMMITTED" if write else "REPEATABLE READ")
    if not write:
        return engine.execution_options(postgresql_readonly=True)

    def lock(connection: Connection) -> None:
        _exec(connection, f"SET LOCAL lock_timeout = '{int(wait * 1000)}ms'")
        _exec(connection, f"SELECT pg_advisory_xact_lock({WRITER})")

    event.listen(engine, "begin", lock)
    return engine


def has_ledger(connection: Connection) -> bool:
    """Are the tables of a ledger there?"""
    return sa.inspect(connection).has_table("alembic_version")


def version_of(engine: Engine, where: str) -> str | None:
    """The migration that a ledger is at; None where the database holds no ledger at all."""
    with told(where), engine.connect() as connection:
        if not has_ledger(connection):
            return None
        found: Any = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)


def check_version(found: str, where: str) -> None:
    """Raises LedgerVersion unless the ledger is at the migration that this code expects."""
    if found < HEAD:
        raise LedgerVersion(where, f"it was made by an older sayso (schema {found})", "run `sayso migrate` on it")
    if found > HEAD:
        raise LedgerVersion(where, f"it was made by a newer sayso (schema {found})", "install a newer sayso")
