"""An open ledger: its connections and its transactions."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from sayso.errors import LedgerReadOnly, NoLedger
from sayso.ledger.opening import making
from sayso.ledger.opening.engines import Address, address_of, check_version, engine_of, has_ledger, version_of
from sayso.ledger.opening.faults import told

WAIT = 30.0


def now() -> str:
    """The time in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class _Now(threading.local):
    """The transaction in which a thread is writing."""

    writing: Connection | None = None


@contextmanager
def _part(connection: Connection) -> Iterator[None]:
    """A part of a transaction, undone by itself where it fails."""
    savepoint = connection.begin_nested()
    try:
        yield
    except BaseException:
        # where the disk is full, SQLite has undone the whole transaction already
        if connection.dialect.name != "sqlite" or getattr(
            connection.connection.dbapi_connection, "in_transaction", False
        ):
            savepoint.rollback()
        raise
    savepoint.commit()


def writable(path: Path) -> bool:
    """May the file be written, and files beside it be made?"""
    beside = not path.parent.exists() or os.access(path.parent, os.W_OK)
    return beside and (not path.exists() or os.access(path, os.W_OK))


def _filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _make(writer: Engine, named: str, clock: Callable[[], str]) -> None:
    """Make the tables of a new ledger, unless somebody else has just done so."""
    with told(named), writer.begin() as connection:
        if not has_ledger(connection):
            making.make(connection, clock())


class Opened:
    """A ledger that is open: its connections and transactions.

    Reading may be done by any number of processes and threads. There is one writer at a time: another waits.
    """

    def __init__(self, address: Address, reader: Engine, writer: Engine | None, clock: Callable[[], str]) -> None:
        self.address = address
        self.where = str(address)
        self._reader = reader
        self._writer = writer
        self._clock = clock
        self._now = _Now()
        self._wrote = False

    @classmethod
    def open(
        cls,
        where: str | os.PathLike[str] | None = None,
        *,
        write: bool = False,
        wait: float = WAIT,
        clock: Callable[[], str] = now,
    ) -> Self:
        """Open a ledger: a path of a file, or the address of a PostgreSQL database.

        where: by default what the environment variable SAYSO_LEDGER names, else ./ledger.sayso.
        write: to add to it; a ledger that is not there is then made. wait: seconds to wait for another writer.
        clock: what tells the time for the custody log.

        Raises NoLedger, LedgerDamaged, LedgerVersion, LedgerReadOnly, LedgerBusy.
        """
        address = address_of(where)
        named = str(address)
        if address.path is not None and not write and not address.path.exists():
            raise NoLedger(named, "there is no such file", "`sayso add` makes a ledger, and --ledger names one")
        making.look_at(address.path, named)
        if write and address.path is not None and not writable(address.path):
            raise LedgerReadOnly(named, "it cannot be written", "see who owns the file and its folder")
        writer = engine_of(address, write=True, wait=wait) if write else None
        reader = engine_of(address, write=False, wait=wait)
        try:
            if writer is not None and (address.path is None or not _filled(address.path)):
                _make(writer, named, clock)
            found = version_of(reader, named)
            if found is None:
                raise NoLedger(named, "this holds no ledger")  # noqa: TRY301  # the engines are closed below
            check_version(found, named)
        except BaseException:
            reader.dispose()
            if writer is not None:
                writer.dispose()
            raise
        return cls(address, reader, writer, clock)

    def close(self) -> None:
        """Let go of the file or database."""
        if self._wrote and self._writer is not None:
            self._survey(self._writer)
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """The file, where the ledger is one."""
        return self.address.path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it stands now, whatever is written meanwhile."""
        if self._now.writing is not None:
            yield self._now.writing
            return
        with told(self.where), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is written in the block is kept, or none of it. Within another block, a part of it."""
        if self._writer is None:
            raise LedgerReadOnly(self.where, "it was opened for reading", "open it with write=True")
        if self._now.writing is not None:
            with told(self.where), _part(self._now.writing):
                yield self._now.writing
            return
        with told(self.where), self._writer.begin() as connection:
            self._now.writing = connection
            self._wrote = True
            try:
                yield connection
            finally:
                self._now.writing = None

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make one transaction of many additions, which is faster. If it is interrupted, none of them is kept."""
        with self.writing():
            yield

    def _survey(self, writer: Engine) -> None:
        """Let SQLite look at how often values occur, by which it chooses among indexes. PostgreSQL does so by itself."""
        if self.path is None:
            return
        raw = writer.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("PRAGMA busy_timeout = 0")
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")
        except sqlite3.OperationalError:
            return  # another writer is at work, or the disk is full: it is a help, and nothing depends on it
        finally:
            raw.invalidate()

    def settle(self) -> None:
        """Bring everything from the write-ahead log into the file itself; nothing to do for a database."""
        if self._writer is None or self.path is None:
            return
        with told(self.where):
            raw = self._writer.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()
