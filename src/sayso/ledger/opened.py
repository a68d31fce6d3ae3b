"""An open ledger: its connections and its transactions."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from sayso.errors import LedgerReadOnly, NoLedger
from sayso.ledger import (
    making,
)
from sayso.ledger.faults import told
from sayso.ledger.opening import Address, address_of, check_version, engine_of, version_of

WAIT = 30.0


def now() -> str:
    """The time in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Opened:
    """A ledger that is open: its connections and transactions.

    Reading may be done by any number of processes and threads. There is one writer at a time: another waits.
    """

    def __init__(self, address: Address, engine: Engine, *, write: bool, clock: Callable[[], str]) -> None:
        self.address = address
        self.where = str(address)
        self._engine = engine
        self._write = write
        self._clock = clock
        self._writing: Connection | None = None

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
        engine = engine_of(address, write=write, wait=wait)
        try:
            found = version_of(engine, named)
            if found is not None:
                check_version(found, named)
            elif write:
                with told(named), engine.begin() as connection:
                    making.make(connection, clock())
            else:
                raise NoLedger(named, "this database holds no ledger")  # noqa: TRY301  # the engine is closed below
        except BaseException:
            engine.dispose()
            raise
        return cls(address, engine, write=write, clock=clock)

    def close(self) -> None:
        """Let go of the file or database."""
        self._engine.dispose()

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
        if self._writing is not None:
            yield self._writing
            return
        with told(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is written in the block is kept, or none of it. Within another block, a part of it."""
        if not self._write:
            raise LedgerReadOnly(self.where, "it was opened for reading", "open it with write=True")
        if self._writing is not None:
            with self._writing.begin_nested():
                yield self._writing
            return
        with told(self.where), self._engine.begin() as connection:
            self._writing = connection
            try:
                yield connection
            finally:
                self._writing = None

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make one transaction of many additions, which is faster. If it is interrupted, none of them is kept."""
        with self.writing():
            yield
