"""People: the common nouns for those who act or speak, and given names that tell he from she."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from sayso.errors import BadResource
from sayso.model import ActorKind

Gender = Literal["he", "she"]
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "people", "wives": "wife"}


class Noun(Struct, frozen=True, gc=False):
    """What a common noun stands for.

    group: the table it stands in ("soldiers", "army", "civilians"). one, many: the actor kind in singular and plural.
    sector: PLOVER sector code or None. collective: one body of many people ("army", "government").
    """

    group: str
    one: ActorKind
    many: ActorKind
    sector: str | None
    collective: bool


class _Table(Struct, forbid_unknown_fields=True):
    one: ActorKind
    words: str
    many: ActorKind | None = None
    sector: str = ""
    collective: bool = False


class People(Struct, frozen=True):
    """The nouns by lemma (compounds joined by "_": "air_force"); given names and words by gender, lower case."""

    nouns: dict[str, Noun]
    given: dict[str, Gender]
    gendered: dict[str, Gender]

    def noun(self, *words: str) -> Noun | None:
        """What the noun stands for: the first of words that the lexicon knows."""
        for word in words:
            found = self.nouns.get(word) or self.nouns.get(_IRREGULAR.get(word, word))
            if found is not None:
                return found
        return None

    @staticmethod
    @cache
    def open() -> "People":
        """The lexicon that ships with sayso; raises BadResource when a file is malformed."""
        return People(_nouns(), _gendered("male", "female"), _gendered("he_words", "she_words"))


def _read(name: str) -> dict[str, object]:
    try:
        return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadResource(f"people/{name}", str(error)) from error


def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    try:
        tables = msgspec.convert(_read("nouns.toml"), dict[str, _Table])
    except msgspec.ValidationError as error:
        raise BadResource("people/nouns.toml", str(error)) from error
    for group, table in tables.items():
        noun = Noun(group, table.one, table.many or table.one, table.sector or None, table.collective)
        for word in table.words.split():
            found.setdefault(word, noun)
    return found


def _gendered(he: str, she: str) -> dict[str, Gender]:
    """The words of two lists of given.toml by gender."""
    found: dict[str, Gender] = {}
    try:
        lists = msgspec.convert(_read("given.toml"), dict[str, str])
        for word in lists[he].split():
            found[word.lower()] = "he"
        for word in lists[she].split():
            found.setdefault(word.lower(), "she")
    except (msgspec.ValidationError, KeyError) as error:
        raise BadResource("people/given.toml", f"{type(error).__name__}: {error}") from error
    return found


__all__ = ["Gender", "Noun", "People"]
