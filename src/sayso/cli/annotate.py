"""`sayso annotate`: JSON Lines in, JSON Lines out."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.clustered import AddressOption, EngineOption, annotate_into, report
from sayso.cli.files import STANDARD, lines_of, target_of
from sayso.cli.many import many
from sayso.cli.options import CodebookFile, MinConfidence, SettingsFile, settings_from

if TYPE_CHECKING:
    from sayso.settings import Settings


def annotate(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="JSON Lines, one document each; standard input by default. With --engine ray any number of files, "
            "folders, addresses of an object store, and @LIST.",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write; standard output by default. With --engine ray the lake.",
        ),
    ] = "-",
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; one for each core by default.")
    ] = None,
    settings: SettingsFile = None,
    codebook: CodebookFile = None,
    min_confidence: MinConfidence = None,
    engine: EngineOption = "local",
    address: AddressOption = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="With --engine ray: the summary as one line of JSON.")] = False,
) -> None:
    """Read many articles: a line of JSON for each document, in the order of the input.

    A line is {"doc", "text", "date"?, "title"?, "url"?, "publisher"?}. A document that fails becomes
    {"doc", "problem": {"cause", "where"}} and the run goes on; the exit code is then 1. On a cluster the same lines stand in
    the Parquet files of a lake, by month of publication; the same command goes on where it was interrupted.
    """
    chosen = settings_from(settings, codebook, min_confidence)
    given = list(sources or ())
    if engine == "ray":
        if output == "-" or not given:
            raise typer.BadParameter("--engine ray needs files to read and a lake to write: FILE... --output LAKE")
        report(annotate_into(output, given, chosen, address, workers), output, json=json)
        return
    if len(given) > 1:
        raise typer.BadParameter("one file at a time; --engine ray reads many")
    _annotate(Path(given[0]) if given else STANDARD, Path(output), workers, chosen)


def _annotate(file: Path, output: Path, workers: int | None, chosen: "Settings") -> None:
    from sayso.cli.counting import counted  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running import annotate as run  # noqa: PLC0415  # the same

    with ExitStack() as stack:
        source = lines_of(file, stack)
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
        sys.stderr.write(f'sayso: {problems:,} of {many(documents, "document")} failed; their lines have a "problem"\n')
        raise typer.Exit(1)
