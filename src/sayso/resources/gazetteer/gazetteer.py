"""The gazetteer: names to places, from the compiled file."""

from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

import numpy as np
from msgspec import Struct
from rapidfuzz.fuzz import ratio

from sayso.model import Place
from sayso.resources.gazetteer.build import DEGREE, NOWHERE, build, inputs_digest
from sayso.resources.gazetteer.cache import made_once
from sayso.resources.gazetteer.compass import middle
from sayso.resources.gazetteer.consonants import ARABIC, COLONIAL, CYRILLIC, consonants, family_of, vowels
from sayso.resources.gazetteer.pack import Pack
from sayso.resources.gazetteer.rows import KINDS, PRECISIONS, Match
from sayso.resources.gazetteer.spelling import digest, key, skeleton, without_article
from sayso.resources.gazetteer.weights import Weights

# Every country whose names reach English in several spellings.
RESPELLED = ARABIC | CYRILLIC | COLONIAL
# Of the places with a name's consonants those count whose letters agree in this share (percent) and nearly as well as the best.
LEAST_ALIKE, ALMOST = 50.0, 8.0

# A place with as many names or people is one that most readers know.
KNOWN_FAME, KNOWN_POPULATION = 20, 100_000


class Entry(Struct, frozen=True):
    """A place as one name finds it.

    number: its number in the compiled file; admin1, admin2: those of its divisions (-1: none).
    match: how the name belongs to it. fame: how many names the sources know it by.
    """

    place: Place
    number: int
    match: Match
    fame: int
    admin1: int = -1
    admin2: int = -1


