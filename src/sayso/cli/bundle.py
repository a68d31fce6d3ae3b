"""`sayso bundle`: an evidence bundle of incidents."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.many import many
from sayso.cli.options import LedgerPath


def bundle(
    incidents: Annotated[list[str], typer.Argument(metavar="INCIDENT...", help="Ids of incidents.")],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="A new folder.")],
    ledger: LedgerPath = None,
    *,
    texts: Annotated[
        bool,
        typer.Option("--texts", help="With the whole texts and original bytes, which are other people's property."),
    ] = False,
) -> None:
    """Write a BagIt folder of incidents: their claims, holders, disputes, documents, judgements and the custody log.

    Any BagIt tool can check it. The ledger's log tells that the bundle was given out, where it can be written.
    """
    from sayso.ledger import bundle as run  # noqa: PLC0415  # keeps `sayso --help` quick

    done = run(ledger, incidents, out, texts=texts)
    sys.stdout.write(
        f"{done.path}: {many(done.incidents, 'incident')}, {many(done.claims, 'claim')} of {many(done.documents, 'document')} "
        f"in {many(done.files, 'file')}; the manifest's SHA-256 is {done.digest}\n"
    )
