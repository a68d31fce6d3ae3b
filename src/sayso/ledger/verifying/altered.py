"""What verifying finds, and how rows are compared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from msgspec import DecodeError, Struct
from sqlalchemy import Connection

from sayso.ledger.canon import loads
from sayso.ledger.custody import Entry, entries


class Altered(Struct, frozen=True, order=True):
    """Something that is not as it was written: in which table, which row (its id, or its key), and what is wrong."""

    table: str
    row: str
    what: str


def detail_of(entry: Entry | None) -> dict[str, object]:
    """The detail of an entry; empty where there is none, or where it was altered beyond reading (its hash tells)."""
    if entry is None:
        return {}
    try:
        return loads(entry.detail, dict[str, object])
    except (DecodeError, ValueError):
        return {}


class Chronicle:
    """The custody log by what its entries are about."""

    def __init__(self, connection: Connection) -> None:
        self.entries = list(entries(connection))
        self.about: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            self.about.setdefault((entry.kind, entry.subject), []).append(entry)
        self.times = {entry.at for entry in self.entries}

    def last(self, kind: str, subject: str) -> Entry | None:
        """The last entry of a kind about a subject."""
        found = self.about.get((kind, subject))
        return found[-1] if found else None

    def subjects(self, kind: str) -> Iterator[str]:
        """What entries of a kind are about."""
        yield from (subject for one, subject in self.about if one == kind)


def broken(chronicle: Chronicle) -> Iterator[Altered]:
    """Where the chain of the log is broken."""
    previous, number = "", 0
    for entry in chronicle.entries:
        row = str(entry.number)
        if entry.number != number + 1:
            yield Altered("log", row, f"entries {number + 1} to {entry.number - 1} are missing")
        elif entry.previous != previous:
            yield Altered("log", row, "it does not follow the entry before it")
        if entry.hash != entry.right:
            yield Altered("log", row, "its content does not fit its hash")
        previous, number = entry.hash, entry.number


def unlike(
    table: str,
    name: str,
    stored: sa.RowMapping,
    wanted: Mapping[str, Any],
) -> Iterator[Altered]:
    """The columns of a row that are not what they should be."""
    wrong = [column for column, value in wanted.items() if stored[column] != value]
    if wrong:
        yield Altered(table, name, f"altered: {', '.join(wrong)}")


def rows_unlike(
    table: sa.Table,
    stored: Sequence[sa.RowMapping],
    wanted: Sequence[Mapping[str, Any]],
    by: Sequence[str],
    reading: str,
) -> Iterator[Altered]:
    """What differs between the stored rows of a reading and those that its nouns give.

    by: the columns that tell rows apart; reading: its id, by which the rows are named.
    """
    have = {tuple(row[name] for name in by): row for row in stored}
    want = {tuple(row[name] for name in by): row for row in wanted}
    for which in sorted({*have, *want}, key=repr):
        name = " ".join([reading, *(str(one) for one in which)])
        if which not in want:
            yield Altered(table.name, name, "added")
        elif which not in have:
            yield Altered(table.name, name, "missing")
        else:
            yield from unlike(table.name, name, have[which], want[which])


def counted(table: str, stored: Iterable[tuple[str, Any]], wanted: Mapping[str, Any], what: str) -> Iterator[Altered]:
    """The rows whose count is not what is counted."""
    for name, value in stored:
        if value != wanted.get(name, 0):
            yield Altered(table, name, f"altered: {what}")
