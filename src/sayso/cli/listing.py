"""How the commands over a ledger give out what they found: a table for people, JSON Lines, CSV or XLSX."""

import csv
import functools
import inspect
import io
import itertools
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

import msgspec
import typer
from msgspec import Struct

from sayso.errors import SaysoError, UnreadableSource, in_words

Noun = TypeVar("Noun")
Cells = Mapping[str, str | int | float | None]

SCREEN: Final = 50
"""Rows that a table shows where nobody says how many."""

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with a line of names.")]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="An Excel workbook, written to FILE.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help=f"At most N; all by default, in a table {SCREEN}.")]
PageNumber = Annotated[int, typer.Option("--page", min=1, metavar="K", help="The K-th page of --limit entries.")]
Ascending = Annotated[bool, typer.Option("--ascending", help="From the first to the last, instead of the last first.")]

WHOLE: Final = frozenset({"id", "a", "b", "incident", "subject", "day", "time", "type", "factuality", "kind", "code"})
"""Columns that a table does not break."""


ID: Final = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")


class Output(Struct, frozen=True):
    """How to give out. limit, page: as asked for."""

    json: bool = False
    csv: bool = False
    xlsx: Path | None = None
    limit: int | None = None
    page: int = 1

    def __post_init__(self) -> None:
        if self.json + self.csv + (self.xlsx is not None) > 1:
            raise typer.BadParameter("choose one of --json, --csv and --xlsx")

    @property
    def table(self) -> bool:
        """Is it a table for people?"""
        return not (self.json or self.csv or self.xlsx)

    @property
    def most(self) -> int | None:
        """How many to ask for: one more than a table shows, so that it can say that there are more."""
        if self.limit is not None:
            return self.limit
        return SCREEN + 1 if self.table else None

    @property
    def skipped(self) -> int:
        """How many to pass over."""
        return (self.page - 1) * (self.limit or SCREEN)

    def page_of(self, found: Iterable[Noun]) -> Iterator[Noun]:
        """What is asked for, of all that was found."""
        return itertools.islice(found, self.skipped, None if self.most is None else self.skipped + self.most)


OPTIONS: Final = {
    "limit": (Limit, None),
    "page": (PageNumber, 1),
    "xlsx": (Xlsx, None),
    "json": (Json, False),
    "csv": (Csv, False),
}
"""The options that make an Output, each with what it is by default."""


def listed(command: Callable[..., None]) -> Callable[..., None]:
    """A command that gives out a list: in place of its parameter `output` it has the options of one."""

    @functools.wraps(command)
    def given(**options: Any) -> None:
        command(output=Output(**{name: options.pop(name) for name in OPTIONS}), **options)

    signature = inspect.signature(command)
    own = [one for name, one in signature.parameters.items() if name != "output"]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in OPTIONS.items()
    ]
    # what typer looks at, in place of the command's own
    given.__annotations__ = {one.name: one.annotation for one in (*own, *shared)}
    given.__signature__ = signature.replace(parameters=[*own, *shared])  # type: ignore[attr-defined]  # Python's own name for it
    return given


def give_out(
    found: Iterable[Noun],
    output: Output,
    *,
    line: Callable[[Noun], object],
    cells: Callable[[Noun], Cells],
    shown: Sequence[str],
) -> int:
    """Give out what was found; returns how many there were.

    line: what is written as JSON; cells: the columns of CSV and XLSX; shown: those of them that a table shows.
    """
    if output.json:
        return _json(line(one) for one in found)
    rows = (cells(one) for one in found)
    if output.csv:
        return _csv(rows)
    if output.xlsx is not None:
        return _xlsx(rows, output.xlsx)
    return _table(rows, shown, output)


def _json(lines: Iterable[object]) -> int:
    count, encoder = 0, msgspec.json.Encoder()
    for one in lines:
        sys.stdout.buffer.write(encoder.encode(one) + b"\n")
        count += 1
    sys.stdout.buffer.flush()
    return count


def _csv(rows: Iterable[Cells]) -> int:
    first, rows = _first(rows)
    target = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="")
    writer = csv.writer(target, lineterminator="\n")
    count = 0
    if first is not None:
        writer.writerow(first)
        for row in rows:
            writer.writerow(row.values())
            count += 1
    target.flush()
    target.detach()
    return count


def _first(rows: Iterable[Cells]) -> tuple[Cells | None, Iterator[Cells]]:
    iterator = iter(rows)
    first = next(iterator, None)
    return first, iterator if first is None else itertools.chain([first], iterator)


def _xlsx(rows: Iterable[Cells], path: Path) -> int:
    try:
        from openpyxl import Workbook  # noqa: PLC0415  # an extra; only where it is asked for
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # the same
    except ImportError as error:
        raise SaysoError('writing XLSX needs openpyxl; install "sayso[exports]"') from error
    book = Workbook(write_only=True)
    sheet = book.create_sheet("sayso")
    first, rows = _first(rows)
    count = 0
    if first is not None:
        sheet.append(list(first))
        for row in rows:
            written = []
            for value in row.values():
                cell = WriteOnlyCell(sheet, value=_storable(value))
                if isinstance(value, str):
                    cell.data_type = "s"  # words that begin with "=" are words, no formula
                written.append(cell)
            sheet.append(written)
            count += 1
    try:
        book.save(path)
    except OSError as error:
        raise UnreadableSource(str(path), f"it cannot be written: {in_words(error)}") from error
    return count


def _storable(value: str | float | None) -> str | int | float | None:
    if not isinstance(value, str):
        return value
    return "".join(one for one in value if one >= " " or one in "\t\n\r")[:32_767]


def _table(rows: Iterable[Cells], shown: Sequence[str], output: Output) -> int:
    from rich.table import Table  # noqa: PLC0415  # keeps `sayso --help` quick
    from rich.text import Text  # noqa: PLC0415  # the same

    from sayso.cli.view.frame import page  # noqa: PLC0415  # the same

    most = output.limit if output.limit is not None else SCREEN
    listed = list(itertools.islice(rows, most + 1))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in shown:
        head = name.replace("_", " ")
        longest = max(len(word) for word in head.split())
        table.add_column(head, overflow="fold", min_width=longest, max_width=60, no_wrap=name in WHOLE)
    for row in listed[:most]:
        inferred = str(row.get("inferred") or "").split("; ")
        values = [(_printable(row[name]), name in inferred) for name in shown]
        table.add_row(*(Text(f"{words}*", style="dim") if words and light else Text(words) for words, light in values))
    if listed:
        page().print(table)
    else:
        sys.stderr.write("sayso: nothing found\n")
    if any(row.get("inferred") for row in listed[:most]):
        sys.stderr.write("sayso: * is inferred: the claim's own words do not tell it\n")
    if len(listed) > most:
        sys.stderr.write(f"sayso: {most} are shown; --limit N shows more, --page K the next\n")
    return len(listed[:most])


def _printable(value: str | float | None) -> str:
    if value is None:
        return ""
    text = ID.sub(r"\1", str(value))  # the beginning of an id is enough to be told apart
    return "".join(one if one.isprintable() else " " for one in text)
