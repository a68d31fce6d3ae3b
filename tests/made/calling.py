"""How a command of sayso is called in this process (the fixture `sayso` of the tests of the command line)."""

from collections.abc import Callable
from typing import NamedTuple


class Outcome(NamedTuple):
    """How a command ended: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Sayso = Callable[..., Outcome]
"""Arguments -> how the command ended."""
