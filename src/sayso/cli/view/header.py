"""The head of the page: title, outlet, dateline, day of publication and how it is known."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.many import many
from sayso.cli.view.frame import columns
from sayso.cli.view.languages import name_of_language
from sayso.cli.view.phrases import date_words, shortened, squeezed
from sayso.model import Document, Ledger, Published, Span

HOW = {"given": "as given", "read": "as printed", "inferred": "inferred from the text"}
LABEL = 10
CANDIDATES = 6


def header_of(ledger: Ledger, console: Console) -> Iterator[RenderableType]:
    """The head of the page."""
    document = ledger.document
    yield Text(squeezed(document.title) if document.title else _first_words(document, console), style="heading")
    table = columns(LABEL, None)
    for label, words in _rows(document):
        table.add_row(Text(label, style="quiet"), words)
    yield table
    if document.published.how == "inferred" and document.published.candidates:
        yield _candidates(document.published)
    yield from _language(document)
    yield Text(_summary(ledger), style="quiet")


def _first_words(document: Document, console: Console) -> str:
    """The start of the report, for an article without a title."""
    start = document.dateline.span.end if document.dateline is not None else 0
    rest = document.text[start : start + 400].strip(" \n-–—")
    return shortened(rest, min(100, console.width - 2)) or "(an empty text)"


def _rows(document: Document) -> Iterator[tuple[str, Text]]:
    outlet = " · ".join(one for one in (document.publisher, document.url) if one)
    if outlet:
        yield "outlet", Text(squeezed(outlet))
    line = document.dateline
    if line is not None:
        parts = [("place", line.place), ("date", line.date), ("agency", line.agency)]
        yield "dateline", Text(" · ".join(_words(span, document) for _, span in parts if span is not None))
    yield "published", _published(document.published)
    if document.language is not None:
        yield "language", Text(name_of_language(document.language) if document.language != "zxx" else "none")


def _words(span: Span, document: Document) -> str:
    return squeezed(span.words(document.text))


def _published(published: Published) -> Text:
    if published.edtf is None:
        return Text.assemble(
            ("not known", "warning"), ("; relative dates stay relative (give it with --date)", "quiet")
        )
    if published.candidates and len(published.candidates) > 1:
        return Text.assemble(
            ("not certain", "warning"),
            (f", {len(published.candidates)} candidates {HOW[published.how]} (give the day with --date)", "quiet"),
        )
    known = Text.assemble((date_words(published.edtf), "name"), (f", {HOW.get(published.how, published.how)}", "quiet"))
    if published.candidates and published.how == "read":
        known.append(f"; it came with the date {published.candidates[0].edtf}", style="warning")
    return known


def _candidates(published: Published) -> Table:
    table = columns(LABEL, 12, 5, None)
    for candidate in published.candidates[:CANDIDATES]:
        share = f"{candidate.score:.0%}"
        table.add_row(
            "",
            date_words(candidate.edtf),
            Text(share, justify="right"),
            Text(squeezed(candidate.because), style="quiet"),
        )
    rest = len(published.candidates) - CANDIDATES
    if rest > 0:
        table.add_row("", Text(f"{rest} more", style="quiet"), "", "")
    return table


def _language(document: Document) -> Iterator[RenderableType]:
    if document.language == "zxx":
        yield Text("This is no text in any language; no claims were read.", style="warning")
    elif document.language not in ("en", None):
        name = name_of_language(document.language)
        yield Text(f"The text is in {name}. sayso reads English; no claims were read.", style="warning")


def _summary(ledger: Ledger) -> str:
    holders = len({claim.holder for claim in ledger.claims if claim.holder is not None})
    return " · ".join(
        [
            many(len(ledger.claims), "claim"),
            many(holders, "voice") + " besides the article's own",
            many(len(ledger.cast.actors), "actor"),
            many(len(ledger.disputes), "dispute"),
        ]
    )
