"""Loading of the wire conventions."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Final, Literal, get_args

import msgspec
from msgspec import Struct

from sayso.errors import BadResource, MissingResource

Where = Literal["line", "end", "start", "inline"]
Why = Literal["boilerplate", "credit", "navigation", "headline"]

FOLDER: Final = "sayso.resources.wire"
AGENCIES_HOLE: Final = "[{agencies}]"


class RawRule(Struct, forbid_unknown_fields=True):
    """A rule as written in furniture.toml. words: what of the example it must match (all of it by default)."""

    why: Why
    pattern: str
    example: str
    words: str | None = None


class Rule(Struct, frozen=True):
    """A pattern of words that are no part of a report, and what they are."""

    why: Why
    pattern: re.Pattern[str]


class Conventions(Struct, frozen=True):
    """What is known of how reports open, and of what stands around them.

    agencies: names of agencies, folded (see `folded`). agency: a pattern that matches any of them as it is written.
    places: names of places that reports are dated from, folded (see `folded`).
    furniture: the rules, by where they apply.
    """

    agencies: frozenset[str]
    agency: str
    places: frozenset[str]
    furniture: dict[Where, tuple[Rule, ...]]

    def is_agency(self, words: str) -> bool:
        """Whether the words name an agency, in whatever capitals."""
        return folded(words) in self.agencies

    def is_place(self, words: str) -> bool:
        """Whether reports are known to be dated from a place of that name."""
        return folded(words) in self.places


def folded(words: str) -> str:
    """Words in lower case without accents, single-spaced."""
    plain = "".join(one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))
    return " ".join(plain.replace("’", "'").casefold().split())


@cache
def conventions() -> Conventions:
    """The conventions, read once. Raises BadResource naming the file and what is wrong in it."""
    agencies = _names("agencies.txt")
    agency = _either(agencies)
    furniture = _furniture(agency)
    return Conventions(frozenset(map(folded, agencies)), agency, frozenset(_names("dateline_places.txt")), furniture)


def _either(names: list[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) + ")"


def _text(name: str) -> str:
    try:
        return resources.files(FOLDER).joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise MissingResource(f"resources/wire/{name}", str(error)) from error


def _names(name: str) -> list[str]:
    return [line for line in _text(name).splitlines() if line and not line.startswith("#")]


def _furniture(agency: str) -> dict[Where, tuple[Rule, ...]]:
    where = "resources/wire/furniture.toml"
    try:
        raw = msgspec.convert(tomllib.loads(_text("furniture.toml")), dict[Where, list[RawRule]])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadResource(where, str(error)) from error
    return {place: tuple(_rule(one, place, agency, where) for one in raw.get(place, ())) for place in get_args(Where)}


def _rule(raw: RawRule, place: Where, agency: str, where: str) -> Rule:
    pattern = raw.pattern.replace(AGENCIES_HOLE, agency)
    try:
        return Rule(raw.why, re.compile(rf"(?:{pattern})(?=\s*\Z)" if place == "end" else pattern))
    except re.error as error:
        raise BadResource(where, f"the pattern of the example {raw.example!r} is not valid: {error}") from error


__all__ = ["Conventions", "RawRule", "Rule", "conventions", "folded"]
