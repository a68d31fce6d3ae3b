"""Registry: who is who in the news, the same wherever they are named.

registry = Registry.open()
registry.by_name("Daesh")[0].id                                   # "ISIS"
registry.longest_at(["the", "Russian", "air", "force"], 1).entry.id  # "RUS_AIRFORCE"
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sayso.errors import BadResource
from sayso.resources.actors import tables, user_file
from sayso.resources.actors.entries import Body, Entry, Match, Role, Sense, Tenure, Via
from sayso.resources.actors.index import Index
from sayso.resources.actors.spelling import key

STATES = ("states.tsv", "regions.tsv")
ORGANISATIONS = (
    "international.tsv", "armed_groups.tsv", "government.tsv", "security.tsv", "parties.tsv", "ngos.tsv", "media.tsv",
    "companies.tsv", "peoples.tsv",
)  # fmt: skip
# An acronym of so few letters counts only in capitals ("IS"); longer ones are also written "Nato"
SHORT_ACRONYM = 3
# What is left of a name without its Arabic article must be a name of some length ("Shabaab")
WITHOUT_ARTICLE = 5
# "I", "II" and "Jr" are no surnames
SHORTEST_SURNAME = 2
THE = "the "
# Whose forces are a state's forces
OWNERS = frozenset({"government", "regime", "state", "army"})


class Registry:
    """Entries by id and name, role words, offices and their holders. Opened once, never changed, passed to who needs it."""

    def __init__(
        self,
        entries: Iterable[Entry],
        roles: Iterable[Role] = (),
        tenures: Iterable[Tenure] = (),
        bodies: Iterable[Body] = (),
        seats: Iterable[tuple[str, str]] = (),
        same: Mapping[str, str] | None = None,
    ) -> None:
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self.roles: Mapping[str, Role] = {role.word: role for role in roles}
        self.bodies: Mapping[str, Body] = {body.suffix: body for body in bodies}
        self.tenures: tuple[Tenure, ...] = tuple(tenures)
        self.offices: dict[str, set[tuple[str, str]]] = {}
        for one in self.tenures:
            self.offices.setdefault(one.person, set()).add((one.role, one.of))
        self._same: Mapping[str, str] = same or {}
        self._states: dict[str, Entry] = {}
        self._senses: Index[Sense] = Index()
        self._bodies: Index[Body] = Index()
        self._made: dict[str, Entry] = {}
        self._by_person: dict[str, list[Tenure]] = {}
        self._by_office: dict[tuple[str, str], list[Tenure]] = {}
        self._fill(seats)

    @classmethod
    def open(cls, extra: Sequence[Path] = ()) -> "Registry":
        """The registry that ships, and the entries of the user's own TOML files, which go before those that ship.

        Raises BadResource naming file and line of what is wrong.
        """
        own = [user_file.read(path) for path in extra]
        entries = {entry.id: entry for file in own for entry in file.entries}
        tenures = [tenure for file in own for tenure in file.tenures]
        for name in STATES:
            entries.update((entry.id, entry) for entry in tables.states(name) if entry.id not in entries)
        for name in ORGANISATIONS:
            entries.update((entry.id, entry) for entry in tables.organisations(name) if entry.id not in entries)
        for person, offices in tables.people("people.tsv"):
            if person.id not in entries:
                entries[person.id] = person
                tenures.extend(offices)
        roles = [*tables.roles("roles.tsv"), *(role for file in own for role in file.roles)]
        bodies, seats, same = tables.bodies("bodies.tsv"), tables.seats("seats.tsv"), tables.same("same.tsv")
        registry = cls(entries.values(), roles, tenures, bodies, seats, same)
        for file in own:
            file.check(registry.get)
        return registry

    def get(self, id_: str) -> Entry | None:
        """The entry with that id; of a body by pattern too ("RUS_AIRFORCE"). None for an unknown one."""
        entry = self.entries.get(id_) or self._made.get(id_)
        if entry is None and "_" in id_:
            of, _, suffix = id_.partition("_")
            if of in self.entries and suffix in self.bodies:
                return self.body_of(self.entries[of], self.bodies[suffix])
        return entry

    def state(self, iso2: str) -> Entry | None:
        """The state with that ISO 3166 alpha-2 code."""
        return self._states.get(iso2)

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Every way to read a whole name, the strongest first; () for an unknown one."""
        listed = self._senses.get(THE + key(name)) if name[:4].lower() == THE else []
        return fitting([*listed, *self._senses.get(key(name))], name)

    def all_names(self) -> Iterator[tuple[str, tuple[Sense, ...]]]:
        """Every comparable name with all that it can mean."""
        for name, listed in self._senses.found.items():
            yield name, tuple(listed)

    def by_name(self, name: str) -> tuple[Entry, ...]:
        """The entries that a whole name can mean, best first: names, demonyms, capitals, seats, bodies by pattern."""
        match = Match(self.senses(name), 0)
        if not match.senses:
            words = name.split()
            found = self.longest_at(words, 0) if words else None
            if found is not None and found.length == len(words):
                match = found
        return match.entries

    def longest_at(self, words: Sequence[str], start: int) -> Match | None:
        """The longest name that starts at words[start], with all that it can mean; None where no name starts.

        words are tokens as a parser splits them or words between blanks; the length counts them. A state's demonym or
        name followed by a body is one name ("Russian air force", "Syria's interior ministry"), and so is a body
        followed by "of" and a state ("Ministry of Defence of Russia"). At equal length an entry's own name wins.
        """
        hits = self._senses.starting(words, start)
        best: Match | None = None
        for listed, length in hits:
            found = fitting(listed, " ".join(words[start : start + length]))
            if found:
                best = Match(found, length)
                break
        body = self._body_after(words, start, hits) or self._body_of(words, start)
        return body if body is not None and (best is None or body.length > best.length) else best

    def body_at(self, words: Sequence[str], start: int) -> tuple[Body, int] | None:
        """The longest body by pattern that is named at words[start] without its state ("the interior ministry").

        Forces may be called the government's or the regime's ("regime warplanes").
        """
        hits = self._bodies.starting(words, start)
        best = (hits[0][0][0], hits[0][1]) if hits else None
        if words[start].lower() in OWNERS and start + 1 < len(words):
            forces = self._bodies.starting(words, start + 1)
            if forces and forces[0][0][0].kind in ("military", "police") and (best is None or forces[0][1] >= best[1]):
                best = (forces[0][0][0], forces[0][1] + 1)
        return best

    def body_of(self, state: Entry, body: Body) -> Entry:
        """A state's body as an entry: RUS_AIRFORCE, "Russian air force", part of RUS; the IDF for Israel's army."""
        id_ = f"{state.id}_{body.suffix}"
        id_ = self._same.get(id_, id_)
        entry = self.entries.get(id_) or self._made.get(id_)
        if entry is None:
            of = (state.adjectives or state.names)[0].lstrip("~=")
            entry = Entry(
                id=id_, kind=body.kind, names=(f"{of} {body.names[0]}",), country=state.country, sector=body.sector,
                part_of=state.id,
            )  # fmt: skip
            self._made[id_] = entry
        return entry

    def holders(self, name: str) -> tuple[Tenure, ...]:
        """The offices of everyone so named, by full name or by surname, in order of their first year."""
        people = (entry for entry in self.by_name(name) if entry.kind == "person")
        return tuple(tenure for person in people for tenure in self._by_person.get(person.id, ()))

    def held(self, role: str, of: str, year: int | None = None) -> tuple[Tenure, ...]:
        """Who held an office ("foreign minister", "RUS"), in a year if one is given."""
        listed = self._by_office.get((role, of), [])
        return tuple(tenure for tenure in listed if year is None or tenure.holds(year))

    def _fill(self, seats: Iterable[tuple[str, str]]) -> None:
        for body in self.bodies.values():
            for name in body.names:
                self._bodies.add(key(name), body)
        for entry in self.entries.values():
            if entry.kind == "state" and entry.country is not None:
                self._states.setdefault(entry.country, entry)
            self._add(entry, entry.names, "name")
            if entry.kind == "person":
                self._add_surname(entry)
            elif entry.adjectives or entry.capital or entry.people:
                self._add_state(entry)
        for seat, of in seats:
            housed = self.get(of)
            if housed is None:
                raise BadResource("seats.tsv", f"{seat!r} is the seat of {of!r}, which is no entry")
            self._add(housed, (seat,), "seat")
        for tenure in self.tenures:
            self._by_person.setdefault(tenure.person, []).append(tenure)
            self._by_office.setdefault((tenure.role, tenure.of), []).append(tenure)

    def _add(self, entry: Entry, names: Iterable[str], via: Via) -> None:
        add = self._senses.add
        for marked in names:
            mark = marked[0]
            name = marked[1:] if mark in "=~" else marked
            exact = mark == "=" or (name.isupper() and len(name.replace(".", "")) <= SHORT_ACRONYM)
            sense = Sense(entry, name, via, mark == "~", exact)
            comparable = key(name)
            if mark == "~" and name[:4] == "The ":  # "The Age" is a newspaper, "age" is none
                comparable = THE + comparable
            add(comparable, sense)
            if comparable[:3] == "al " and name[0] in "aA" and len(comparable) - 3 >= WITHOUT_ARTICLE:
                add(comparable[3:], sense)

    def _add_state(self, entry: Entry) -> None:
        self._add(entry, entry.adjectives, "adjective")
        self._add(entry, entry.people, "people")
        self._add(entry, entry.capital, "capital")
        if " " not in (name := entry.names[0]) and entry.kind == "state" and not name.endswith("s"):
            self._senses.add(key(name) + "s", Sense(entry, name + "s", "possessive", weak=True))

    def _add_surname(self, entry: Entry) -> None:
        if any(name[0] == "~" for name in entry.names):
            return
        first, _, surname = entry.names[0].rpartition(" ")
        if first and len(surname) > SHORTEST_SURNAME and surname.lower() not in self.roles and not surname.isupper():
            self._senses.add(key(surname), Sense(entry, surname, "surname", weak=True))

    def _body_after(self, words: Sequence[str], start: int, hits: list[tuple[list[Sense], int]]) -> Match | None:
        """A state's demonym or name and a body after it."""
        for listed, length in hits:
            states = [s for s in fitting(listed, " ".join(words[start : start + length])) if of_state(s)]
            at = start + length
            while states and at < len(words) and words[at] in ("'s", "’s", "'", "’", "-"):
                at += 1
            if not states or at >= len(words):
                continue
            body = self.body_at(words, at)
            if body is not None:
                return self._match(states, body[0], at + body[1] - start)
        return None

    def _body_of(self, words: Sequence[str], start: int) -> Match | None:
        """A body, "of" and a state."""
        body = self.body_at(words, start)
        if body is None:
            return None
        at = start + body[1]
        if at >= len(words) or words[at].lower() != "of":
            return None
        at += 1
        if at < len(words) and words[at].lower() == "the":
            at += 1
        if at >= len(words):
            return None
        for listed, length in self._senses.starting(words, at):
            fits = fitting(listed, " ".join(words[at : at + length]))
            states = [s for s in fits if of_state(s) and s.via == "name"]
            if states:
                return self._match(states, body[0], at + length - start)
        return None

    def _match(self, states: list[Sense], body: Body, length: int) -> Match:
        found = (
            Sense(self.body_of(s.entry, body), f"{s.name} {body.names[0]}", "body", s.weak and s.via != "possessive")
            for s in states
        )
        return Match(tuple(found), length)


def fitting(listed: Iterable[Sense], written: str) -> tuple[Sense, ...]:
    """The senses that the case of the words allows, strong ones before weak ones, else in the order given."""
    found = [sense for sense in listed if sense.fits(written)]
    return tuple(sorted(found, key=lambda sense: sense.weak)) if len(found) > 1 else tuple(found)


def of_state(sense: Sense) -> bool:
    """Can a body's name follow this sense (a state's or region's demonym or name)?"""
    return sense.via in ("name", "adjective", "possessive") and bool(sense.entry.region)
