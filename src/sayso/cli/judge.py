"""`sayso judge`: a person's judgement on which claims are one happening."""

import getpass
import sys
from typing import Annotated, Literal

import msgspec
import typer

from sayso.cli.listing import Json
from sayso.cli.options import LedgerPath

Action = Literal["link", "cut", "merge", "split", "note"]
Verdict = Literal["same", "different", "unsure"]


def judge(
    action: Annotated[
        Action, typer.Argument(help="link or cut claims, merge another incident, split claims off, or note.")
    ],
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident's id, or the beginning of it.")],
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...", help="Ids of claims.")] = None,
    other: Annotated[str | None, typer.Option(metavar="INCIDENT", help="The incident that is merged.")] = None,
    verdict: Annotated[Verdict | None, typer.Option(help="By default what the action means.")] = None,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why.")] = "",
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who judges; by default the system's user.")] = None,
    ledger: LedgerPath = None,
    *,
    json: Json = False,
) -> None:
    """Judge what is one happening. A person's judgement always wins over sayso's, and is kept for good, with its author and reason."""
    from sayso.ledger import Judgement, JudgementRecord, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.opening.opened import now  # noqa: PLC0415  # the same

    meant: dict[str, Verdict] = {"link": "same", "merge": "same", "cut": "different", "split": "different"}
    with Store.open(ledger, write=True) as store:
        given = Judgement(
            action=action, by=by or getpass.getuser(), at=now(), incident=store.incident_id(incident),
            other=None if other is None else store.incident_id(other),
            claims=tuple(store.claim_id(one) for one in claims or ()), verdict=verdict or meant.get(action, "unsure"), author="person", reason=reason,
        )  # fmt: skip
        (kept,) = store.judge(given)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(JudgementRecord(kept, given)) + b"\n")
    else:
        typer.echo(f"judgement {kept}")
