"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import msgspec
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

CodebookFile = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="FILE", help="Your own types of events, words and rules (TOML)."),
]


def settings_from(path: Path | None, codebook: Path | None = None) -> Settings:
    """The settings of a file and of the environment, with the codebook that was given as an option.

    Raises BadSettings; and MissingResource or BadResource for a codebook that cannot be used, before anything is read.
    """
    settings = load_settings(path)
    if codebook is not None:
        settings = msgspec.structs.replace(settings, codebook=str(codebook))
    if settings.codebook is not None:
        from sayso.resources.codebook import Lexicon  # noqa: PLC0415  # keeps `sayso --help` quick

        Lexicon.open(Path(settings.codebook))
    return settings
