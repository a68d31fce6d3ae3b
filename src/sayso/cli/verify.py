"""`sayso verify`: is everything in a ledger as it was written?"""

import sys
from typing import Annotated

import msgspec
import typer

from sayso.cli.options import LedgerPath
from sayso.cli.waiting import waiting


def verify(
    ledger: LedgerPath = None,
    seal: Annotated[
        str | None, typer.Option(metavar="HASH", help="The hash of a log entry that you kept; it must be in the chain.")
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each finding.")] = False,
) -> None:
    """Hash everything again and name what was altered; exit code 1 where something was.

    Prints the hash of the last entry of the custody log. Keep it elsewhere: whoever can write the file could write a new log.
    """
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(ledger) as store, waiting("Hashing everything again"):
        found = list(store.verify())
        missing = seal is not None and all(entry.hash != seal for entry in store.log())
        last = store.seal()
    for one in found:
        if json:
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
        else:
            sys.stdout.write(f"{one.table} {one.row}: {one.what}\n")
    if missing:
        sys.stderr.write(f"sayso: no entry of the log has the hash {seal}\n")
    if found or missing:
        sys.stderr.write(f"sayso: {len(found)} things are not as they were written\n")
        raise typer.Exit(1)
    if not json:
        sys.stdout.write(f"nothing was altered; the last entry of the log is {last}\n")
