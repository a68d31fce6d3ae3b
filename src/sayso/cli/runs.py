"""`sayso runs`: what produced the readings of a ledger."""

from sayso.cli.listing import Csv, Json, Limit, Output, PageNumber, Xlsx, give_out
from sayso.cli.options import LedgerPath

SHOWN = ("id", "sayso", "model", "settings", "at", "readings", "current")


def runs(
    ledger: LedgerPath = None,
    limit: Limit = None,
    page: PageNumber = 1,
    xlsx: Xlsx = None,
    *,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List the runs: version, weights and settings, how many readings each made and how many of them count."""
    from sayso.ledger import Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import run_cells  # noqa: PLC0415  # the same

    output = Output(json, csv, xlsx, limit, page)
    with Store.open(ledger) as store:
        found = store.runs(page=Page(output.most, output.skipped))
        give_out(found, output, line=run_cells, cells=run_cells, shown=SHOWN)
