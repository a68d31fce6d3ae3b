"""`sayso search`: words, phrases and beginnings of words in the texts and claims of a ledger."""

from typing import Annotated, Literal

import typer

from sayso.cli.listing import Output, give_out, listed
from sayso.cli.options import LedgerPath

SHOWN = ("kind", "id", "day", "factuality", "holder", "publisher", "words")


@listed
def search(
    query: Annotated[str, typer.Argument(help='Words; "a phrase"; begin*; -without; this OR that.')],
    ledger: LedgerPath = None,
    within: Annotated[Literal["both", "claims", "documents"], typer.Option("--in", help="Where to look.")] = "both",
    *,
    output: Output,
) -> None:
    """Search the texts and the claims: the best come first, claims before texts.

    All words must be there, in any order. Case and accents do not matter.
    """
    from sayso.ledger import Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import hit_cells  # noqa: PLC0415  # the same
    from sayso.ledger.lines import hit_line  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        labels = store.standing_labels() if output.json else {}
        found = store.search(query, within, page=Page(output.most, output.skipped))
        give_out(found, output, line=lambda hit: hit_line(hit, labels), cells=hit_cells, shown=SHOWN)
