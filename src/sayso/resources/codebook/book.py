"""The codebook: the sixteen types, their modes, and their codes in other projects' schemes."""

import tomllib
from importlib.resources.abc import Traversable
from typing import TypeVar, get_args

import msgspec
from msgspec import Struct

from sayso.errors import BadResource, MissingResource
from sayso.model import Codes, EventType

T = TypeVar("T")

TYPES: tuple[str, ...] = get_args(EventType)


class ModeEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The codes of one mode of a type; a code that is absent is the type's."""

    cameo: str | None = None
    acled: str | None = None
    ucdp: str | None = None


class TypeEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One event type: its definition in words, its codes, its modes."""

    what: str
    codes: ModeEntry = ModeEntry()
    modes: dict[str, ModeEntry] = {}


class Codebook(Struct, frozen=True, forbid_unknown_fields=True):
    """The types of events that are recorded. name and version go into what is exported."""

    name: str
    version: str
    types: dict[EventType, TypeEntry]

    def codes(self, type: EventType, mode: str | None) -> Codes:  # noqa: A002  # the noun's own field name
        """The codes of a type and mode in other projects' schemes; an absent one is None."""
        entry = self.types[type]
        own = entry.modes.get(mode) if mode is not None else None
        if own is None:
            return Codes(entry.codes.cameo, entry.codes.acled, entry.codes.ucdp)
        return Codes(own.cameo or entry.codes.cameo, own.acled, own.ucdp)


def load_codebook(file: Traversable) -> Codebook:
    """The codebook of a TOML file. Raises BadResource naming the file and what is wrong with it."""
    codebook = struct_of(file, Codebook)
    missing = [name for name in TYPES if name not in codebook.types]
    if missing:
        raise BadResource(str(file), f"no entry for the type {missing[0]}")
    return codebook


def struct_of(file: Traversable, kind: type[T]) -> T:
    """A TOML file read into a struct. Raises BadResource naming the file and what is wrong with it."""
    try:
        return msgspec.convert(tomllib.loads(text_of(file)), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadResource(str(file), str(error)) from error


def text_of(file: Traversable) -> str:
    """The text of a data file. Raises MissingResource or BadResource."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MissingResource(str(file), "the file should be installed with sayso and is not there") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadResource(str(file), str(error)) from error
