"""Pseudonyms: private persons are called by what they are, "resident 4f2a09b1", wherever an export names them.

A person is private who is in no registry and whose words tell no office and no voice of one: no minister, spokesman, governor,
judge, commander. A pseudonym is made from the name with a key that stays in a file beside the ledger: the same name has the same pseudonym in
every export of that key, and without the file nobody can try names out. The file also lists whom each pseudonym stands for.
"""

import calendar
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sayso.errors import BadExport, in_words
from sayso.exporting.masking import Mask, opaque
from sayso.exporting.rows import Row, Who
from sayso.model import Actor, Ledger
from sayso.resources.actors import Registry
from sayso.resources.actors.entries import Role
from sayso.resources.people import People

KEY_BYTES = 32
CODE = 8
# Sectors whose people act for the public: they speak and are named for their office.
PUBLIC_SECTORS: Final = frozenset({"GOV", "LEG", "JUD", "IGO"})
# Among the armed, who commands does; a soldier or policeman does not.
ARMED_SECTORS: Final = frozenset({"MIL", "COP", "REB", "SPY"})
COMMANDERS: Final = frozenset({"commander", "general", "admiral", "marshal", "chief"})
# Small words inside of names, and what begins a name without being one.
INSIDE: Final = frozenset({"al", "bin", "ibn", "von", "van", "de", "der", "el", "y", "la", "abu", "umm"})
TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "lord",
        "lady",
        "col",
        "gen",
        "lt",
        "sgt",
        "capt",
        "maj",
        "cpl",
        "pvt",
        "sheikh",
        "sheik",
        "imam",
        "rev",
        "father",
        "sister",
        "brother",
        "haji",
        "abu",
        "umm",
    ]
)
ARTICLES: Final = frozenset({"a", "an", "the"})
CALENDAR: Final = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name)
SHORTEST = 3


class KeyFile(Struct):
    """The file of a key: whose loss makes new pseudonyms, and whose leak makes them worthless."""

    key: str
    people: dict[str, list[str]] = {}


