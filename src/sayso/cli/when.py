"""`sayso when`: what a time expression means."""

import sys
from typing import Annotated

import typer

from sayso.cli.waiting import waiting


def when(
    expression: Annotated[str, typer.Argument(help='Words that tell a time, such as "last Thursday".')],
    on: Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="The day to count from.")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON for each expression found.")] = False,
) -> None:
    """Read a time expression: its TIMEX3 value and EDTF date, counted from a day if one is given."""
    with waiting("Loading"):
        from sayso.api import explain_time  # noqa: PLC0415  # takes a second to load
        from sayso.reading.dates import checked_date  # noqa: PLC0415  # keeps `sayso --help` quick

        found = explain_time(expression, on=checked_date(on))
    if json:
        from sayso.running.lines import encode_time  # noqa: PLC0415  # only where it is asked for

        for time in found:
            sys.stdout.buffer.write(encode_time(time) + b"\n")
    elif found:
        from sayso.cli.view.lookups import show_times  # noqa: PLC0415  # keeps `sayso --help` quick

        show_times(expression, found)
    if not found:
        sys.stderr.write(f"sayso: no time expression was found in {expression!r}\n")
        raise typer.Exit(1)
