"""Words, patterns and named days of time expressions, and their loaders."""

import tomllib
from importlib import resources

import msgspec
from msgspec import Struct

from sayso.errors import BadResource


class PatternRule(Struct, frozen=True):
    """One pattern: the builder that reads its matches, the kind of expression it finds, the pattern itself."""

    build: str
    kind: str
    pattern: str


class Patterns(Struct, frozen=True):
    """All patterns in order, and the macros they use."""

    macros: dict[str, str]
    rule: tuple[PatternRule, ...]


class NamedDay(Struct, frozen=True):
    """A holiday or a day known by a name.

    name: words in lower case, separated by single spaces.
    rule: "12-25" (month and day), "11:4:4" (month, ISO weekday, which of the month; -1 the last), "easter+1" (days from
    Easter Sunday; "pascha" is that of the eastern churches, "rosh" the Hebrew new year), "islamic:10:1" (month and day of
    the Islamic calendar), or "2001-09-11" (one day in history).
    """

    name: str
    rule: str


def _text(name: str) -> tuple[str, str]:
    where = f"resources/times/{name}"
    try:
        return where, resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadResource(where, str(error)) from error


def load_words() -> dict[str, dict[str, str]]:
    """Classes of words: class -> word -> value, as text. Raises BadResource for a malformed file."""
    where, text = _text("words.toml")
    try:
        classes = msgspec.convert(tomllib.loads(text), dict[str, dict[str, int | str]])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadResource(where, str(error)) from error
    return {name: {word: str(value) for word, value in members.items()} for name, members in classes.items()}


def load_patterns() -> Patterns:
    """The patterns of time expressions. Raises BadResource for a malformed file."""
    where, text = _text("patterns.toml")
    try:
        return msgspec.convert(tomllib.loads(text), Patterns)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadResource(where, str(error)) from error


def load_days() -> tuple[NamedDay, ...]:
    """Holidays and named days. Raises BadResource naming the malformed line."""
    where, text = _text("days.tsv")
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 2:
            raise BadResource(f"{where}:{number}", f"expected two cells, found {len(cells)}")
        found.append(NamedDay(cells[0], cells[1]))
    return tuple(found)
