"""`sayso forget`: take a text out of a ledger on demand."""

import sys
from typing import Annotated

import typer

from sayso.cli.options import LedgerPath


def forget(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT...", help="Ids of documents (`sayso documents`).")
    ],
    because: Annotated[str, typer.Option(metavar="WORDS", help="Why; it is kept with the tombstone.")],
    ledger: LedgerPath = None,
) -> None:
    """Remove a text, where it appeared and all that was read from it. A tombstone stays, and the log tells of it.

    The text is not taken in again later. Copies of the file, and exports, are yours to find.
    """
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(ledger, write=True) as store:
        for document in documents:
            done = store.forget(document, because)
            sys.stdout.write(f"{document}: {'forgotten' if done else 'was forgotten already'}\n")