class Pseudonyms:
    """Gives pseudonyms to the private persons of ledgers, and keeps who is who in the key file."""

    def __init__(self, path: Path, file: KeyFile, registry: Registry) -> None:
        self.path = path
        self.file = file
        self.key = bytes.fromhex(file.key)
        self.registry = registry
        self.claims: list[str] = []
        self.given: dict[str, None] = {}
        self.names = 0

    @classmethod
    def open(cls, path: Path, registry: Registry) -> "Pseudonyms":
        """The pseudonyms of a key file; a new key where there is no file. Raises BadExport where the file is broken."""
        if not path.exists():
            return cls(path, KeyFile(secrets.token_hex(KEY_BYTES)), registry)
        try:
            file = msgspec.json.decode(path.read_bytes(), type=KeyFile)
            bytes.fromhex(file.key)
        except (OSError, ValueError, msgspec.DecodeError) as error:
            raise BadExport(f"{path}: not a key of pseudonyms: {in_words(error)}") from error
        return cls(path, file, registry)

    def save(self) -> None:
        """Write the key file, readable by its owner alone. Raises BadExport where it cannot be written."""
        try:
            with os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(self.file), indent=1) + b"\n")
        except OSError as error:
            raise BadExport(f"{self.path}: the key of pseudonyms cannot be kept: {in_words(error)}") from error

    def veil(self, ledger: Ledger) -> "Veil":
        """What hides the private persons of a document."""
        names: dict[str, str] = {}
        hidden: dict[str, str] = {}
        for actor in ledger.cast.actors:
            spellings = self.spellings(actor) if self.is_private(actor) else ()
            if spellings:
                pseudonym = self.name(actor, max(spellings, key=len))
                hidden[f"{ledger.document.id[:16]}-{actor.id}"] = pseudonym
                names.update((name, f"[{pseudonym}]") for name in spellings)
        return Veil(Mask(names, lambda name: f"{name[:16]}-{opaque(name, self.key)}"), hidden)

    def row(self, row: Row, veil: "Veil") -> Row:
        """The row in which private persons have their pseudonyms."""
        before = veil.mask.replaced
        found = veil.mask.row(_renamed(row, veil))
        hidden = any(who.pseudonym for who in _everyone(found))
        self.names += veil.mask.replaced - before
        if hidden or veil.mask.replaced > before:
            self.claims.append(row.id)
        return found

    def spellings(self, actor: Actor) -> tuple[str, ...]:
        """The proper names in what a text calls a person: whole, and surname and given name alone; none for "gunmen"."""
        found: dict[str, None] = {}
        for name in actor.names:
            for words in _runs(name):
                while words and words[0].casefold() not in INSIDE and self._common(words[0]):
                    words.pop(0)
                if not words:
                    continue
                found[" ".join(words)] = None
                if len(words) > 1:  # a surname may be a word for what someone is ("Baker"), a first word often is
                    found.update((one, None) for one in (words[-1],) if len(one) >= SHORTEST)
                    found.update((one, None) for one in (words[0],) if len(one) >= SHORTEST and not self._common(one))
        return tuple(found)

    def _common(self, word: str) -> bool:
        """A title, a word for what someone is, a month: nobody's name alone."""
        plain = word.strip(".,").casefold()
        known = (
            plain in INSIDE or plain in TITLES or plain in ARTICLES or plain in CALENDAR or plain in self.registry.roles
        )
        return known or People.open().noun(plain, plain.removesuffix("s")) is not None

    def is_private(self, actor: Actor) -> bool:
        """Is this a person of no public office?"""
        if actor.kind != "person" or actor.registry is not None:
            return False
        role = self._role(actor)
        if role is None:
            return True
        commands = role.sector in ARMED_SECTORS and not COMMANDERS.isdisjoint(role.singular.split())
        return not (role.office or role.speaks or role.sector in PUBLIC_SECTORS or commands)

    def name(self, actor: Actor, real: str) -> str:
        """The pseudonym of a person of that proper name: what it is, and eight letters that the key makes of the name."""
        role = self._role(actor)
        code = opaque(" ".join(real.casefold().split()), self.key)[:CODE]
        given = (name for name in self.file.people if name.endswith(f" {code}"))
        pseudonym = next(given, f"{role.singular if role is not None else 'person'} {code}")
        known = self.file.people.setdefault(pseudonym, [])
        if real not in known:
            known.append(real)
        self.given[pseudonym] = None
        return pseudonym

    def _role(self, actor: Actor) -> Role | None:
        """What the text calls a person: the role of most words in its names."""
        best: Role | None = None
        for name in actor.names:
            words = [word.strip(".,").casefold() for word in name.split()]
            for start in range(len(words)):
                for end in range(len(words), start, -1):
                    role = self.registry.roles.get(" ".join(words[start:end]))
                    if role is not None and (best is None or len(role.word) > len(best.word)):
                        best = role
        return best


class Veil(Struct, frozen=True):
    """What hides the private persons of one document. hidden: pseudonyms by the ids that rows give actors."""

    mask: Mask
    hidden: dict[str, str]


def _runs(name: str) -> Iterator[list[str]]:
    """The runs of capitalised words in a name, with the small words that stand inside of them."""
    run: list[str] = []
    for word in (*name.split(), ""):
        plain = word.strip(".,;:()\"'’“”")
        if plain[:1].isupper() or (run and plain.casefold().startswith("al-")) or (run and plain.casefold() in INSIDE):
            run.append(plain.removesuffix("'s").removesuffix("’s"))
            continue
        while run and run[-1].casefold() in INSIDE:
            run.pop()
        if run:
            yield run
        run = []


def _renamed(row: Row, veil: Veil) -> Row:
    """The row whose actors have their pseudonyms for names."""
    return replace(
        row,
        agent=replace(row.agent, who=tuple(_as(who, veil) for who in row.agent.who)),
        patient=replace(row.patient, who=tuple(_as(who, veil) for who in row.patient.who)),
        voices=tuple(replace(one, who=None if one.who is None else _as(one.who, veil)) for one in row.voices),
    )


def _as(who: Who, veil: Veil) -> Who:
    name = veil.hidden.get(who.id)
    return who if name is None else replace(who, name=name, names=(), pseudonym=True)


def _everyone(row: Row) -> Iterator[Who]:
    yield from (*row.agent.who, *row.patient.who)
    yield from (voice.who for voice in row.voices if voice.who is not None)
