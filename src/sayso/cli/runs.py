"""`sayso runs`: what produced the readings of a ledger."""

from sayso.cli.listing import Output, give_out, listed
from sayso.cli.options import LedgerPath

SHOWN = ("id", "sayso", "model", "settings", "at", "readings", "current")


@listed
def runs(
    ledger: LedgerPath = None,
    *,
    output: Output,
) -> None:
    """List the runs: version, weights and settings, how many readings each made and how many of them count."""
    from sayso.ledger import Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import run_cells  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        found = store.runs(page=Page(output.most, output.skipped))
        give_out(found, output, line=run_cells, cells=run_cells, shown=SHOWN)
