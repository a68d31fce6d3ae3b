"""`sayso link`: which mentions, in which documents, are of the same happening."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import SettingsFile, settings_from
from sayso.errors import UnreadableSource

STANDARD = Path("-")


def link(
    given: Annotated[
        Path,
        typer.Option(
            "--given", metavar="FILE", help="JSON Lines with the events marked in each document; - is standard input."
        ),
    ],
    settings: SettingsFile = None,
) -> None:
    """Link the events that are marked in many documents: a line of JSON for each document, in the order of the input.

    A line is {"doc", "text", "events": [{"start", "end"}]}; it becomes {"doc", "events": [{"start", "end", "cluster"}]},
    and events with the same cluster are the same happening. A line that cannot be used becomes
    {"doc", "problem": {"cause", "where"}}, the others are linked without it, and the exit code is then 1.
    """
    link_marked(given, settings)


def link_marked(path: Path, settings: Path | None) -> None:
    """Link the marked events of a file, and write the lines to standard output."""
    from sayso.cli.waiting import waiting  # noqa: PLC0415  # keeps `sayso --help` quick
    from sayso.running import is_problem  # noqa: PLC0415  # the same
    from sayso.running.given import link_given  # noqa: PLC0415  # the same

    chosen = settings_from(settings)
    name = "standard input" if path == STANDARD else str(path)
    with ExitStack() as stack:
        try:
            source = sys.stdin.buffer if path == STANDARD else stack.enter_context(path.open("rb"))
            with waiting("Linking the marked events"):
                lines = list(link_given(source, name, chosen))
        except OSError as error:
            raise UnreadableSource(name, (error.strerror or str(error)).lower()) from error
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
    problems = sum(is_problem(line) for line in lines)
    if problems:
        sys.stderr.write(f'sayso: {problems} of {len(lines)} documents failed; their lines have a "problem"\n')
        raise typer.Exit(1)
