"""`sayso actors`: who is in a ledger, and who is the same."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from sayso.cli.filtering import Countries, codes, several
from sayso.cli.listing import Ascending, Output, give_out, listed
from sayso.cli.many import many
from sayso.cli.options import LedgerPath

if TYPE_CHECKING:
    from sayso.ledger import ActorJudgementRecord, ActorProposal, ActorRecord
    from sayso.ledger.actor_nouns import ActorAction
    from sayso.ledger.nouns import Verdict

SHOWN = ("code", "name", "kind", "country", "sector", "claims", "documents")
ACTIONS: Final = ("show", "merge", "split", "different", "propose", "proposed", "check")
MEANT: "Final[dict[str, tuple[ActorAction, Verdict]]]" = {
    "merge": ("merge", "same"),
    "split": ("split", "different"),
    "different": ("note", "different"),
}
TWO: Final = 2


@listed
def actors(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTION] [NAME]...",
            help="Codes, ids or names; first of all, what to do: show, merge, split, different, propose, proposed, check.",
        ),
    ] = None,
    ledger: LedgerPath = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Such as armed_group.")] = None,
    country: Countries = None,
    sector: Annotated[list[str] | None, typer.Option(metavar="CODE", help="PLOVER sector, such as REB.")] = None,
    sort: Annotated[Literal["claims", "documents"], typer.Option(help="What to sort by.")] = "claims",
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why you judge so.")] = "",
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who judges; by default the system's user.")] = None,
    *,
    output: Output,
    known: Annotated[
        bool | None, typer.Option("--known/--unknown", help="Only actors of the registry, or only others.")
    ] = None,
    ascending: Ascending = False,
) -> None:
    """List actors with their names, and how many claims and documents they are in; those in most come first.

    `show` tells all of one; `merge A B` finds B under A from then on, `split A B` undoes that, `different A B` says
    that they are two; `propose` notes those whose names are alike, `proposed` lists them; `check FILE` checks a file of your own.
    """
    if names and names[0] in ACTIONS:
        _act(names[0], names[1:], ledger, by or getpass.getuser(), reason, output)
        return
    from sayso.ledger import ActorFilter, Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import actor_cells  # noqa: PLC0415  # the same

    asked = ActorFilter(
        name=several(names),
        kind=several(kind),
        country=codes(country),
        sector=codes(sector),
        known=known,
    )
    with Store.open(ledger) as store:
        found = store.actors(asked, order=sort, page=Page(output.most, output.skipped, not ascending))
        give_out(found, output, line=lambda record: record, cells=actor_cells, shown=SHOWN)


def _act(action: str, names: list[str], ledger: str | None, by: str, reason: str, output: Output) -> None:
    if action == "check":
        _check(names)
    elif action == "propose":
        _propose(ledger)
    elif action == "proposed":
        _proposed(ledger, output)
    elif action == "show":
        _show(names, ledger)
    else:
        _judge(action, names, ledger, by, reason)


def _check(files: list[str]) -> None:
    """Say what is wrong with files of the user's own actors; the registry refuses the first that is."""
    from sayso.resources.actors import Registry  # noqa: PLC0415  # keeps `sayso --help` quick

    if not files:
        raise typer.BadParameter("name the files to check", param_hint="check FILE")
    Registry.open([Path(file) for file in files])
    typer.echo(f"{', '.join(files)}: nothing wrong")


def _propose(ledger: str | None) -> None:
    from sayso.ledger import Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(ledger, write=True) as store:
        typer.echo(many(store.propose_actors(), "new proposal"))


def _proposed(ledger: str | None, output: Output) -> None:
    from sayso.ledger import Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick

    with Store.open(ledger) as store:
        found = store.proposed_actors(page=Page(output.most, output.skipped))
        give_out(found, output, line=lambda one: one, cells=_proposal_cells, shown=("a", "b", "score", "because"))


def _proposal_cells(one: "ActorProposal") -> dict[str, str | int | float | None]:
    return {
        "judgement": one.judgement, "a": one.a.name, "a_id": one.a.id, "b": one.b.name, "b_id": one.b.id,
        "score": one.score, "because": one.because,
    }  # fmt: skip


def _show(names: list[str], ledger: str | None) -> None:
    from sayso.ledger import ActorFilter, Store  # noqa: PLC0415  # keeps `sayso --help` quick

    if not names:
        raise typer.BadParameter("name an actor", param_hint="show NAME")
    with Store.open(ledger) as store:
        for record in store.actors(ActorFilter(name=tuple(names))):
            _tell(record, store.actor_judgements(record.id), list(store.proposed_actors(record.id)))


def _tell(record: "ActorRecord", judged: "tuple[ActorJudgementRecord, ...]", near: "list[ActorProposal]") -> None:
    about = " ".join(one for one in (record.kind, record.country, record.sector) if one)
    typer.echo(f"{record.name}  [{record.code}]  {about}")
    typer.echo(f"  id {record.id}")
    typer.echo(f"  in {many(record.claims, 'claim')} and {many(record.documents, 'document')}")
    typer.echo(f"  called {'; '.join(record.names)}")
    for id_ in record.merged:
        typer.echo(f"  merged with it: {id_}")
    for one in judged:
        given = one.judgement
        undone = " (undone)" if one.undone else ""
        why = f": {given.reason}" if given.reason else ""
        other = given.other if given.actor == record.id else given.actor
        typer.echo(f"  {given.at} {given.action}, {given.verdict} as {other[:12]}, by {given.by}{why}{undone}")
    for proposal in near:
        other_record = proposal.b if proposal.a.id == record.id else proposal.a
        typer.echo(f"  may be {other_record.name} ({other_record.id[:12]}), {proposal.because}")


def _judge(action: str, names: list[str], ledger: str | None, by: str, reason: str) -> None:
    from sayso.ledger import ActorJudgement, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.opening.opened import now  # noqa: PLC0415  # the same

    if len(names) < TWO:
        raise typer.BadParameter("name two actors or more by their ids or codes", param_hint=f"{action} A B")
    with Store.open(ledger, write=True) as store:
        first, *others = (store.actor_id(name) for name in names)
        at = now()
        done, verdict = MEANT[action]
        given = [
            ActorJudgement(action=done, by=by, at=at, actor=first, other=other, verdict=verdict, reason=reason)
            for other in others
        ]
        for kept in store.judge_actors(*given):
            typer.echo(f"judgement {kept}")
