"""`sayso incidents`: the happenings of a ledger."""

from typing import Annotated, Literal

import typer

from sayso.cli.filtering import Countries, Since, Until, several
from sayso.cli.listing import Ascending, Csv, Json, Limit, Output, PageNumber, Xlsx, give_out
from sayso.cli.options import LedgerPath

SHOWN = ("id", "day", "type", "country", "killed_low", "killed_high", "claims", "documents", "disputed")


def incidents(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Ids of incidents.")] = None,
    ledger: LedgerPath = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="Such as ASSAULT.")] = None,
    country: Countries = None,
    since: Since = None,
    until: Until = None,
    documents: Annotated[int | None, typer.Option(min=1, metavar="N", help="Told by at least N documents.")] = None,
    killed: Annotated[int | None, typer.Option(min=0, metavar="N", help="A claim tells of at least N killed.")] = None,
    sort: Annotated[Literal["day", "documents"], typer.Option(help="What to sort by.")] = "day",
    limit: Limit = None,
    page: PageNumber = 1,
    xlsx: Xlsx = None,
    *,
    disputed: Annotated[
        bool | None, typer.Option("--disputed/--undisputed", help="Only where claims pull apart, or only others.")
    ] = None,
    ascending: Ascending = False,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List incidents, the latest first. With ids, --json also tells their claims and the judgements about them."""
    from sayso.ledger import IncidentFilter, Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.lines import incident_cells  # noqa: PLC0415  # the same

    output = Output(json, csv, xlsx, limit, page)
    asked = IncidentFilter(
        type=tuple(one.upper() for one in several(type_)), country=tuple(one.upper() for one in several(country)),
        since=since, until=until, documents=documents, killed=killed, disputed=disputed,
    )  # fmt: skip
    with Store.open(ledger) as store:
        found = (
            (store.incident(one) for one in ids)
            if ids
            else store.incidents(asked, order=sort, page=Page(output.most, output.skipped, not ascending))
        )
        give_out(found, output, line=lambda record: record, cells=incident_cells, shown=SHOWN)