class Gazetteer:
    """Places by name, and the learned weights of their reading. Open it once and pass it on.

    spot_weights: of the features that tell whether words name a place, tagged_weights: of those that the trained tagger
    adds where it was run; rank_weights: which place they name.
    RESPELLED: ISO codes of the countries for whose places other spellings are known: `alike` knows those of Arabic and its
    neighbours, `loosely` all.
    Every method is a pure function of the files.
    """

    RESPELLED = RESPELLED

    def __init__(self, pack: Pack) -> None:
        self.spot_weights = Weights.open("spots").weights
        self.tagged_weights = Weights.open("tagged").weights
        self.rank_weights = Weights.open("ranks").weights
        self._numbers = pack.numbers
        self._names = pack.texts["names"]
        self._countries = bytes(pack.texts["countries"]).decode().split("|")
        self._keys = pack.numbers["keys"]
        self._postings = pack.numbers["postings"]
        self.entries = lru_cache(maxsize=20_000)(self._entries)
        self.alike = lru_cache(maxsize=20_000)(self._alike)
        self.place = lru_cache(maxsize=50_000)(self._place)
        self.compass = lru_cache(maxsize=1_000)(self._compass)

    @classmethod
    def open(cls, folder: Path | None = None) -> "Gazetteer":
        """Open the compiled file in the cache folder, compiling it first (some 15 seconds) if it is not there.

        Raises BadResource where the file or folder cannot be used, MissingResource where a package is not installed.
        """
        pack = Pack.open(made_once(f"gazetteer-{inputs_digest()}.bin", build, folder))
        return cls(pack)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """The places of that name (or people: "Syrian"), in the order of the file; () for an unknown name."""
        return tuple(entry.place for entry in self.entries(name))

    def _entries(self, name: str) -> tuple[Entry, ...]:
        """The places of that name with how it belongs to them: exact spellings, else without the Arabic article."""
        words = key(name)
        if not words:
            return ()
        found = self._lookup(words)
        if not found:
            bare = without_article(words)
            if bare != words:
                found = self._lookup("al " + bare) or self._lookup(bare)
        return tuple(found)

    def _alike(self, name: str) -> tuple[Entry, ...]:
        """Places whose transliterated name differs only in what transliterators disagree on; a guess to be checked."""
        bare = skeleton(key(name))
        return tuple(self._lookup("~" + bare)) if bare else ()

    def loosely(self, name: str, countries: frozenset[str] = RESPELLED) -> tuple[Entry, ...]:
        """Places of the countries whose names have the same consonants, as families of spellings level them.

        Of several, those whose main names are most like it. A guess, for a name that is known to be a place's.
        """
        words = key(name)
        found: dict[int, tuple[float, Entry]] = {}
        for family in sorted({family_of(country) for country in countries} - {""}):
            bare = consonants(words, family)
            for entry in self._lookup(f"~{family}~{bare}") if bare else ():
                if entry.place.country in countries and not _another(entry, words, family):
                    found[entry.number] = (_likeness(words, key(entry.place.name)), entry)
        most = max((likeness for likeness, _ in found.values()), default=0.0)
        return tuple(entry for likeness, entry in found.values() if likeness >= max(most - ALMOST, LEAST_ALIKE))

    def people(self, name: str) -> tuple[Entry, ...]:
        """The places whose people or adjective the word is, singular or plural; the most populous first ("Congolese")."""
        for form in (name, name[:-1] if name.endswith("s") else ""):
            found = [entry for entry in self.entries(form) if entry.match is Match.DEMONYM] if form else []
            if found:
                return tuple(sorted(found, key=lambda entry: -entry.place.population))
        return ()

    def _compass(self, entry: Entry, part: str) -> Place | None:
        """A compass part ("north", "southeast", "central") of a country or first-level division, as a region.

        Its point is the middle of the towns of that part; None where no town lies there.
        """
        whole, numbers = entry.place, self._numbers
        column = "country" if whole.kind == "country" else "admin1"
        wanted = numbers["country"][entry.number] if column == "country" else entry.number + 1
        lats, lons = np.asarray(numbers["lat"]), np.asarray(numbers["lon"])
        towns = (np.asarray(numbers[column]) == wanted) & (np.asarray(numbers["kind"]) == KINDS.index("city"))
        towns &= lats != NOWHERE
        point = middle(lats[towns] / DEGREE, lons[towns] / DEGREE, part)
        if point is None:
            return None
        admin1 = whole.name if whole.kind == "admin1" else None
        return Place(
            f"{part} of {whole.name}" if part != "central" else f"centre of {whole.name}", "region", "region",
            lat=point[0], lon=point[1], country=whole.country, admin1=admin1,
        )  # fmt: skip

    def _lookup(self, words: str) -> list[Entry]:
        digested = digest(words)
        keys, postings = self._keys, self._postings
        at = bisect_left(keys, digested)
        found = []
        while at < len(keys) and keys[at] == digested:
            posting = postings[at]
            found.append(self._entry(posting >> 3, Match(posting & 7)))
            at += 1
        return found

    def _entry(self, number: int, match: Match) -> Entry:
        numbers = self._numbers
        return Entry(
            place=self.place(number), number=number, match=match, fame=numbers["fame"][number],
            admin1=numbers["admin1"][number] - 1, admin2=numbers["admin2"][number] - 1,
        )  # fmt: skip

    def _place(self, number: int) -> Place:
        numbers = self._numbers
        lat, lon = numbers["lat"][number], numbers["lon"][number]
        placed = lat != NOWHERE
        admin1 = numbers["admin1"][number] - 1
        return Place(
            name=self._name(number),
            kind=KINDS[numbers["kind"][number]],
            precision=PRECISIONS[numbers["precision"][number]],
            geonameid=numbers["geonameid"][number] or None,
            lat=lat / DEGREE if placed else None,
            lon=lon / DEGREE if placed else None,
            country=self._countries[numbers["country"][number]] or None,
            admin1=self._name(admin1) if admin1 >= 0 else None,
            population=numbers["population"][number],
        )

    def _name(self, number: int) -> str:
        ends = self._numbers["name"]
        return bytes(self._names[ends[number] : ends[number + 1]]).decode()


def _likeness(words: str, name: str) -> float:
    """How far two keys agree letter by letter, spaces and articles apart, in percent."""
    return ratio(without_article(words).replace(" ", ""), without_article(name).replace(" ", ""))


def _another(entry: Entry, words: str, family: str) -> bool:
    """Is the place too well known for its name to be written with other vowels? "Kisima" is a village, not Kisumu.

    In Ukrainian and Russian names vowels change with the language: "Gorlovka" is Horlivka.
    """
    place = entry.place
    known = place.kind != "city" or entry.fame >= KNOWN_FAME or place.population >= KNOWN_POPULATION
    return known and family != "c" and vowels(words) != vowels(key(place.name))
