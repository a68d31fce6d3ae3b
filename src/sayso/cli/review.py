"""`sayso review`, `sayso agreement`: what is worth a look, and how far two people who looked agree."""

import getpass
import sys
from typing import Annotated

import msgspec
import typer

from sayso.cli.filtering import several
from sayso.cli.listing import Json, Output, give_out, listed
from sayso.cli.many import many
from sayso.cli.options import LedgerPath

SHOWN = ("kind", "id", "claim", "field", "why", "words")


@listed
def review(
    kind: Annotated[
        list[str] | None, typer.Option(metavar="merge|dispute|low", help="Only unsure links, disputes, unsure claims.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Whose queue; by default the system's user.")] = None,
    ledger: LedgerPath = None,
    *,
    output: Output,
) -> None:
    """List what is most worth a look and that you have not judged: unsure links of incidents, disputes, unsure claims."""
    from sayso.ledger import Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import review_cells  # noqa: PLC0415  # the same
    from sayso.ledger.reviewing.reviewing import KINDS  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        found = store.review(by or getpass.getuser(), several(kind) or KINDS, page=Page(output.most, output.skipped))
        give_out(found, output, line=lambda one: one, cells=review_cells, shown=SHOWN)


def agreement(
    a: Annotated[str, typer.Argument(metavar="NAME", help="One author of labels.")],
    b: Annotated[str, typer.Argument(metavar="NAME", help="The other.")],
    ledger: LedgerPath = None,
    *,
    json: Json = False,
) -> None:
    """How far two authors' labels agree: Krippendorff's alpha (nominal), on everything that both decided, and by field."""
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(ledger) as store:
        found = store.agreement(a, b)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        return
    typer.echo(f"{many(found.items, 'item')} that both decided, {found.same:,} alike")
    typer.echo(f"{'all fields':12} alpha {_told(found.alpha)}")
    for name, one in found.fields.items():
        typer.echo(f"{name:12} alpha {_told(one.alpha)} ({many(one.items, 'item')})")


def _told(alpha: float | None) -> str:
    return "not defined" if alpha is None else f"{alpha:.3f}"
