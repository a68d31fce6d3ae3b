"""`sayso changes`: what is new, revised or judged."""

from typing import Annotated

import typer

from sayso.cli.listing import Output, give_out, listed
from sayso.cli.options import LedgerPath

SHOWN = ("at", "what", "subject", "words")


@listed
def changes(
    since: Annotated[str, typer.Option(metavar="DATE", help="Since that day or time (UTC): YYYY-MM-DD[THH:MM:SSZ].")],
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Before that day or time.")] = None,
    ledger: LedgerPath = None,
    *,
    output: Output,
) -> None:
    """Tell what was added, read again, judged, forgotten, joined or given out since a day, from the custody log."""
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import change_cells  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        give_out(
            output.page_of(store.changes(since, until)), output, line=lambda one: one, cells=change_cells, shown=SHOWN
        )
