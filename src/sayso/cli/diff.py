"""`sayso diff`: what two runs read differently."""

import itertools
from typing import Annotated

import typer

from sayso.cli.listing import Csv, Json, Limit, Output, Xlsx, give_out
from sayso.cli.options import LedgerPath

SHOWN = ("kind", "doc", "fields", "words", "a", "b")


def diff(
    first: Annotated[str, typer.Argument(metavar="RUN", help="A run: its id, the beginning of it, or its version.")],
    second: Annotated[str, typer.Argument(metavar="RUN", help="Another.")],
    ledger: LedgerPath = None,
    limit: Limit = None,
    xlsx: Xlsx = None,
    *,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Show the claims that only one of two runs read, or that they read differently, in the documents that both read."""
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import difference_cells  # noqa: PLC0415  # the same

    output = Output(json, csv, xlsx, limit)
    with Store.open(ledger) as store:
        found = itertools.islice(store.differences(first, second), output.most)
        give_out(found, output, line=lambda one: one, cells=difference_cells, shown=SHOWN)
