"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.settings import Settings, load_settings

SettingsFile = Annotated[
    Path | None, typer.Option("--settings", metavar="FILE", help="Settings (TOML); SAYSO_* environment variables win.")
]
LedgerPath = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH|URL",
        envvar="SAYSO_LEDGER",
        show_envvar=False,
        help="The ledger: a file, or postgresql://...; by default what SAYSO_LEDGER names, else ./ledger.sayso.",
    ),
]


def settings_from(path: Path | None) -> Settings:
    """The settings of a file and of the environment; raises BadSettings."""
    return load_settings(path)
