"""What the user sees while something takes long."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console

PATIENCE: Final = 1.0


class Waiting:
    """A spinner on standard error with what is being done; appears after PATIENCE seconds, and only on a terminal."""

    def __init__(self, console: "Console", words: str) -> None:
        self._status = console.status(words)
        self._timer = threading.Timer(PATIENCE, self._status.start)
        self._timer.daemon = True
        self._shown = console.is_terminal

    def start(self) -> None:
        """Start counting the seconds."""
        if self._shown:
            self._timer.start()

    def say(self, words: str) -> None:
        """Tell what is being done now."""
        self._status.update(words)

    def stop(self) -> None:
        """Take the spinner away, or see to it that it never comes."""
        self._timer.cancel()
        self._status.stop()


@contextmanager
def waiting(words: str) -> Iterator[Waiting]:
    """Show a spinner on standard error while the block runs longer than a second."""
    from rich.console import Console  # noqa: PLC0415  # keeps `sayso --help` quick

    found = Waiting(Console(stderr=True), words)
    found.start()
    try:
        yield found
    finally:
        found.stop()
