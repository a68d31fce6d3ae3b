"""`sayso code`: the type of the event between a marked source and a marked target."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.files import STANDARD, lines_of, target_of


def code(
    given: Annotated[
        Path,
        typer.Option(
            "--given",
            metavar="FILE",
            help="JSON Lines, one sentence each with its source and target marked; - is standard input.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write; standard output by default.")
    ] = STANDARD,
) -> None:
    """Tell of which type the event between two marked phrases is, for each line of JSON.

    A line is {"id", "text", "source": [start, end] or null, "target": [start, end] or null}; other fields are ignored.
    It becomes {"id", "type"}, or {"id", "problem": {"cause", "where"}}; the exit code is then 1.
    """
    from sayso.api import type_between  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running.pairs import code_lines  # noqa: PLC0415  # the same

    failed, lines = 0, 0
    with ExitStack() as stack:
        source, target = lines_of(given, stack), target_of(output, stack)
        for line, is_failure in code_lines(source, type_between):
            target.write(line + b"\n")
            lines += 1
            failed += is_failure
        target.flush()
    if failed:
        sys.stderr.write(f'sayso: {failed} of {lines} lines failed; they have a "problem"\n')
        raise typer.Exit(1)
