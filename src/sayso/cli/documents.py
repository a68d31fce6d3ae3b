"""`sayso documents`: the texts of a ledger."""

from typing import Annotated

import typer

from sayso.cli.filtering import Publishers, Since, Until, several
from sayso.cli.listing import Ascending, Output, give_out, listed
from sayso.cli.options import LedgerPath

SHOWN = ("id", "published", "publisher", "title", "doc", "claims", "language")


@listed
def documents(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Ids of documents.")] = None,
    ledger: LedgerPath = None,
    publisher: Publishers = None,
    language: Annotated[list[str] | None, typer.Option(metavar="CODE", help="ISO 639-1, such as en.")] = None,
    since: Since = None,
    until: Until = None,
    words: Annotated[str | None, typer.Option(metavar="QUERY", help="A search, as `sayso search` takes it.")] = None,
    *,
    output: Output,
    forgotten: Annotated[
        bool | None, typer.Option("--forgotten/--kept", help="Only texts that were forgotten, or only others.")
    ] = None,
    ascending: Ascending = False,
) -> None:
    """List documents by their day of publication, the latest first.

    With ids, --json also tells where each appeared, what it is a copy or version of, and which runs read it.
    """
    from sayso.ledger import DocumentFilter, Page, Store  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.ledger.cells import document_cells  # noqa: PLC0415  # the same

    asked = DocumentFilter(
        ids=several(ids), publisher=several(publisher), language=several(language), since=since, until=until, words=words,
        forgotten=forgotten,
    )  # fmt: skip
    with Store.open(ledger) as store:
        found = store.documents(asked, page=Page(output.most, output.skipped, not ascending))
        give_out(
            found,
            output,
            line=lambda record: store.document(record.id) if ids else record,
            cells=document_cells,
            shown=SHOWN,
        )
