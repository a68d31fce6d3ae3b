"""`sayso compare`: a sheet of events laid beside the ledger's incidents."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.listing import Csv, Json, Output, Xlsx, give_out
from sayso.cli.options import LedgerPath

SHOWN = ("row", "sheet_day", "sheet_place", "sheet_killed", "incident", "ledger_day", "ledger_place", "ledger_killed_low",
         "ledger_killed_high", "day", "place", "killed", "actors")  # fmt: skip


def compare(
    sheet: Annotated[
        Path, typer.Argument(metavar="SHEET", help="A CSV file like those of ACLED, UCDP-GED or eventreport.")
    ],
    ledger: LedgerPath = None,
    days: Annotated[int, typer.Option(min=0, metavar="N", help="How many days apart the two may be.")] = 1,
    km: Annotated[float, typer.Option(min=0, metavar="KM", help="How far apart the two may be.")] = 50.0,
    xlsx: Xlsx = None,
    *,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Find the incident that fits each row of a sheet best, and tell where the two agree and differ.

    Rows without an incident, and the incidents of the sheet's days without a row, are listed too.
    """
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.asking.sheets import read_sheet  # noqa: PLC0415  # the same
    from sayso.ledger.cells import beside_cells  # noqa: PLC0415  # the same

    _, rows = read_sheet(sheet)
    with Store.open(ledger) as store:
        found = list(store.beside(rows, days=days, km=km))
    give_out(
        found, Output(json, csv, xlsx, limit=max(1, len(found))), line=beside_cells, cells=beside_cells, shown=SHOWN
    )
