"""Verifying rows that each keep one noun: the noun, the columns that it gives, and what the log tells of the row."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import sqlalchemy as sa
from msgspec import DecodeError
from sqlalchemy import Connection

from sayso.ledger.canon import Noun, loads
from sayso.ledger.verifying.altered import Altered, Chronicle, detail_of, unlike

# What the columns of a row should hold.
Wanted: TypeAlias = Mapping[str, Any]


def nouns_altered(
    connection: Connection,
    chronicle: Chronicle,
    table: sa.Table,
    kind: type[Noun],
    wanted: Callable[[Noun, sa.RowMapping], Wanted],
) -> Iterator[Altered]:
    """The rows of a table that are not what was written: altered, missing, or not told of by the log.

    kind: the noun of each row. The log calls it what the table is called, in the singular: "actor judgement" for "actor_judgements".
    """
    seen = set()
    for row in connection.execute(sa.select(table)).mappings():
        noun = noun_of(row["noun"], kind)
        seen.add(row["id"])
        if noun is None:
            yield Altered(table.name, row["id"], "altered: noun")
        else:
            yield from unlike(table.name, row["id"], row, wanted(noun, row))
    yield from _missing(chronicle, table.name, table.name.removesuffix("s").replace("_", " "), seen)


def _missing(chronicle: Chronicle, table: str, kind: str, seen: set[str]) -> Iterator[Altered]:
    """Rows of which the log tells and that are not there, and rows of which it does not tell.

    What belongs to a forgotten document may be missing.
    """
    for subject in sorted(set(chronicle.subjects(kind)) - seen):
        entry = chronicle.last(kind, subject)
        detail = detail_of(entry)
        about = [str(detail[name]) for name in ("document", "other") if name in detail]
        if not any(chronicle.last("forgotten", one) for one in about):
            yield Altered(table, subject, "missing")
    for subject in sorted(seen - set(chronicle.subjects(kind))):
        yield Altered(table, subject, "the log does not tell of it")


def noun_of(text: str, kind: type[Noun]) -> Noun | None:
    """The noun of a row; None where it was altered beyond reading."""
    try:
        return loads(text, kind)
    except (DecodeError, ValueError):
        return None
