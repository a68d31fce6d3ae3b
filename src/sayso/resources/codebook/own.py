"""The user's own codebook: a TOML file with their types, words and rules, checked key by key.

name = "strikes"
version = "1"
extends = "sayso"              # keep sayso's types beside these; without it, only the types of this file are recorded

[types.WALKOUT]
what = "workers stop working"
judged_as = ["PROTEST:strike"]  # what sayso judges to be this is recorded as WALKOUT
codes = { cameo = "143", acled = "Protests: Peaceful protest" }

[[types.WALKOUT.words]]        # words that name such an event
words = ["down tool"]          # lemmas; two words: the second depends on the first
pos = "v"
when = ["subj:@crowd"]         # conditions as in senses.py
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

import msgspec
from msgspec import Struct

from sayso.errors import BadResource, MissingResource
from sayso.model import EventType
from sayso.resources.codebook.book import Codebook, ModeEntry, Party, Side, TypeEntry
from sayso.resources.codebook.schemes import check_context
from sayso.resources.codebook.senses import LABELS, Sense, conditions_of, senses_of
from sayso.resources.codebook.whereabouts import Path as KeyPath
from sayso.resources.codebook.whereabouts import line_of, lines_of

T = TypeVar("T")
TYPE = re.compile(r"[A-Z][A-Z0-9_]*")
TABLES = ("name", "version", "extends", "types", "classes", "parties", "sides", "contexts")
SHIPPED = "sayso"
# The fields by whose names the errors of our own checks begin.
OWN_FIELD = re.compile(r"(words|weight|contexts|judged_as|cameo|acled|ucdp)\b")
Senses = dict[tuple[str, str], tuple[Sense, ...]]


class OwnWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One [[types.NAME.words]]: lemmas that name an event of the type, and what their sentence must show."""

    words: list[str]
    pos: Literal["v", "n", "a"]
    mode: str | None = None
    weight: float = 0.8
    when: list[str] = []
    unless: list[str] = []
    contexts: list[str] = []

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("words lists no word")
        if not 0 <= self.weight <= 1:
            raise ValueError(f"weight {self.weight} is not between 0 and 1")
        for name in self.contexts:
            check_context(name)


class OwnCodebook(Struct, frozen=True):
    """What a user's file makes of the codebook: the book itself, the words of its types, and noun classes."""

    codebook: Codebook
    senses: Senses
    classes: dict[str, frozenset[str]]


