"""`sayso places`: the places of a ledger, or what a place name may mean."""

import sys
from typing import Annotated, Literal

import typer

from sayso.cli.filtering import Countries, NearPlace, Within, circle, codes, several
from sayso.cli.listing import Ascending, Output, give_out, listed
from sayso.cli.options import LedgerPath
from sayso.cli.waiting import waiting

SHOWN = ("name", "kind", "country", "admin1", "lat", "lon", "claims", "documents")


@listed
def places(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A place name, such as Tripoli.")] = None,
    ledger: LedgerPath = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Such as city, admin1, facility.")] = None,
    country: Countries = None,
    near: NearPlace = None,
    within: Within = 25.0,
    sort: Annotated[Literal["claims", "documents"], typer.Option(help="What to sort by.")] = "claims",
    *,
    output: Output,
    ascending: Ascending = False,
) -> None:
    """List the places of a ledger, those with most claims first.

    With a NAME and no --ledger, look the name up in the gazetteer: the ranked candidates, with what speaks for each.
    """
    named = context.get_parameter_source("ledger")
    if name is not None and (named is None or named.name != "COMMANDLINE"):
        _explain(name, json=output.json)
        return
    from sayso.ledger import Page, PlaceFilter, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import place_cells  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        asked = PlaceFilter(
            name=() if name is None else (name,),
            kind=several(kind),
            country=codes(country),
            near=circle(store, near, within),
        )
        found = store.places(asked, order=sort, page=Page(output.most, output.skipped, not ascending))
        give_out(found, output, line=place_cells, cells=place_cells, shown=SHOWN)


def _explain(name: str, *, json: bool) -> None:
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
