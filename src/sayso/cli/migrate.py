"""`sayso migrate`: upgrade an old ledger."""

import sys
from typing import Annotated

import typer

from sayso.cli.options import LedgerPath


def migrate(
    ledger: LedgerPath = None,
    *,
    backed_up: Annotated[
        bool, typer.Option("--backed-up", help="You have a backup of the PostgreSQL database; sayso makes none.")
    ] = False,
) -> None:
    """Upgrade a ledger that an older sayso made. A file is copied first, beside itself."""
    from sayso.ledger import migrate as run  # noqa: PLC0415  # keeps `sayso --help` quick

    done = run(ledger, backed_up=backed_up)
    if done.before == done.after:
        sys.stdout.write(f"nothing to do: the ledger is at schema {done.after}\n")
        return
    kept = f"; the file as it was is {done.backup}" if done.backup is not None else ""
    sys.stdout.write(f"upgraded from schema {done.before} to {done.after}{kept}\n")
