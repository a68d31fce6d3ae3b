"""`sayso disputes`: where accounts of one happening pull apart."""

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from sayso.cli.filtering import Countries, Since, Until, codes, several
from sayso.cli.listing import Cells, Output, give_out, listed
from sayso.cli.options import LedgerPath

if TYPE_CHECKING:
    from sayso.running.pulling import Pulling

SHOWN = ("incident", "field", "how", "holder_a", "words_a", "holder_b", "words_b")


@listed
def disputes(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[INCIDENT]...", help="Ids of incidents.")] = None,
    ledger: LedgerPath = None,
    field: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="Such as toll, responsibility.")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="Such as ASSAULT.")] = None,
    country: Countries = None,
    since: Since = None,
    until: Until = None,
    *,
    output: Output,
) -> None:
    """List disputes: fields on which two holders cannot both be right, tell an incident apart, or of whom one denies."""
    from sayso.ledger import IncidentFilter, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running.pulling import pullings  # noqa: PLC0415  # the same

    asked = IncidentFilter(
        ids=several(ids), type=codes(type_), country=codes(country), since=since, until=until, disputed=True
    )

    def cells(one: "Pulling") -> Cells:
        found = msgspec.structs.asdict(one)
        return {**found, **_marked(one)} if output.table else found

    with Store.open(ledger) as store:
        found = (one for one in pullings(store, asked) if not field or one.field in several(field))
        give_out(output.page_of(found), output, line=lambda one: one, cells=cells, shown=SHOWN)


def _marked(one: "Pulling") -> Cells:
    """The words of both sides, with the marks that tell which of them is denied."""
    from sayso.cli.view.frame import mark, page  # noqa: PLC0415  # keeps `sayso --help` quick

    console = page()
    return {
        "words_a": f"{mark(one.factuality_a, console)} {one.words_a}",
        "words_b": f"{mark(one.factuality_b, console)} {one.words_b}",
    }
