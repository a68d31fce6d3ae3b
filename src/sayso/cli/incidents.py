"""`sayso incidents`: the happenings of a ledger."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
import typer

from sayso.cli.filtering import Countries, Since, Until, codes, several
from sayso.cli.listing import Ascending, Cells, Output, give_out, listed
from sayso.cli.options import LedgerPath
from sayso.cli.policies import PolicyOption, RankingOption

if TYPE_CHECKING:
    from sayso.running.incidents import Listed

SHOWN = ("id", "day", "type", "country", "killed", "claims", "documents", "origins", "contested")
UNDER_A_POLICY = ("id", "day", "type", "place", "responsibility", "killed_best", "killed", "origins", "contested")


@listed
def incidents(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Ids of incidents.")] = None,
    ledger: LedgerPath = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="Such as ASSAULT.")] = None,
    country: Countries = None,
    since: Since = None,
    until: Until = None,
    documents: Annotated[int | None, typer.Option(min=1, metavar="N", help="Told by at least N documents.")] = None,
    origins: Annotated[int | None, typer.Option(min=1, metavar="N", help="By at least N independent origins.")] = None,
    killed: Annotated[int | None, typer.Option(min=0, metavar="N", help="A claim tells of at least N killed.")] = None,
    dispute: Annotated[
        list[str] | None, typer.Option(metavar="FIELD", help="Only where claims pull apart on it, such as toll.")
    ] = None,
    sort: Annotated[
        Literal["day", "documents", "killed", "disputed", "origins"], typer.Option(help="What to sort by.")
    ] = "day",
    policy: PolicyOption = None,
    ranking: RankingOption = None,
    *,
    output: Output,
    disputed: Annotated[
        bool | None, typer.Option("--disputed/--undisputed", help="Only where claims pull apart, or only others.")
    ] = None,
    ascending: Ascending = False,
) -> None:
    """List incidents, the latest first. With ids, --json also tells their claims and the judgements about them.

    With --policy, also what the accounts of each come to under it.
    """
    from sayso.exporting import policy_of  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger import IncidentFilter, Page, Store  # noqa: PLC0415  # the same
    from sayso.running.incidents import Asked, named  # noqa: PLC0415  # the same
    from sayso.running.incidents import incidents as listed  # noqa: PLC0415  # the same

    within = IncidentFilter(
        type=codes(type_), country=codes(country),
        since=since, until=until, documents=documents, killed=killed, disputed=disputed,
    )  # fmt: skip
    asked = Asked(origins=origins, fields=several(dispute))
    chosen = policy_of(policy, ranking)
    with Store.open(ledger) as store:
        found = (
            named(store, ids, chosen)
            if ids
            else listed(
                store, within, asked, order=sort, policy=chosen,
                page=Page(output.most, output.skipped, not ascending),
            )
        )  # fmt: skip
        give_out(found, output, line=_line, cells=_cells, shown=SHOWN if chosen is None else UNDER_A_POLICY)


def _line(one: "Listed") -> dict[str, Any]:
    told: dict[str, Any] = {
        **msgspec.to_builtins(one.record), "origins": one.origins, "contested": list(one.contested),
    }  # fmt: skip
    if one.summary is not None:
        told["summary"] = msgspec.to_builtins(one.summary)
    return told


def _cells(one: "Listed") -> Cells:
    from sayso.ledger.cells import incident_cells  # noqa: PLC0415  # keeps `sayso --help` quick

    record = one.record
    cells: dict[str, str | int | float | None] = {
        **incident_cells(record),
        "killed": _range(record.killed_low, record.killed_high),
        "origins": one.origins,
        "contested": " ".join(one.contested),
    }
    if one.summary is not None:
        killed = one.summary.tolls.get("killed")
        cells |= {
            "policy": one.summary.policy,
            "place": one.summary.fields.get("place"),
            "responsibility": one.summary.fields.get("responsibility"),
            "killed_best": None if killed is None else killed.best,
        }
    return cells


def _range(low: int | None, high: int | None) -> str | None:
    if low is None or high is None or low == high:
        return None if low is None else str(low)
    return f"{low}–{high}"
