"""`sayso actors`: who is in a ledger."""

from typing import Annotated, Literal

import typer

from sayso.cli.filtering import Countries, several
from sayso.cli.listing import Ascending, Csv, Json, Limit, Output, PageNumber, Xlsx, give_out
from sayso.cli.options import LedgerPath

SHOWN = ("code", "name", "kind", "country", "sector", "claims", "documents")


def actors(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Codes, ids or names.")] = None,
    ledger: LedgerPath = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Such as armed_group.")] = None,
    country: Countries = None,
    sector: Annotated[list[str] | None, typer.Option(metavar="CODE", help="PLOVER sector, such as REB.")] = None,
    sort: Annotated[Literal["claims", "documents"], typer.Option(help="What to sort by.")] = "claims",
    limit: Limit = None,
    page: PageNumber = 1,
    xlsx: Xlsx = None,
    *,
    known: Annotated[
        bool | None, typer.Option("--known/--unknown", help="Only actors of the registry, or only others.")
    ] = None,
    ascending: Ascending = False,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List actors with their names, and how many claims and documents they are in; those in most come first."""
    from sayso.ledger import ActorFilter, Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.lines import actor_cells  # noqa: PLC0415  # the same

    output = Output(json, csv, xlsx, limit, page)
    asked = ActorFilter(
        name=several(names),
        kind=several(kind),
        country=tuple(one.upper() for one in several(country)),
        sector=tuple(one.upper() for one in several(sector)),
        known=known,
    )
    with Store.open(ledger) as store:
        found = store.actors(asked, order=sort, page=Page(output.most, output.skipped, not ascending))
        give_out(found, output, line=lambda record: record, cells=actor_cells, shown=SHOWN)
