"""An incident on the terminal: the matrix of fields by accounts, then the disputes and the chronology."""

from typing import Final

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.cli.view.frame import MARKS, page
from sayso.linking.accounts import Account, Cell
from sayso.running.incident import Incident

READINGS: Final = {
    "only": ("", "quiet"), "agrees": ("agrees", "happened"), "less precise": ("less precise", "ongoing"),
    "differs": ("differs", "possible"), "contradicts": ("contradicts", "denied"), "denies": ("denies", "denied"),
    "updates": ("updated", "planned"), "silent": ("", "quiet"),
}  # fmt: skip
# Side by side on a page of 100 columns; more accounts go below.
ABREAST: Final = 3


def show_incident(found: Incident, console: Console | None = None) -> None:
    """Print an incident, laid out, on standard output or another console."""
    console = console if console is not None else page()
    record = found.record
    when = record.day if record.day == record.day_to or record.day_to is None else f"{record.day} to {record.day_to}"
    head = " · ".join(part for part in (record.type, when, record.country) if part)
    console.print(Text(head, style="heading"))
    console.print(Text(f"incident {record.id}", style="quiet"))
    console.print(f"{record.claims} claims in {record.documents} documents, {len(found.origins)} independent origins")
    console.print(Text(f"grading, computed from the claims: {found.grading.grade}, because {found.grading.because}"))
    for start in range(0, len(found.accounts), ABREAST):
        console.print(Padding(_matrix(found.accounts[start : start + ABREAST]), (1, 0, 0, 0)))
    _disputes(console, found)
    _chronology(console, found)


def _matrix(some: tuple[Account, ...]) -> Table:
    table = Table(expand=True, show_lines=True)
    table.add_column("", style="quiet", no_wrap=True)
    for account in some:
        table.add_column(Text(account.origin.words), ratio=1)
    for number, first in enumerate(some[0].cells):
        cells = [account.cells[number] for account in some]
        if any(cell.value is not None for cell in cells):
            table.add_row(first.field, *(_cell(cell) for cell in cells))
    return table


def _cell(cell: Cell) -> Group | Text:
    if cell.value is None:
        return Text("silent", style="quiet")
    mark, style = READINGS[cell.reading]
    value = Text(cell.value, style="name")
    if mark:
        value.append(f"  {mark}", style=style)
    if cell.before is not None:
        value.append(f" (before: {cell.before})", style="quiet")
    return value


def _disputes(console: Console, found: Incident) -> None:
    if not found.disputes:
        return
    console.print(Rule(Text("where they pull apart", style="heading"), align="left", style="quiet"))
    names = {
        claim: account.origin.name for account in found.accounts for cell in account.cells for claim in cell.claims
    }
    for one in found.disputes:
        who = f"{names.get(one.a, 'one')} and {names.get(one.b, 'another')}"
        console.print(Text.assemble((f"{one.field} ", "heading"), (f"{one.how}: ", "warning"), f"{who}: {one.note}"))


def _chronology(console: Console, found: Incident) -> None:
    console.print(Rule(Text("in the order in which it was said", style="heading"), align="left", style="quiet"))
    for said in found.chronology:
        mark, plain = MARKS[said.factuality]
        shown = mark if console.encoding.lower().startswith("utf") else plain
        line = Text.assemble(
            (f"{said.published or 'undated':<11}", "quiet"), (f"{shown} ", said.factuality), (said.who, "name"),
            f": {said.words}",
        )  # fmt: skip
        if said.happened is not None:
            line.append(f"  [{said.happened}]", style="quiet")
        console.print(line)
