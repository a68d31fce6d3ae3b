"""An incident on the terminal: the matrix of fields by accounts, then the disputes and the chronology."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.many import many
from sayso.cli.view.frame import heading, mark, page
from sayso.linking.fields import Field
from sayso.running.incident import Account, Cell, Incident, MatrixOrigin, Said

READINGS: Final = {
    "only": ("", "quiet"), "agrees": ("agrees", "happened"), "less precise": ("less precise", "ongoing"),
    "differs": ("differs", "possible"), "denies": ("denies", "denied"),
    "updates": ("updated", "planned"), "silent": ("", "quiet"),
}  # fmt: skip
FIELD_COLUMN: Final = 16
# An account is read easily in a column of so many characters; more accounts go below.
ACCOUNT_COLUMN: Final = 26
DAY_COLUMN: Final = 10


def show_incident(found: Incident, console: Console | None = None) -> None:
    """Print an incident, laid out, on standard output or another console."""
    console = console if console is not None else page()
    for part in _head(found):
        console.print(part)
    abreast = max(1, (console.width - FIELD_COLUMN) // ACCOUNT_COLUMN)
    sources = [(origin, account) for origin in found.matrix.origins for account in origin.accounts]
    console.print(heading("who says what", console, f"{many(found.origins, 'independent origin')}"))
    for start in range(0, len(sources), abreast):
        console.print(_matrix(found.matrix.fields, sources[start : start + abreast], start, abreast))
    _summary(console, found)
    _disputes(console, found)
    console.print(heading("in the order in which it was said", console))
    for said in found.chronology:
        console.print(_line(said, console))


def _head(found: Incident) -> Iterator[RenderableType]:
    record = found.incident
    when = record.day if record.day_to in (None, record.day) else f"{record.day} to {record.day_to}"
    where = found.places[0].place.place.name if found.places else None
    yield Text(" · ".join(part for part in (record.type, when, where, record.country) if part), style="heading")
    yield Text(
        f"{many(record.claims, 'claim')} in {many(record.documents, 'document')} · incident {record.id[:12]}",
        style="quiet",
    )
    yield Text.assemble(
        ("Civilian harm: ", "quiet"), (found.grading.grade, "name"), (f" ({found.grading.label})", "quiet")
    )
    for reason in found.grading.reasons:
        yield Padding(Text(reason), (0, 0, 0, 2))


def _matrix(
    fields: Sequence[Field], some: Sequence[tuple[MatrixOrigin, Account]], start: int, abreast: int
) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, header_style="")
    table.add_column("", style="quiet", no_wrap=True, width=FIELD_COLUMN - 2)
    for number in range(abreast):
        title = Text()
        if number < len(some):
            title = Text.assemble((f"{start + number + 1} ", "quiet"), (some[number][0].label, "name"))
        table.add_column(title, ratio=1, overflow="fold")
    for field in fields:
        cells = [account.cells[field] for _, account in some]
        if any(cell.value is not None for cell in cells):
            table.add_row(field, *(_cell(cell) for cell in cells))
    return table


def _cell(cell: Cell) -> Group | Text:
    if cell.value is None:
        return Text("silent", style="quiet")
    word, style = READINGS[cell.reading]
    value = Text(cell.value)
    if word:
        value.append(f"  {word}", style=style)
    if cell.before is not None:
        value.append(f" (before: {cell.before})", style="quiet")
    return value


def _summary(console: Console, found: Incident) -> None:
    if found.summary is None:
        return
    console.print(heading(f"under the policy {found.summary.policy}", console))
    for field in found.matrix.fields:
        value = found.summary.fields.get(field)
        if value is not None:
            console.print(_hanging(Text(field, style="quiet"), Text(value), FIELD_COLUMN))
    for harm, toll in found.summary.tolls.items():
        words = f"low {_number(toll.low)}, best {_number(toll.best)}, high {_number(toll.high)}"
        console.print(_hanging(Text(harm, style="quiet"), Text(words), FIELD_COLUMN))


def _number(number: int | None) -> str:
    return "not told" if number is None else str(number)


def _disputes(console: Console, found: Incident) -> None:
    if not found.disputes:
        return
    console.print(heading("where they pull apart", console))
    names = {claim.claim: claim.holder for claim in found.chronology}
    for one in found.disputes:
        who = f"{names.get(one.a, 'one')} and {names.get(one.b, 'another')}"
        words = Text.assemble((f"{one.how}: ", "warning"), f"{who}: {one.note}")
        console.print(_hanging(Text(one.field, style="name"), words, FIELD_COLUMN))


def _hanging(left: Text, right: Text, width: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=width - 2)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(left, right)
    return table


def _line(said: Said, console: Console) -> Table:
    line = Text.assemble(
        (f"{mark(said.factuality, console)} ", said.factuality),
        (said.holder, "name"),
        f": {' '.join(said.words.split())}",
    )
    if said.happened is not None:
        line.append(f"  [{said.happened}]", style="quiet")
    return _hanging(Text(said.published or "undated", style="quiet"), line, DAY_COLUMN + 2)
