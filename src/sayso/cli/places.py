"""`sayso places`: what a place name may mean."""

import sys
from typing import Annotated

import typer

from sayso.cli.waiting import waiting


def places(
    name: Annotated[str, typer.Argument(help="A place name, such as Tripoli.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON for each candidate.")] = False,
) -> None:
    """Look a place name up in the gazetteer: the ranked candidates, with what speaks for each."""
    with waiting("Loading the gazetteer"):
        from sayso.api import explain_place  # noqa: PLC0415  # takes a second to load

        found = explain_place(name)
    if json:
        from sayso.running.lines import encode_candidate  # noqa: PLC0415  # only where it is asked for

        for candidate in found:
            sys.stdout.buffer.write(encode_candidate(candidate) + b"\n")
    elif found:
        from sayso.cli.view.lookups import show_places  # noqa: PLC0415  # keeps `sayso --help` quick

        show_places(found)
    if not found:
        sys.stderr.write(f"sayso: the gazetteer has no place named {name}\n")
        raise typer.Exit(1)
