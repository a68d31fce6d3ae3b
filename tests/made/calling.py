"""How a command of sayso is called in this process (the fixture `run` of the tests of the command line)."""

from collections.abc import Callable

Command = Callable[..., tuple[int, bytes, str]]
"""Arguments -> exit code, standard output as bytes, standard error."""
