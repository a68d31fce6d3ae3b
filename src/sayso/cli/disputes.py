"""`sayso disputes`: where accounts of one happening pull apart."""

from collections.abc import Iterator
from typing import Annotated

import typer

from sayso.cli.filtering import Countries, Since, Until, several
from sayso.cli.listing import Cells, Csv, Json, Limit, Output, Xlsx, give_out
from sayso.cli.options import LedgerPath

SHOWN = ("incident", "field", "how", "holder_a", "words_a", "holder_b", "words_b")


def disputes(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[INCIDENT]...", help="Ids of incidents.")] = None,
    ledger: LedgerPath = None,
    field: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="Such as toll, responsibility.")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="Such as ASSAULT.")] = None,
    country: Countries = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    xlsx: Xlsx = None,
    *,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List disputes: fields on which two holders cannot both be right, tell an incident apart, or of whom one denies."""
    from sayso.ledger import IncidentFilter, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running.pulling import Pulling, pullings  # noqa: PLC0415  # the same

    output = Output(json, csv, xlsx, limit)
    asked = IncidentFilter(
        ids=several(ids), type=tuple(one.upper() for one in several(type_)),
        country=tuple(one.upper() for one in several(country)), since=since, until=until, disputed=True,
    )  # fmt: skip

    def found(store: Store) -> Iterator[Pulling]:
        for number, one in enumerate(one for one in pullings(store, asked) if not field or one.field in several(field)):
            if output.most is not None and number >= output.most:
                return
            yield one

    def cells(one: Pulling) -> Cells:
        return {name: getattr(one, name) for name in one.__struct_fields__}

    with Store.open(ledger) as store:
        give_out(found(store), output, line=lambda one: one, cells=cells, shown=SHOWN)
