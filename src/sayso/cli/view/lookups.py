"""The answers of `sayso places` and `sayso when`."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.cli.view.frame import page
from sayso.cli.view.phrases import date_words
from sayso.model import PlaceCandidate, TimeExpression


def show_places(found: Sequence[PlaceCandidate], console: Console | None = None) -> None:
    """Print the ranked candidates for a place name."""
    console = console if console is not None else page()
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="quiet")
    for name in ("place", "kind", "in", "lat, lon"):
        table.add_column(name)
    table.add_column("people", justify="right")
    table.add_column("score", justify="right")
    table.add_column("because")
    for candidate in found:
        place = candidate.place
        around = ", ".join(one for one in (place.admin1, place.country) if one)
        point = "" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
        people = f"{place.population:,}" if place.population else ""
        because = Text(candidate.because, style="quiet")
        table.add_row(
            Text(place.name, style="name"), place.kind, around, point, people, f"{candidate.score:.2f}", because
        )
    console.print(table)


def _attributes(time: TimeExpression) -> str:
    """TIMEX3's mod, quant and freq, those that the words tell: "mod MORE_THAN"."""
    named = (("mod", time.mod), ("quant", time.quant), ("freq", time.freq))
    return ", ".join(f"{name} {value}" for name, value in named if value is not None)


def show_times(expression: str, found: Sequence[TimeExpression], console: Console | None = None) -> None:
    """Print what each time expression means."""
    console = console if console is not None else page()
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="quiet")
    for name in ("words", "type", "TIMEX3", "also", "date", "counted from"):
        table.add_column(name)
    for time in found:
        date = Text("no date without a day to count from (--on)", style="quiet")
        if time.edtf is not None:
            date = Text(time.edtf if date_words(time.edtf) == time.edtf else f"{time.edtf} ({date_words(time.edtf)})")
        elif time.type in ("DURATION", "SET"):
            date = Text("no date", style="quiet")
        table.add_row(
            Text(time.span.words(expression), style="name"), time.type, time.value, _attributes(time), date,
            time.anchored_on or "",
        )  # fmt: skip
    console.print(table)
