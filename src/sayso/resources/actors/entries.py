"""The nouns of the registry: Entry, Sense, Match, Tenure, Role, Body."""

from typing import Literal

from msgspec import Struct

from sayso.model import ActorKind
from sayso.resources.actors.spelling import bare

Via = Literal["name", "adjective", "people", "capital", "seat", "possessive", "surname", "body"]
Denotes = Literal["person", "group", "body", "force", "thing"]
Active = tuple[int | None, int | None]


class Entry(Struct, frozen=True, gc=False):
    """An actor that is the same wherever it is named.

    id: ISO 3166 alpha-3 for states ("RUS"), otherwise a short upper-case slug ("ISIS").
    names: the canonical name first; then other names, acronyms, transliterations.
    country: ISO 3166 alpha-2 of the state it is of or mostly in; None for international ones.
    sector: PLOVER sector code (GOV, MIL, REB, COP, CVL, MED, ...).
    part_of: id of the entry it belongs to; members: ids of member entries. of: further ids that it is tied to.
    active: first and last year; None where open or not known, both None when nothing is known.
    adjectives, people: a state's demonyms: "Syrian"; "Syrian", "Syrians". capital: the capital's names.
    region: of a state: "Middle East". wikidata: identifier, None where it is not certain.
    """

    id: str
    kind: ActorKind
    names: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    part_of: str | None = None
    members: tuple[str, ...] = ()
    active: Active = (None, None)
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    region: str | None = None
    wikidata: str | None = None

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class Sense(Struct, frozen=True, gc=False):
    """One way in which words can mean an entry.

    name: the words as the registry writes them.
    via: the name itself; a state's adjective, people or capital; a seat ("the Kremlin"); a name that lost its
        apostrophe ("Syrias army"); the surname alone; a body named by pattern ("Russian air force").
    weak: the words are common words or a bare surname too, so that other evidence of a name is wanted.
    exact: an acronym that means the entry only in these capitals ("IS").
    """

    entry: Entry
    name: str
    via: Via = "name"
    weak: bool = False
    exact: bool = False

    def fits(self, written: str) -> bool:
        """Does the case of the words as written allow this reading?

        Acronyms want their very capitals, or are written as a word ("Nato"; "SAPs" are several of a SAP, and not the SAPS); a
        name with capitals wants at least one ("turkey" is not Turkey); a weak name with an article wants it in capitals too
        ("The Times").
        """
        if self.exact:
            return bare(self.name) == bare(written)
        if self.name.isupper() and written[-1:] == "s" and written[:-1].isupper():
            return False
        if self.weak and self.name.startswith("The "):
            return written.startswith("The ")
        return not written.islower() or self.name.islower()


class Match(Struct, frozen=True):
    """What was found at a position of a sequence of words: the senses that fit, best first, and the number of words."""

    senses: tuple[Sense, ...]
    length: int

    @property
    def entry(self) -> Entry:
        """The entry of the first sense."""
        return self.senses[0].entry

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that the words can mean, each once, best first."""
        return tuple({sense.entry.id: sense.entry for sense in self.senses}.values())

    @property
    def weak(self) -> bool:
        """Is every sense a weak one?"""
        return all(sense.weak for sense in self.senses)

    @property
    def via(self) -> Via:
        """How the first sense is meant."""
        return self.senses[0].via


class Tenure(Struct, frozen=True, gc=False):
    """Someone's time in an office: role ("foreign minister") of an entry (id), first and last year (None: open)."""

    person: str
    role: str
    of: str
    first: int | None = None
    last: int | None = None

    def holds(self, year: int) -> bool:
        """Was the office held in that year, as far as the registry knows?"""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


class Role(Struct, frozen=True, gc=False):
    """A word for what someone is: "spokesman", "militants", "residents".

    word: lower case, as written in the singular or plural; singular: its singular.
    kind, sector: of an actor so called. plural: several persons or a group as a crowd of them.
    denotes: "person" one by one, "group" (a crowd, a militia), "body" (a ministry), "force" (troops, planes).
    office: held by one at a time in a state or organisation (president, foreign minister).
    speaks: speaks for the organisation it is of (spokesman).
    """

    word: str
    singular: str
    kind: ActorKind
    sector: str | None
    plural: bool
    denotes: Denotes
    office: bool = False
    speaks: bool = False


class Body(Struct, frozen=True, gc=False):
    """A body that every state has, named by pattern: "Russian air force", "Ministry of Defence of Russia".

    suffix: of the id ("AIRFORCE" gives RUS_AIRFORCE). names: the words after the state's adjective or name.
    """

    suffix: str
    kind: ActorKind
    sector: str | None
    names: tuple[str, ...]
