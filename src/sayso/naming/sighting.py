"""Sighting: a phrase that may name someone, with what its own words tell, before it is tied to an actor."""

from typing import Literal

from msgspec import Struct

from sayso.model import ActorKind, MentionKind
from sayso.resources.actors import Entry
from sayso.resources.people import Gender, Noun

Number = Literal["one", "many", "body"]


class Sighting(Struct, eq=False):
    """A phrase of the text, filled in by `finding` and tied to a draft by the rules of `resolving`.

    head: index of the head token; first, last: the phrase's tokens [first, last).
    core_first, core_last: the name itself, without determiner and title; for nominals the phrase without determiner.
    kind: of mention. actor_kind: as far as the words tell. number: one person, many persons, one body.
    key: the comparable form of the name, or the lemma of the nominal's head. words: lemmas of its modifiers.
    entry: the registry's entry. noun: the lexicon's noun. country: alpha-2, from a demonym or the entry.
    owner: the sighting in its modifiers that it belongs to ("Russian" of "Russian forces").
    spelled: a name's own words in comparable form, whatever entry they stand for.
    weak: the name alone is weak evidence (a bare surname).
    seat: the name only tells where somebody is based ("Norway-based").
    regions: the parts of the world that its own words put it in ("the North African country").
    places: words of places that its own words put it in and that are no one ("the mayor of London").
    short: the abbreviation of a person's title that the text gives ("sp").
    definite, counted, other: "the", "three", "another"; titles: role lemmas that stand before or beside a name.
    """

    head: int
    first: int
    last: int
    core_first: int
    core_last: int
    kind: MentionKind
    sentence: int
    key: str
    actor_kind: ActorKind = "other"
    number: Number = "one"
    gender: Gender | None = None
    words: frozenset[str] = frozenset()
    entry: Entry | None = None
    noun: Noun | None = None
    sector: str | None = None
    country: str | None = None
    owner: "Sighting | None" = None
    same_as: "Sighting | None" = None
    definite: bool = False
    counted: bool = False
    other: bool = False
    titles: tuple[str, ...] = ()
    subject: bool = False
    because: str = ""
    weak: bool = False
    spelled: str = ""
    places: frozenset[str] = frozenset()
    short: str = ""
    seat: bool = False
    regions: frozenset[str] = frozenset()


class Bounds(Struct, frozen=True):
    """Token ranges of a noun phrase: whole [first, last) and core [core_first, core_last) without determiner."""

    first: int
    last: int
    core_first: int
    core_last: int
