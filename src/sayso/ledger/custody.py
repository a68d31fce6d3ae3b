"""The custody log: append-only, each entry chained to the one before by its hash."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.canon import canonical, dumps
from sayso.ledger.schema.texts import log


class Entry(Struct, frozen=True):
    """One entry of the custody log.

    kind: document, reading, judgement, actor judgement, label, forgotten, export, merged, migrated, recovered, made, problem,
    added (who asked for an addition).
    subject: the id of what it was done to. digest: SHA-256 of the subject's content then. detail: more, as JSON.
    previous: the hash of the entry before; hash: SHA-256 of all the other fields as one canonical JSON array.
    """

    number: int
    at: str
    kind: str
    subject: str
    digest: str
    detail: str
    previous: str
    hash: str

    @property
    def right(self) -> str:
        """The hash that the entry must have."""
        fields = [self.number, self.at, self.kind, self.subject, self.digest, self.detail, self.previous]
        return hashlib.sha256(canonical(fields)).hexdigest()


class Told(Struct, frozen=True):
    """What an entry is to tell, as `Entry` has it, before it has its place in the log."""

    kind: str
    subject: str
    digest: str
    detail: Mapping[str, object]


def append(connection: Connection, at: str, kind: str, subject: str, digest: str, **detail: object) -> Entry:
    """Add an entry to the end of the log."""
    (entry,) = append_all(connection, at, [Told(kind, subject, digest, detail)])
    return entry


def append_all(connection: Connection, at: str, told: Iterable[Told]) -> list[Entry]:
    """Add entries to the end of the log, in their order."""
    last = connection.execute(sa.select(log.c.number, log.c.hash).order_by(log.c.number.desc()).limit(1)).first()
    number, previous = (0, "") if last is None else (last.number, last.hash)
    added: list[Entry] = []
    for one in told:
        number += 1
        draft = Entry(number, at, one.kind, one.subject, one.digest, dumps(one.detail), previous, "")
        added.append(msgspec.structs.replace(draft, hash=draft.right))
        previous = added[-1].hash
    if added:
        connection.execute(sa.insert(log), [msgspec.structs.asdict(one) for one in added])
    return added


def entries(connection: Connection, after: int = 0) -> Iterator[Entry]:
    """The entries of the log with a number greater than `after`, in order."""
    for row in connection.execute(sa.select(log).where(log.c.number > after).order_by(log.c.number)):
        yield entry_of(row)


def entry_of(row: Any) -> Entry:
    """The entry of a row of the log."""
    return Entry(row.number, row.at, row.kind, row.subject, row.digest, row.detail, row.previous, row.hash)


def last_hash(connection: Connection) -> str:
    """The hash of the last entry: it stands for all that was done to the ledger. Empty for an empty log."""
    found: Any = connection.execute(sa.select(log.c.hash).order_by(log.c.number.desc()).limit(1)).scalar()
    return "" if found is None else str(found)
