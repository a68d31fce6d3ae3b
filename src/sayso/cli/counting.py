"""Progress of `sayso annotate`, on standard error."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from sayso.running import is_problem


class Count:
    """How much has been read and how many documents have come out; drawn on a terminal, kept quiet elsewhere."""

    def __init__(self, progress: Progress, size: int | None) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=size, documents=0, problems=0)
        self._documents = 0
        self._problems = 0

    def lines(self, source: Iterable[bytes]) -> Iterator[bytes]:
        """The lines, counted as they are taken."""
        for line in source:
            self._progress.advance(self._task, len(line))
            yield line

    def document(self, line: bytes) -> bool:
        """Count a line of output; returns whether it is a problem."""
        failed = is_problem(line)
        self._documents += 1
        self._problems += failed
        self._progress.update(self._task, documents=self._documents, problems=self._problems)
        return failed


@contextmanager
def counted(size: int | None) -> Iterator[Count]:
    """Show progress while the block runs, where standard error is a terminal. size: bytes of the input, if known."""
    console = Console(stderr=True)
    progress = Progress(
        SpinnerColumn(),
        BarColumn(),
        TextColumn("{task.fields[documents]:,} documents"),
        TextColumn("{task.fields[problems]:,} problems"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with progress:
        yield Count(progress, size)
