"""`sayso claims`: the claims of a ledger that fit a question."""

from typing import Annotated, Literal

import typer

from sayso.cli.filtering import Countries, NearPlace, Publishers, Since, Until, Within, circle, codes, several
from sayso.cli.listing import Ascending, Output, give_out, listed
from sayso.cli.options import LedgerPath

Order = Literal["day", "published", "killed", "confidence"]
SHOWN = ("id", "time", "place", "type", "factuality", "agent", "patient", "holder", "words")


@listed
def claims(  # one option each
    ledger: LedgerPath = None,
    who: Annotated[list[str] | None, typer.Option(metavar="ACTOR", help="Who acts: a code (RUS), id or name.")] = None,
    whom: Annotated[list[str] | None, typer.Option(metavar="ACTOR", help="Who is acted on.")] = None,
    holder: Annotated[list[str] | None, typer.Option(metavar="ACTOR", help="Who says so.")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="Such as ASSAULT.")] = None,
    mode: Annotated[list[str] | None, typer.Option(metavar="MODE", help="Such as aerial.")] = None,
    factuality: Annotated[list[str] | None, typer.Option(metavar="WORD", help="Such as happened, denied.")] = None,
    country: Countries = None,
    place: Annotated[list[str] | None, typer.Option(metavar="NAME", help="A place's name or GeoNames id.")] = None,
    near: NearPlace = None,
    within: Within = 25.0,
    since: Since = None,
    until: Until = None,
    published_since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published then or later.")] = None,
    published_until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Published then or earlier.")
    ] = None,
    publisher: Publishers = None,
    killed: Annotated[int | None, typer.Option(min=0, metavar="N", help="At least N killed.")] = None,
    confidence: Annotated[float | None, typer.Option(min=0, max=1, help="At least so sure.")] = None,
    document: Annotated[list[str] | None, typer.Option(metavar="ID", help="In that document.")] = None,
    incident: Annotated[list[str] | None, typer.Option(metavar="ID", help="Of that incident.")] = None,
    run: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="As read by that run, whether it counts or not.")
    ] = None,
    words: Annotated[str | None, typer.Option(metavar="QUERY", help="A search, as `sayso search` takes it.")] = None,
    claim_id: Annotated[list[str] | None, typer.Option("--id", metavar="ID", help="The claim with that id.")] = None,
    sort: Annotated[Order, typer.Option(help="What to sort by; the day is that of the event.")] = "day",
    *,
    output: Output,
    voice: Annotated[bool, typer.Option("--voice", help="Only what the article says in its own voice.")] = False,
    disputed: Annotated[
        bool | None,
        typer.Option("--disputed/--undisputed", help="Only claims that another pulls against, or only others."),
    ] = None,
    ascending: Ascending = False,
) -> None:
    """List claims: who says that who did what to whom, where and when.

    Options that are given all have to fit; of an option that is given twice, either.
    """
    from sayso.ledger import ClaimFilter, Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import claim_cells  # noqa: PLC0415  # the same
    from sayso.ledger.lines import claim_line  # noqa: PLC0415  # the same

    with Store.open(ledger) as store:
        asked = ClaimFilter(
            ids=several(claim_id), who=several(who), whom=several(whom), holder=several(holder), voice=voice,
            type=codes(type_), mode=several(mode), factuality=several(factuality),
            country=codes(country), place=several(place),
            near=circle(store, near, within), since=since, until=until, published_since=published_since,
            published_until=published_until, publisher=several(publisher), killed=killed, confidence=confidence,
            disputed=disputed, documents=several(document), incidents=several(incident), runs=several(run), words=words,
        )  # fmt: skip
        labels = store.standing_labels() if output.json else {}
        give_out(
            store.claims(asked, order=sort, page=Page(output.most, output.skipped, not ascending)),
            output,
            line=lambda record: claim_line(record, labels.get(record.id, ())),
            cells=claim_cells,
            shown=SHOWN,
        )
