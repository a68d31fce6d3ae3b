"""Upgrading an old ledger, after a backup."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import LedgerError, LedgerVersion, NoLedger
from sayso.ledger import custody
from sayso.ledger.opening.engines import HEAD, Address, address_of, engine_of, version_of
from sayso.ledger.opening.faults import told
from sayso.ledger.opening.making import look_at
from sayso.ledger.whole.putting import put_anew

MIGRATIONS: Final = Path(__file__).parents[1] / "migrations"
NARROWED: Final = "0005"
"""Since this schema, claims are put where their words narrow the place to."""


class Migrated(Struct, frozen=True):
    """From which migration to which; backup: the copy of the file as it was, None where nothing was to be done."""

    before: str
    after: str
    backup: str | None


def migrate(where: str | os.PathLike[str] | None, at: str, *, wait: float, backed_up: bool = False) -> Migrated:
    """Upgrade a ledger to what this version of sayso expects. A file is copied first, beside itself.

    backed_up: the caller has a backup of a PostgreSQL database, of which sayso makes none.
    Raises NoLedger, LedgerBusy, LedgerVersion for a ledger that is newer than this sayso.
    """
    address = address_of(where)
    named = str(address)
    if address.path is not None and not address.path.exists():
        raise NoLedger(named, "there is no such file")
    look_at(address.path, named)
    engine = engine_of(address, write=True, wait=wait)
    try:
        before = version_of(engine, named)
        if before is None:
            raise NoLedger(named, "this holds no ledger")
        if before > HEAD:
            raise LedgerVersion(named, f"it was made by a newer sayso (schema {before})", "install a newer sayso")
        if before == HEAD:
            return Migrated(before, HEAD, None)
        backup = _back_up(address, before, backed_up=backed_up)
        with told(named), engine.begin() as connection:
            upgrade(connection, HEAD)
            if before < NARROWED:
                put_anew(connection)
            custody.append(connection, at, "migrated", before, "", schema=HEAD)
        return Migrated(before, HEAD, backup)
    finally:
        engine.dispose()


def _back_up(address: Address, before: str, *, backed_up: bool) -> str | None:
    if address.path is None:
        if not backed_up:
            raise LedgerError(str(address), "sayso makes no backup of a PostgreSQL database",
                              "make one with pg_dump, then say so with --backed-up")  # fmt: skip
        return None
    target = address.path.with_name(f"{address.path.name}.{before}.backup")
    number = 1
    while target.exists():
        number += 1
        target = address.path.with_name(f"{address.path.name}.{before}.backup-{number}")
    with sqlite3.connect(address.path) as source, sqlite3.connect(target) as copy:
        source.backup(copy)
    source.close()
    copy.close()
    return str(target)


def upgrade(connection: Connection, to: str) -> None:
    """Run the migrations up to one, in the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
