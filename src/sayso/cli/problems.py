"""`sayso problems`: documents that could not be read."""

from typing import Annotated

import typer

from sayso.cli.listing import Output, give_out, listed
from sayso.cli.options import LedgerPath

SHOWN = ("doc", "cause", "where", "source", "tries", "at")


@listed
def problems(
    ledger: LedgerPath = None,
    *,
    output: Output,
    all_: Annotated[bool, typer.Option("--all", help="Also those that went away.")] = False,
) -> None:
    """List the documents that could not be read, with the cause, the file, and how often it was tried."""
    from sayso.ledger import Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import problem_cells  # noqa: PLC0415  # the same
    from sayso.ledger.lines import problem_line  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        found = store.problems(solved=None if all_ else False, page=Page(output.most, output.skipped))
        give_out(found, output, line=problem_line, cells=problem_cells, shown=SHOWN)
