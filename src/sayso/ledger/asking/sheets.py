"""Sheets of events that others coded: ACLED-like, UCDP-GED-like, and the report level of eventreport."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from sayso.errors import UnreadableSource, in_words

SheetKind = Literal["acled", "ucdp", "eventreport"]

COLUMNS: Final[dict[SheetKind, tuple[str, ...]]] = {
    "acled": ("event_date", "fatalities"),
    "ucdp": ("date_start", "best", "side_a"),
    "eventreport": ("date_start", "deaths_best"),
}
"""The columns by which a kind of sheet is known."""

DATES: Final = ("%Y-%m-%d", "%d %B %Y", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f")


class SheetRow(Struct, frozen=True):
    """One event of a sheet. days: its first and last, None where it is not dated; killed: low, best, high as the sheet has them."""

    number: int
    id: str
    days: tuple[date, date] | None
    lat: float | None
    lon: float | None
    country: str | None
    place: str | None
    killed: tuple[int | None, int | None, int | None]
    actors: tuple[str, ...]


def read_sheet(path: Path) -> tuple[SheetKind, list[SheetRow]]:
    """The kind of a sheet (CSV with a line of names, comma, semicolon or tab) and its rows.

    Raises UnreadableSource naming the file, and the row where a date or number is none.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSource(str(path), in_words(error)) from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    table = csv.DictReader(text.splitlines(), delimiter=delimiter)
    names = {name.strip().lower() for name in table.fieldnames or ()}
    kind = next((kind for kind, wanted in COLUMNS.items() if names.issuperset(wanted)), None)
    if kind is None:
        raise UnreadableSource(
            str(path), "this is no sheet of ACLED, UCDP-GED or eventreport",
            "it needs the columns event_date and fatalities, or date_start and best, or date_start and deaths_best",
        )  # fmt: skip
    return kind, list(_rows(path, kind, table))


def _rows(path: Path, kind: SheetKind, table: "csv.DictReader[str]") -> Iterator[SheetRow]:
    for number, raw in enumerate(table, 2):
        row = {
            (name or "").strip().lower(): (value or "").strip() for name, value in raw.items() if isinstance(value, str)
        }
        try:
            yield _row(kind, number, row)
        except ValueError as error:
            raise UnreadableSource(f"{path}, line {number}", str(error)) from error


def _row(kind: SheetKind, number: int, row: Mapping[str, str]) -> SheetRow:
    if kind == "acled":
        first = last = row["event_date"]
        best = _count(row.get("fatalities"))
        killed = (best, best, best)
        names = ("actor1", "actor2")
    else:
        first, last = row["date_start"], row.get("date_end") or row["date_start"]
        wanted = ("low", "best", "high") if kind == "ucdp" else ("deaths_low", "deaths_best", "deaths_high")
        killed = (_count(row.get(wanted[0])), _count(row.get(wanted[1])), _count(row.get(wanted[2])))
        names = ("side_a", "side_b") if kind == "ucdp" else ("actor1", "actor2")
    return SheetRow(
        number=number,
        id=_first(row, "event_id_cnty", "id", "event_id") or str(number),
        days=(_date(first), max(_date(first), _date(last))) if first else None,
        lat=_degrees(row.get("latitude")),
        lon=_degrees(row.get("longitude")),
        country=row.get("country") or None,
        place=_first(row, "location", "where_coordinates", "where_description"),
        killed=killed,
        actors=tuple(row[name] for name in names if row.get(name)),
    )


def _first(row: Mapping[str, str], *names: str) -> str | None:
    return next((row[name] for name in names if row.get(name)), None)


def _date(text: str) -> date:
    for pattern in DATES:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    raise ValueError(f"{text!r} is no date")


def _count(text: str | None) -> int | None:
    return int(float(text)) if text else None


def _degrees(text: str | None) -> float | None:
    return float(text) if text else None
