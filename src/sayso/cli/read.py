"""`sayso read`: the ledger of one article, made to be read."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import CodebookFile, MinConfidence, SettingsFile, settings_from
from sayso.cli.waiting import waiting

if TYPE_CHECKING:
    from sayso.model import Ledger
    from sayso.settings import Settings


def read(
    source: Annotated[
        str, typer.Argument(metavar="PATH|URL|-", help="A text or HTML file, a web address, or - for standard input.")
    ],
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of publication.")] = None,
    title: Annotated[str | None, typer.Option(help="The headline.")] = None,
    publisher: Annotated[str | None, typer.Option(help="The outlet.")] = None,
    settings: SettingsFile = None,
    codebook: CodebookFile = None,
    min_confidence: MinConfidence = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON, as `sayso annotate` writes it.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch addresses of private networks and of this machine.")
    ] = False,
) -> None:
    """Print the ledger of one article: who says that who did what to whom, where, when, and how certain.

    What the article does not tell stays empty; what was not read from the claim's own words is marked as inferred.
    """
    ledger = _ledger(
        source,
        settings_from(settings, codebook, min_confidence),
        date=date,
        title=title,
        publisher=publisher,
        allow_private=allow_private,
    )
    if json:
        from sayso.running import encode  # noqa: PLC0415  # only where it is asked for

        sys.stdout.buffer.write(encode(ledger) + b"\n")
        return
    from sayso.cli.view import show  # noqa: PLC0415  # keeps `sayso --help` quick

    show(ledger)


def _ledger(
    source: str,
    settings: "Settings",
    *,
    date: str | None,
    title: str | None,
    publisher: str | None,
    allow_private: bool,
) -> "Ledger":
    with waiting(f"Opening {source}") as wait:
        from sayso.reading import read_source  # noqa: PLC0415  # keeps `sayso --help` quick

        document = read_source(
            source,
            date=date,
            title=title,
            publisher=publisher,
            limit=settings.max_characters,
            allow_private=allow_private,
        )
        wait.say("Loading the language model and the gazetteer")
        from sayso.running.one import open_pipeline  # noqa: PLC0415  # takes seconds to load

        read = open_pipeline(settings)
        wait.say(f"Reading {len(document.text.split()):,} words")
        return read(document)
