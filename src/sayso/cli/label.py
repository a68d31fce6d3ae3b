"""`sayso label`, `sayso labels`, `sayso undo`: what a person decides on fields of claims, and takes back."""

import getpass
from typing import Annotated, Literal

import typer

from sayso.cli.filtering import several
from sayso.cli.listing import Ascending, Output, give_out, listed
from sayso.cli.options import LedgerPath

Field = Literal[
    "claim", "trigger", "type", "mode", "context", "factuality", "holder", "agent", "patient", "place", "time",
    "killed", "injured", "detained", "displaced", "dispute",
]  # fmt: skip
Verdict = Literal["accept", "correct", "reject"]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; by default the system's user.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]
SHOWN = ("id", "at", "by", "field", "verdict", "was", "value", "claim", "stands")


def label(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or the beginning of it.")],
    field: Annotated[Field, typer.Argument(help="What is decided on; claim: the claim as a whole.")],
    verdict: Annotated[Verdict, typer.Argument(help="Accept or reject what was read, or correct it.")],
    value: Annotated[
        str | None, typer.Option(metavar="WORDS", help="What is right (correct), or which dispute (its id).")
    ] = None,
    reason: Reason = "",
    by: By = None,
    ledger: LedgerPath = None,
) -> None:
    """Accept, correct or reject a field of a claim. It is kept for good, by where the words stand, and survives every re-run."""
    from sayso.ledger import Decision, Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(ledger, write=True) as store:
        (kept,) = store.label(Decision(claim, field, verdict, value, reason), by=by or getpass.getuser())
    typer.echo(f"label {kept}")


def undo(
    id: Annotated[str, typer.Argument(metavar="ID", help="Of a label or judgement, or the beginning of it.")],  # noqa: A002  # the argument's own name
    reason: Reason = "",
    by: By = None,
    ledger: LedgerPath = None,
) -> None:
    """Take back a label or judgement of your own, or a judgement of sayso's, by a new one that reverses it."""
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(ledger, write=True) as store:
        typer.echo(f"undone by {store.undo(id, by=by or getpass.getuser(), reason=reason)}")


@listed
def labels(
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...", help="Ids of claims.")] = None,
    ledger: LedgerPath = None,
    document: Annotated[list[str] | None, typer.Option(metavar="ID", help="In which documents.")] = None,
    by: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Whose.")] = None,
    field: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="On which fields.")] = None,
    verdict: Annotated[list[str] | None, typer.Option(metavar="VERDICT", help="Accept, correct or reject.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Since that day or time (UTC).")] = None,
    *,
    output: Output,
    standing: Annotated[
        bool, typer.Option("--standing", help="Only those not taken back, and each author's last word alone.")
    ] = False,
    ascending: Ascending = False,
) -> None:
    """List what people decided on fields of claims, the latest first.

    With --standing --json the lines are training data: document, characters of trigger and holder, field, what was read,
    verdict, what is right, by whom and when.
    """
    from sayso.ledger import LabelFilter, Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import label_cells  # noqa: PLC0415  # the same

    asked = LabelFilter(
        claims=several(claims), documents=several(document), by=several(by), field=several(field),
        verdict=several(verdict), since=since, standing=standing,
    )  # fmt: skip
    with Store.open(ledger) as store:
        found = store.labels(asked, page=Page(output.most, output.skipped, not ascending))
        give_out(found, output, line=lambda record: record, cells=label_cells, shown=SHOWN)
