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


MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", metavar="SHARE", min=0.0, max=1.0,
        help="Leave out events of which sayso is less sure than this, 0 to 1; more is more precise and finds less.",
    ),
]  # fmt: skip


def settings_from(path: Path | None, codebook: Path | None = None, min_confidence: float | None = None) -> Settings:
    """The settings of a file and of the environment, with the codebook and the confidence that were given as options.

    Raises BadSettings; and MissingResource or BadResource for a codebook that cannot be used, before anything is read.
    """
    settings = load_settings(path)
    if codebook is not None:
        settings = msgspec.structs.replace(settings, codebook=str(codebook))
    if min_confidence is not None:
        settings = msgspec.structs.replace(settings, min_confidence=min_confidence)
    if settings.codebook is not None:
        from sayso.resources.codebook import Lexicon  # noqa: PLC0415  # keeps `sayso --help` quick

        Lexicon.open(Path(settings.codebook))
    return settings