def read_own_codebook(path: Path, shipped: Codebook, classes: frozenset[str]) -> OwnCodebook:
    """The user's codebook. shipped: the one to build on; classes: names of the noun classes that ship.

    Raises MissingResource for no such file, BadResource naming the line and the cause of what is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise MissingResource(
            str(path), "no such file; give --codebook (or `codebook` in the settings) a TOML file"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadResource(str(path), f"cannot be read: {error}") from error
    return _File(path, text).made(shipped, classes)


class _File:
    """One file of a user's, with the lines of its keys."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._lines = lines_of(text)
        try:
            self._values: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise BadResource(str(path), f"not TOML: {error}") from error

    def made(self, shipped: Codebook, classes: frozenset[str]) -> OwnCodebook:
        """The codebook that the file makes of the shipped one."""
        self._check_tables()
        own_classes = self._converted((), "classes", dict[str, frozenset[str]], {})
        senses: Senses = {}
        types: dict[EventType, TypeEntry] = {}
        known = classes | frozenset(own_classes) | LABELS
        for name, table in self._tables("types").items():
            path: KeyPath = ("types", name)
            if not TYPE.fullmatch(name):
                raise self._bad(path, f"the type {name!r} must be upper-case letters, digits and _, such as WALKOUT")
            rows = table.pop("words", [])
            types[name] = self._type(path, table, shipped)
            for key, sense in self._words(path, name, rows, types[name], known):
                senses[key] = (*senses.get(key, ()), sense)
        extends = self._values.get("extends") == SHIPPED
        if not types and not extends:
            raise self._bad((), 'no [types.NAME]; declare a type, or write extends = "sayso"')
        return OwnCodebook(self._book(shipped, types, extends), senses, own_classes)

    def _check_tables(self) -> None:
        for name in self._values:
            if name not in TABLES:
                raise self._bad((name,), f"unknown key {name!r}; a codebook has {', '.join(TABLES)}")
        for name in ("name", "version"):
            if not isinstance(self._values.get(name), str):
                raise self._bad((name,), f'{name} is missing or no text; write {name} = "..."')
        if self._values.get("extends", SHIPPED) != SHIPPED:
            raise self._bad(
                ("extends",), 'extends must be "sayso"; leave it out to record the types of this file alone'
            )

    def _tables(self, name: str) -> dict[str, dict[str, Any]]:
        found = self._values.get(name, {})
        if not isinstance(found, dict) or not all(isinstance(table, dict) for table in found.values()):
            raise self._bad((name,), f"write [{name}.NAME] with keys under it")
        return cast("dict[str, dict[str, Any]]", found)

    def _type(self, path: KeyPath, table: dict[str, Any], shipped: Codebook) -> TypeEntry:
        """A type's entry; one that bears the name of a shipped type keeps what the file does not tell anew."""
        base = shipped.types.get(str(path[-1]))
        for part in ("modes", "by_word"):
            for key, codes in table.get(part, {}).items() if isinstance(table.get(part, {}), dict) else ():
                self._convert((*path, part, key), codes, ModeEntry)
        if base is not None:
            table = {**msgspec.to_builtins(base), **table}
        entry = self._convert(path, table, TypeEntry)
        for name in entry.judged_as:
            kind, _, mode = name.partition(":")
            if mode and mode not in shipped.types[kind].modes:
                raise self._bad((*path, "judged_as"), f"judged_as names {name!r}, but {kind} has no mode {mode!r}")
        return entry

    def _words(
        self, path: KeyPath, name: str, rows: object, entry: TypeEntry, known: frozenset[str]
    ) -> list[tuple[tuple[str, str], Sense]]:
        if not isinstance(rows, list):
            raise self._bad((*path, "words"), f"write [[types.{name}.words]] with two brackets on either side")
        found: list[tuple[tuple[str, str], Sense]] = []
        for n, row in enumerate(rows):
            at = (*path, "words", n)
            own = self._convert(at, row, OwnWords)
            if own.mode is not None and own.mode not in entry.modes:
                raise self._bad((*at, "mode"), f"{own.mode!r} is no mode of {name}; add it under [types.{name}.modes]")
            told = [self._conditions((*at, part), getattr(own, part), known) for part in ("when", "unless")]
            try:
                senses = senses_of(
                    own.words, own.pos, name, own.mode, own.weight, told[0], told[1], tuple(own.contexts)
                )
            except ValueError as error:
                raise self._bad((*at, "words"), str(error)) from error
            found.extend(((one.word, one.pos), one) for one in senses)
        return found

    def _conditions(self, path: KeyPath, given: list[str], known: frozenset[str]) -> tuple[Any, ...]:
        try:
            conditions = conditions_of(given)
        except ValueError as error:
            raise self._bad(path, f"{path[-1]}: {error}") from error
        for value in (one for condition in conditions for one in condition.values if one.startswith("@")):
            if value[1:] not in known:
                raise self._bad(path, f"{path[-1]}: no noun class {value!r}; add it under [classes]")
        return conditions

    def _book(self, shipped: Codebook, types: Mapping[EventType, TypeEntry], extends: bool) -> Codebook:
        parties = {**shipped.parties, **self._converted((), "parties", dict[str, Party], {})}
        sides = self._converted((), "sides", tuple[Side, ...], ())
        for n, side in enumerate(sides):
            for name in sorted((side.agent | side.patient) - parties.keys()):
                raise self._bad(("sides", n), f"no party {name!r}; the parties are {', '.join(sorted(parties))}")
        return Codebook(
            name=self._values["name"],
            version=self._values["version"],
            types={**shipped.types, **types} if extends else dict(types),
            parties=parties,
            sides=(*sides, *shipped.sides),
            contexts={**shipped.contexts, **self._converted((), "contexts", dict[str, frozenset[str]], {})},
            digest=hashlib.sha256(self._text.encode()).hexdigest(),
        )

    def _converted(self, path: KeyPath, name: str, kind: type[T], default: T) -> T:
        return self._convert((*path, name), self._values[name], kind) if name in self._values else default

    def _convert(self, path: KeyPath, value: object, kind: type[T]) -> T:
        try:
            return msgspec.convert(value, kind)
        except (msgspec.ValidationError, ValueError) as error:
            cause = re.sub(r" - at `\$[^`]*`$", "", str(error))
            raise self._bad((*path, *_inside(str(error))), cause) from error

    def _bad(self, path: KeyPath, cause: str) -> BadResource:
        name = ".".join(str(part) for part in path if isinstance(part, str))
        return BadResource(f"{self._path}, line {line_of(path, self._lines)}", f"{name}: {cause}" if name else cause)


def _inside(error: str) -> KeyPath:
    """The keys that a validation error speaks of: "... - at `$.words[0]`", "unknown field `wieght`"."""
    found: list[str | int] = []
    at = re.search(r"at `\$([^`]*)`", error)
    if at is not None:
        for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", at[1]):
            found.append(key or int(index))
    unknown = re.search(r"unknown field `(\w+)`", error) or re.match(OWN_FIELD, error)
    return (*found, *((unknown[1],) if unknown else ()))
