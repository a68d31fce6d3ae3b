"""`sayso annotate`: JSON Lines in, JSON Lines out."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.files import STANDARD, source_of, target_of
from sayso.cli.options import CodebookFile, MinConfidence, SettingsFile, settings_from


def annotate(
    file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="JSON Lines, one document each; standard input by default.")
    ] = STANDARD,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write; standard output by default.")
    ] = STANDARD,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; one for each core by default.")
    ] = None,
    settings: SettingsFile = None,
    codebook: CodebookFile = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Read many articles: a line of JSON for each document, in the order of the input.

    A line is {"doc", "text", "date"?, "title"?, "url"?, "publisher"?}. A document that fails becomes
    {"doc", "problem": {"cause", "where"}} and the run goes on; the exit code is then 1.
    """
    from sayso.cli.counting import counted  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running import annotate as run  # noqa: PLC0415  # the same

    chosen = settings_from(settings, codebook, min_confidence)
    with ExitStack() as stack:
        source = source_of(file, stack)
        target = target_of(output, stack)
        size = file.stat().st_size if file != STANDARD else None
        problems, documents = 0, 0
        with counted(size) as count:
            for line in run(count.lines(source), chosen, workers):
                target.write(line + b"\n")
                documents += 1
                problems += count.document(line)
        target.flush()
    if problems:
        sys.stderr.write(f'sayso: {problems} of {documents} documents failed; their lines have a "problem"\n')
        raise typer.Exit(1)
