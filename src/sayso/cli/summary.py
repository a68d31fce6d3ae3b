"""Progress and summary of `sayso add`."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn

from sayso.cli.many import many
from sayso.ledger import Store
from sayso.running.tally import Tally, Watch

# Where standard error is no terminal (a log file), a line every so many seconds.
EVERY = 60.0
# On a terminal, the line is drawn anew at most this often.
BLINK = 0.1


@contextmanager
def watched() -> Iterator[Watch]:
    """Show progress on standard error while the block runs: a line that moves on a terminal, elsewhere one a minute."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Logged().tell
        return
    progress = Progress(SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), console=console, transient=True)
    with progress:
        yield _Drawn(progress, progress.add_task("opening", total=None)).tell


class _Drawn:
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task
        self._last = 0.0

    def tell(self, tally: Tally) -> None:
        now = time.monotonic()
        if now - self._last >= BLINK:
            self._last = now
            self._progress.update(self._task, total=tally.size, completed=tally.taken, description=line_of(tally))


class _Logged:
    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, tally: Tally) -> None:
        now = time.monotonic()
        if now - self._last >= EVERY:
            self._last = now
            sys.stderr.write(f"{line_of(tally)}\n")
            sys.stderr.flush()


def line_of(tally: Tally) -> str:
    """How far a run is: "1,200 documents, 310 words/s, 2 problems, 5 min left"."""
    pieces = [
        many(tally.documents, "document"),
        f"{tally.words_a_second:,.0f} words/s",
        many(tally.problems, "problem"),
    ]
    if (left := tally.seconds_left) is not None:
        pieces.append(f"{_duration(left)} left")
    return ", ".join(pieces)


def shown(tally: Tally, store: Store) -> str:
    """The summary, made to be read; lines without anything to tell are not there."""
    languages = ", ".join(f"{name} {count:,}" for name, count in tally.languages.most_common())
    lines = [
        f"{many(tally.documents, 'document')}: {tally.read:,} read, {tally.known:,} read before",
        f"{many(tally.claims, 'claim')} in {many(tally.words, 'word')}",
        f"{tally.unread:,} in another language than English, kept and not read ({languages})" if tally.unread else "",
        f"{tally.copies:,} {'copy' if tally.copies == 1 else 'copies'} and {many(tally.versions, 'version')} of other documents"
        if tally.copies or tally.versions
        else "",
        f"{tally.appeared:,} known texts met at a new place" if tally.appeared else "",
        f"{tally.passed:,} passed over (no articles, or unchanged)" if tally.passed else "",
        many(tally.problems, "problem") if tally.problems else "",
        *(f"  {count:,} × {cause}" for cause, count in tally.causes.most_common()),
        f"{tally.solved:,} earlier problems are gone" if tally.solved else "",
        f"{_duration(tally.seconds)}, {tally.words_a_second:,.0f} words/s; {_ledger(store)}",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def as_json(tally: Tally, store: Store) -> str:
    """The summary as a line of JSON: the counts of the Tally, `seconds`, and the ledger with its size in bytes."""
    fields = msgspec.to_builtins(tally)
    del fields["started"], fields["marks"]
    fields |= {"seconds": round(tally.seconds, 3), "ledger": store.where, "bytes": _bytes(store)}
    return msgspec.json.encode(fields).decode() + "\n"


def _ledger(store: Store) -> str:
    size = _bytes(store)
    return store.where if size is None else f"{store.where} has {size / 1_000_000:,.1f} MB"


def _bytes(store: Store) -> int | None:
    """The bytes of the ledger's file and of what was written beside it and not yet put into it."""
    if store.path is None:
        return None
    files = (store.path, store.path.with_name(f"{store.path.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    if seconds < 3_600:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3_600:.1f} h"
