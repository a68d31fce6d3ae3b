"""Files that commands read and write, "-" being standard input and output."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableSource, in_words

STANDARD = Path("-")


def lines_of(path: Path, stack: ExitStack) -> BinaryIO:
    """A file of JSON Lines, or standard input for "-"; closed with the stack.

    Raises UnreadableSource for one that cannot be opened, or that is no text at all.
    """
    from sayso.reading.decoding import binary_kind  # noqa: PLC0415  # keeps `sayso --help` quick

    if path == STANDARD:
        return sys.stdin.buffer
    try:
        source = stack.enter_context(path.open("rb"))
    except OSError as error:
        raise UnreadableSource(str(path), in_words(error)) from error
    if (kind := binary_kind(source.peek())) is not None:
        raise UnreadableSource(str(path), f"it is {kind}, not JSON Lines", "`sayso add` reads other formats")
    return source


def target_of(path: Path, stack: ExitStack) -> BinaryIO:
    """The file of a path, written anew, or standard output for "-"; closed with the stack. Raises UnreadableSource."""
    if path == STANDARD:
        return sys.stdout.buffer
    try:
        return stack.enter_context(path.open("wb"))
    except OSError as error:
        raise UnreadableSource(str(path), f"it cannot be written: {in_words(error)}") from error
