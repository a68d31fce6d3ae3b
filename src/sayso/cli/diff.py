"""`sayso diff`: what two runs read differently."""

from typing import Annotated

import typer

from sayso.cli.listing import Output, give_out, listed
from sayso.cli.options import LedgerPath

SHOWN = ("kind", "doc", "fields", "words", "a", "b")


@listed
def diff(
    first: Annotated[str, typer.Argument(metavar="RUN", help="A run: its id, the beginning of it, or its version.")],
    second: Annotated[str, typer.Argument(metavar="RUN", help="Another.")],
    ledger: LedgerPath = None,
    *,
    output: Output,
) -> None:
    """Show the claims that only one of two runs read, or that they read differently, in the documents that both read."""
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import difference_cells  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        give_out(
            output.page_of(store.differences(first, second)),
            output,
            line=lambda one: one,
            cells=difference_cells,
            shown=SHOWN,
        )
