"""The codebook: the types of events that are recorded, their modes, and their codes in other projects' schemes."""

import tomllib
from collections.abc import Collection
from importlib.resources.abc import Traversable
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from sayso.errors import BadResource, MissingResource
from sayso.model import EVENT_TYPES, Actor, Codes, EventType
from sayso.resources.codebook.schemes import check_codes, check_context

T = TypeVar("T")
Harm = Literal["killed", "injured", "detained", "displaced"]


class ModeEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The codes of a type, a mode of it, or a word of it; what is absent is decided by the next coarser entry.

    cameo: two to four digits. acled: "event type: sub-event type". ucdp: "state-based", "non-state" or "one-sided".
    """

    cameo: str | None = None
    acled: str | None = None
    ucdp: str | None = None

    def __post_init__(self) -> None:
        check_codes(self.cameo, self.acled, self.ucdp)


class TypeEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One event type: its definition in words, its codes, its modes.

    by_word: codes of single trigger words (lemmas), which win over those of the mode.
    tolls: which numbers of victims an event of the type can have.
    judged_as: "TYPE" or "TYPE:mode" of the sixteen; what sayso judges to be one of these is recorded as this type.
    """

    what: str
    codes: ModeEntry = ModeEntry()
    modes: dict[str, ModeEntry] = {}
    by_word: dict[str, ModeEntry] = {}
    tolls: tuple[Harm, ...] = ()
    judged_as: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in self.judged_as:
            if name.partition(":")[0] not in EVENT_TYPES:
                raise ValueError(f"judged_as names {name!r}; write one of sayso's types, or TYPE:mode")


class Party(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of side in a conflict: the kinds of actors, and the sectors, that belong to it."""

    kinds: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()

    def has(self, actor: Actor) -> bool:
        """Is the actor of this side? Where its sector is known to be of a side, the sector decides."""
        return actor.sector in self.sectors or actor.kind in self.kinds


class Side(Struct, frozen=True, forbid_unknown_fields=True):
    """Codes that depend on who does it to whom.

    types: of the codebook; modes: of these, none for any ("" is an event without a mode); agent, patient: names of parties.
    """

    types: frozenset[str]
    agent: frozenset[str] = frozenset()
    patient: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    acled: str | None = None
    ucdp: str | None = None

    def __post_init__(self) -> None:
        check_codes(None, self.acled, self.ucdp)


class Codebook(Struct, frozen=True, forbid_unknown_fields=True):
    """The types of events that are recorded. name and version go into what is exported.

    parties, sides: who counts as which side, and the codes that follow; the first of sides that fits decides each code.
    contexts: PLOVER's contexts, each with words (lemmas) in an event's own phrases that put it there.
    digest: SHA-256 of the user's file; "" for the codebook that ships.
    """

    name: str
    version: str
    types: dict[EventType, TypeEntry]
    parties: dict[str, Party] = {}
    sides: tuple[Side, ...] = ()
    contexts: dict[str, frozenset[str]] = {}
    digest: str = ""

    def __post_init__(self) -> None:
        for name in self.contexts:
            check_context(name)

    def codes(self, type: EventType, mode: str | None, word: str = "") -> Codes:  # noqa: A002  # the noun's own field name
        """The codes of a type, mode and trigger word (lemma) in other projects' schemes; an absent one is None.

        The word's code wins, then the mode's, then the type's; but ACLED and UCDP divide otherwise than the types do, so
        that a mode without their code has none.
        """
        entry = self.types[type]
        own = entry.modes.get(mode, ModeEntry()) if mode is not None else entry.codes
        special = entry.by_word.get(word, ModeEntry())
        return Codes(
            special.cameo or own.cameo or entry.codes.cameo, special.acled or own.acled, special.ucdp or own.ucdp
        )

    def between(
        self,
        codes: Codes,
        type: EventType,  # noqa: A002  # the noun's own field name
        mode: str | None,
        agents: Collection[Actor],
        patients: Collection[Actor],
    ) -> Codes:
        """The codes of an event whose sides are known."""
        doing, suffering = self._parties(agents), self._parties(patients)
        fitting = [
            side
            for side in self.sides
            if type in side.types
            and (not side.modes or (mode or "") in side.modes)
            and (not side.agent or side.agent & doing)
            and (not side.patient or side.patient & suffering)
        ]
        acled = next((side.acled for side in fitting if side.acled is not None), codes.acled)
        ucdp = next((side.ucdp for side in fitting if side.ucdp is not None), codes.ucdp)
        return Codes(codes.cameo, acled, ucdp)

    def _parties(self, actors: Collection[Actor]) -> set[str]:
        by_sector = {name for name, party in self.parties.items() for actor in actors if actor.sector in party.sectors}
        return by_sector or {name for name, party in self.parties.items() if any(map(party.has, actors))}

    def recorded(self, type: EventType, mode: str | None) -> EventType | None:  # noqa: A002  # the noun's own field name
        """The type under which an event that was judged to be of a type and mode is recorded; None for not at all."""
        for wanted in (f"{type}:{mode}", type):
            for name, entry in self.types.items():
                if wanted in entry.judged_as:
                    return name
        return type if type in self.types else None


def load_codebook(file: Traversable) -> Codebook:
    """The codebook of a TOML file that has all sixteen types. Raises BadResource naming the file and what is wrong."""
    codebook = struct_of(file, Codebook)
    missing = [name for name in EVENT_TYPES if name not in codebook.types]
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
