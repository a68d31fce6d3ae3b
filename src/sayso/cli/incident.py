"""`sayso incident`: one happening, its accounts side by side."""

import sys
from typing import Annotated

import msgspec
import typer

from sayso.cli.listing import Json
from sayso.cli.options import LedgerPath
from sayso.cli.policies import PolicyOption, RankingOption


def incident(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The incident, as `sayso incidents` lists it.")],
    ledger: LedgerPath = None,
    policy: PolicyOption = None,
    ranking: RankingOption = None,
    *,
    json: Json = False,
) -> None:
    """Lay out one incident: who says what of each field, which accounts are independent, where they pull apart, and when all was said.

    With --policy, also what the accounts come to under it; sayso picks no policy of its own.
    """
    from sayso.exporting import policy_of  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger import Store  # noqa: PLC0415  # the same
    from sayso.running.incident import incident as laid_out  # noqa: PLC0415  # the same

    chosen = policy_of(policy, ranking)
    with Store.open(ledger) as store:
        found = laid_out(store, id_, chosen)
    if json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        return
    from sayso.cli.view.incident import show_incident  # noqa: PLC0415  # the same

    show_incident(found)
