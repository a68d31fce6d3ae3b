"""The command line: one file per command, each thin over the library."""

from sayso.cli.main import main

__all__ = ["main"]
