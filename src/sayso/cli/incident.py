"""`sayso incident`: one happening, its accounts side by side."""

import sys
from typing import Annotated

import msgspec
import typer

from sayso.cli.listing import Json
from sayso.cli.options import LedgerPath


def incident(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The incident, as `sayso incidents` lists it.")],
    ledger: LedgerPath = None,
    *,
    json: Json = False,
) -> None:
    """Lay out one incident: who says what of each field, which accounts are independent, where they pull apart, and when all was said."""
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running.incident import incident as laid_out  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        found = laid_out(store, id_)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        return
    from sayso.cli.view.incident import show_incident  # noqa: PLC0415  # the same

    show_incident(found)
