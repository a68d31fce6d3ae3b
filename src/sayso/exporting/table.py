"""Tables: columns with their types and meanings, and rows written as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, Literal

from msgspec import Struct

from sayso.exporting.rows import Party, Row
from sayso.exporting.wording import SPACES
from sayso.model import Count

Cell = str | int | float | bool | None
ColumnType = Literal["string", "integer", "number", "boolean", "date"]
BETWEEN = "; "
# A spreadsheet takes a cell that starts so for a formula, and the words are other people's.
FORMULA = ("=", "+", "-", "@")


class Column(Struct, frozen=True):
    """One column: its name, its type (in Frictionless's words), what it holds, and how it is read off a row."""

    name: str
    type: ColumnType
    what: str
    value: Callable[[Row], Cell]


def write_csv(rows: Iterable[Row], columns: Sequence[Column], out: BinaryIO) -> None:
    """UTF-8, comma, header, quotes where needed; an empty cell is what is not told."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow([_cell(column.value(row)) for column in columns])
    finally:
        text.detach()


def _cell(value: Cell) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        plain = SPACES.sub(" ", value).strip()
        return f"'{plain}" if plain.startswith(FORMULA) else plain
    return value


def joined(values: Iterable[str | None]) -> str | None:
    """Several values in one cell; None for none."""
    return BETWEEN.join(dict.fromkeys(value for value in values if value)) or None


def names(party: Party) -> str | None:
    """The names of a party's actors."""
    return joined(one.name for one in party.who)


def ids(party: Party) -> str | None:
    """The ids of a party's actors."""
    return joined(one.id for one in party.who)


def members(party: Party) -> str | None:
    """The ids of those whom a party's coalitions are made up of."""
    return joined(dict.fromkeys(member for one in party.who for member in one.members))


def words(party: Party) -> str | None:
    """The words that a party is named with."""
    return joined(one.text for one in party.words)


def low(count: Count | None) -> int | None:
    """The lower end of a number."""
    return None if count is None else count.low


def high(count: Count | None) -> int | None:
    """The upper end of a number."""
    return None if count is None else count.high
