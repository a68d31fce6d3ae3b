"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.settings import Settings, load_settings

SettingsFile = Annotated[
    Path | None, typer.Option("--settings", metavar="FILE", help="Settings (TOML); SAYSO_* environment variables win.")
]


def settings_from(path: Path | None) -> Settings:
    """The settings of a file and of the environment; raises BadSettings."""
    return load_settings(path)
