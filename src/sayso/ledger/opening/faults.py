"""What databases complain of, in the words of the ledger's errors."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerFull, LedgerReadOnly, NoLedger

BUSY = ("database is locked", "database table is locked", "lock timeout", "canceling statement due to lock timeout")
FULL = ("database or disk is full", "no space left", "disk i/o error", "could not extend file")
READ_ONLY = ("readonly database", "read-only", "permission denied", "attempt to write a readonly")
DAMAGED = ("malformed", "not a database", "is encrypted", "no such table: alembic_version", "corrupt")
ABSENT = (
    "unable to open database file",
    "does not exist",
    "could not connect",
    "connection refused",
    "connection failed",
)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the database raises in the block into an error that says what is wrong and what to do."""
    try:
        yield
    except DBAPIError as error:
        raise fault(where, str(error.orig)) from error


def fault(where: str, message: str) -> LedgerError:
    """The error for a database's message."""
    lower = message.lower()
    if any(words in lower for words in BUSY):
        return LedgerBusy(where, "another process is writing to it", "wait until it has finished, or stop it")
    if any(words in lower for words in FULL):
        return LedgerFull(where, f"it could not be written ({_first(message)})", "make room on the disk and try again")
    if any(words in lower for words in READ_ONLY):
        return LedgerReadOnly(where, "it cannot be written", "see who owns the file and its folder")
    if any(words in lower for words in DAMAGED):
        return LedgerDamaged(
            where, f"this is no whole ledger ({_first(message)})", "`sayso recover` saves what can be read of it"
        )
    if any(words in lower for words in ABSENT):
        return NoLedger(where, f"it cannot be opened ({_first(message)})", "see that the path or address is right")
    return LedgerError(where, _first(message))


def _first(message: str) -> str:
    lines = message.strip().splitlines()
    return lines[0] if lines else "no reason given"
