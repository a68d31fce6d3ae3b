"""Files that commands read and write, "-" being standard input and output."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableSource

STANDARD = Path("-")


def source_of(path: Path, stack: ExitStack) -> BinaryIO:
    """The file of a path, or standard input for "-"; closed with the stack. Raises UnreadableSource."""
    if path == STANDARD:
        return sys.stdin.buffer
    try:
        return stack.enter_context(path.open("rb"))
    except OSError as error:
        raise UnreadableSource(str(path), _plain(error)) from error


def target_of(path: Path, stack: ExitStack) -> BinaryIO:
    """The file of a path, written anew, or standard output for "-"; closed with the stack. Raises UnreadableSource."""
    if path == STANDARD:
        return sys.stdout.buffer
    try:
        return stack.enter_context(path.open("wb"))
    except OSError as error:
        raise UnreadableSource(str(path), f"it cannot be written: {_plain(error)}") from error


def _plain(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
