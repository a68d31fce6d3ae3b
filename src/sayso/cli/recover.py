"""`sayso recover`: save what can be read of a damaged ledger."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import LedgerPath


def recover(
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="The new ledger; it must not be there yet.")],
    ledger: LedgerPath = None,
) -> None:
    """Save what can be read of a damaged ledger file into a new one. The damaged file stays as it is.

    Only readings that are whole are saved; documents whose text is left without a reading are to be read again.
    """
    from sayso.ledger import recover as run  # noqa: PLC0415  # keeps `sayso --help` quick

    done = run(ledger, target)
    sys.stdout.write(
        f"{done.documents} documents saved, {done.readings} readings, {done.judgements} judgements, "
        f"{done.labels} labels, {done.problems} problems; {done.texts} texts are to be read again, {done.lost} rows are lost\n"
        f"{done.entries} entries of the old custody log are in {done.log}\n"
    )
