"""`sayso users`: who may come in to a ledger that is served."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso.cli.options import LedgerPath

if TYPE_CHECKING:
    from sayso.web.users import Users

app = typer.Typer(
    help="Say who may come in to a ledger that is served, and as what.", no_args_is_help=True, add_completion=False
)

Role = Literal["reader", "reviewer", "admin"]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Who; labels and judgements bear this name.")]
File = Annotated[
    Path | None, typer.Option("--users", metavar="FILE", help="The file of users; by default beside the ledger.")
]


def _users(ledger: str | None, file: Path | None) -> "Users":
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.web.users import Users, file_beside  # noqa: PLC0415  # the same

    if file is not None:
        return Users(file)
    with Store.open(ledger) as store:
        return Users(file_beside(store))


@app.command("add")
def add(
    name: Name,
    role: Annotated[
        Role, typer.Option(help="reader: looks; reviewer: also labels and judges; admin: also adds news.")
    ] = "reader",
    ledger: LedgerPath = None,
    file: File = None,
) -> None:
    """Add somebody, or give a new token and role to who is there. The token is shown once; its hash alone is kept."""
    token = _users(ledger, file).add(name, role)
    sys.stdout.write(f"{token}\n")
    sys.stderr.write(f"sayso: {name} is a {role}; this token is shown only now, send it by a way that you trust\n")


@app.command("list")
def list_(ledger: LedgerPath = None, file: File = None) -> None:
    """List the users: name, role, since when."""
    found = _users(ledger, file).entries()
    for one in found:
        sys.stdout.write(f"{one.name}\t{one.role}\t{one.added}\n")
    if not found:
        sys.stderr.write("sayso: there are no users; on this machine everybody may do everything\n")


@app.command("remove")
def remove(name: Name, ledger: LedgerPath = None, file: File = None) -> None:
    """Take somebody out, whose token is worth nothing from then on. What they judged stays."""
    _users(ledger, file).remove(name)
