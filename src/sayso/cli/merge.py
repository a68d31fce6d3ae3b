"""`sayso merge`: join another ledger to this one."""

import sys
from typing import Annotated

import typer

from sayso.cli.options import LedgerPath


def merge(
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other ledger: a file or postgresql://...")],
    ledger: LedgerPath = None,
) -> None:
    """Add to the ledger all that OTHER has: documents, readings, judgements, labels, problems. OTHER stays as it is.

    The judgements of both are carried out in the order of their times, so that it does not matter which is joined to which.
    """
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(other) as there, Store.open(ledger, write=True) as here:
        joined = here.join(there)
    sys.stdout.write(
        f"{joined.documents} documents, {joined.readings} readings, {joined.judgements} judgements, "
        f"{joined.labels} labels and {joined.problems} problems added\n"
    )
    for document in joined.refused:
        sys.stderr.write(f"sayso: {document} was forgotten here and is not taken in again\n")
