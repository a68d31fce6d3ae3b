"""The user's own actors: a TOML file beside the registry that ships, checked line by line.

[[actor]]
id = "NORTHERN_FRONT"
kind = "armed_group"
names = ["Northern Front", "NF"]
country = "SY"            # optional: country, sector, part_of, members, first, last, adjectives, people, wikidata

[[role]]
word = "muleteers"        # kind = "civilians" by default; optional: singular, sector, plural, denotes

[[holder]]
person = "NF_LEADER"      # the id of an actor of kind "person"
role = "leader"
of = "NORTHERN_FRONT"     # optional: first, last
"""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field

from sayso.errors import BadResource, MissingResource
from sayso.model import ActorKind
from sayso.resources.actors.entries import Denotes, Entry, Role, Tenure

ID = re.compile(r"[A-Z][A-Z0-9_]*")
COUNTRY = re.compile(r"[A-Z]{2}")
T = TypeVar("T")


class OwnActor(Struct, frozen=True, forbid_unknown_fields=True):
    """One [[actor]] as the user writes it."""

    id: str
    kind: ActorKind
    names: list[str]
    country: str | None = None
    sector: str | None = None
    part_of: str | None = None
    members: list[str] = field(default_factory=list)
    first: int | None = None
    last: int | None = None
    adjectives: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    wikidata: str | None = None

    def __post_init__(self) -> None:
        if not ID.fullmatch(self.id):
            raise ValueError(f'id {self.id!r} must be upper-case letters, digits and _, such as "NORTHERN_FRONT"')
        if not self.names or not all(name.strip(" =~") for name in self.names):
            raise ValueError("names must list at least one name, and none may be empty")
        if self.country is not None and not COUNTRY.fullmatch(self.country):
            raise ValueError(f'country {self.country!r} must be a two-letter ISO 3166 code, such as "SY"')
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"first ({self.first}) is after last ({self.last})")

    def entry(self) -> Entry:
        """The actor as the registry keeps it."""
        return Entry(
            id=self.id, kind=self.kind, names=tuple(self.names), country=self.country, sector=self.sector,
            part_of=self.part_of, members=tuple(self.members), active=(self.first, self.last),
            adjectives=tuple(self.adjectives), people=tuple(self.people), wikidata=self.wikidata,
        )  # fmt: skip


class OwnRole(Struct, frozen=True, forbid_unknown_fields=True):
    """One [[role]] as the user writes it."""

    word: str
    kind: ActorKind = "civilians"
    singular: str | None = None
    sector: str | None = None
    plural: bool = True
    denotes: Denotes = "person"

    def role(self) -> Role:
        """The word as the registry keeps it."""
        word = self.word.lower()
        return Role(word, (self.singular or word).lower(), self.kind, self.sector, self.plural, self.denotes)


class OwnHolder(Struct, frozen=True, forbid_unknown_fields=True):
    """One [[holder]] as the user writes it."""

    person: str
    role: str
    of: str
    first: int | None = None
    last: int | None = None

    def tenure(self) -> Tenure:
        """The time in office as the registry keeps it."""
        return Tenure(self.person, self.role.lower(), self.of, self.first, self.last)


class UserFile:
    """What one file of the user's declares."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._text = text
        tables = self._tables()
        self.entries = tuple(one.entry() for one in self._convert(tables, "actor", OwnActor))
        self.roles = tuple(one.role() for one in self._convert(tables, "role", OwnRole))
        self.tenures = tuple(one.tenure() for one in self._convert(tables, "holder", OwnHolder))
        self._refuse_twice()

    def check(self, get: Callable[[str], Entry | None]) -> None:
        """Raises BadResource for a part_of, member, person or office whose id is unknown to the whole registry."""
        for i, entry in enumerate(self.entries):
            for name, ids in (("part_of", (entry.part_of,)), ("members", entry.members)):
                for unknown in (one for one in ids if one is not None and get(one) is None):
                    raise self._bad("actor", i, name, f"{entry.id}: {name} names {unknown!r}, which is no actor's id")
        for i, tenure in enumerate(self.tenures):
            for name, one in (("person", tenure.person), ("of", tenure.of)):
                if get(one) is None:
                    raise self._bad("holder", i, name, f"{name} names {one!r}, which is no actor's id")

    def _tables(self) -> dict[str, Any]:
        try:
            tables = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            raise BadResource(str(self.path), f"not TOML: {error}") from error
        for name in tables:
            if name not in ("actor", "role", "holder"):
                line = self._find(re.compile(rf"\s*\[*\s*{re.escape(name)}\b"), 0)
                raise BadResource(
                    f"{self.path}, line {line}", f"unknown table {name!r}; write [[actor]], [[role]] or [[holder]]"
                )
        return tables

    def _convert(self, tables: dict[str, Any], name: str, type_: type[T]) -> list[T]:
        listed = tables.get(name, [])
        if not isinstance(listed, list):
            line = self._find(re.compile(rf"\s*\[?\s*{name}\b"), 0)
            raise BadResource(f"{self.path}, line {line}", f"write [[{name}]] with two brackets on either side")
        found = []
        for i, table in enumerate(listed):
            try:
                found.append(msgspec.convert(table, type_))
            except msgspec.ValidationError as error:
                raise self._bad(name, i, _culprit(str(error)), str(error)) from error
        return found

    def _refuse_twice(self) -> None:
        seen: set[str] = set()
        for i, entry in enumerate(self.entries):
            if entry.id in seen:
                raise self._bad("actor", i, "id", f"the id {entry.id!r} stands twice; an id names one actor")
            seen.add(entry.id)

    def _bad(self, name: str, i: int, key: str | None, cause: str) -> BadResource:
        """The error for the i-th table of a name, pointing at the line of its key where it has one."""
        head = self._find(re.compile(rf"\s*\[\[\s*{name}\s*\]\]"), i)
        line = head
        if key is not None:
            for number, written in enumerate(self._text.splitlines()[head:], head + 1):
                if written.lstrip().startswith("[["):
                    break
                if re.match(rf"\s*{re.escape(key)}\s*=", written):
                    line = number
                    break
        return BadResource(f"{self.path}, line {line}", f"[[{name}]]: {cause}")

    def _find(self, pattern: re.Pattern[str], skip: int) -> int:
        """The number (from 1) of the line on which a pattern begins for the skip-th time; 1 where it never does."""
        lines = (n for n, line in enumerate(self._text.splitlines(), 1) if pattern.match(line))
        return next((n for i, n in enumerate(lines) if i == skip), 1)


def _culprit(error: str) -> str | None:
    """The field that a validation error speaks of, where it names one: "Expected `str` ... - at `$.names[0]`"."""
    path = re.search(r"at `\$\.(\w+)", error) or re.search(r"unknown field `(\w+)`", error)
    if path is not None:
        return path.group(1)
    own = re.match(r"(id|names|country|first)\b", error)
    return own.group(1) if own else None


def read(path: Path) -> UserFile:
    """The user's file; raises MissingResource for none, BadResource naming the line of what is wrong."""
    try:
        return UserFile(path, path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise MissingResource(str(path), "no such file; check `actors` in the settings") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadResource(str(path), f"cannot be read: {error}") from error
