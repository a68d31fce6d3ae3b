"""Compiling the gazetteer: rows of all sources into the flat arrays of one file."""

import hashlib
from array import array
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path
from statistics import median

import msgspec

from sayso.resources.gazetteer import own, packages
from sayso.resources.gazetteer.consonants import ARABIC, consonants, family_of
from sayso.resources.gazetteer.pack import write
from sayso.resources.gazetteer.rows import KINDS, OF_KIND, PRECISIONS, Match, Row
from sayso.resources.gazetteer.spelling import digest, key, skeleton

# What the compiled file depends on beside the packages: the code here and the tables.
SOURCES = ("build.py", "consonants.py", "own.py", "pack.py", "packages.py", "rows.py", "spelling.py", *own.TABLES)
NOWHERE = -(2**31)
DEGREE = 100_000
# Width in degrees of the cells whose median is the point of a division: each cell with a town in it counts once.
CELL = 0.25


def inputs_digest() -> str:
    """16 hex digits that change with the packages' versions, the code that compiles, and our own tables."""
    digested = hashlib.sha256(msgspec.json.encode(packages.versions(), order="deterministic"))
    for name in SOURCES:
        digested.update(files("sayso.resources.gazetteer").joinpath(name).read_bytes())
    return digested.hexdigest()[:16]


def rows() -> Iterator[Row]:
    """All places, parents before their children."""
    return chain(
        packages.continents(), packages.countries(), packages.divisions(), own.places("regions.tsv"),
        own.places("towns.tsv"), packages.cities(),
    )  # fmt: skip


def build(path: Path) -> None:
    """Compile the gazetteer to a file: some 15 seconds and 500 MiB."""
    builder = Builder()
    for row in rows():
        builder.add(row)
    builder.write(path)


class Builder:
    """Collects rows into arrays."""

    def __init__(self) -> None:
        self._names = bytearray()
        self._numbers: dict[str, array[int]] = {
            "name": array("I", [0]), "lat": array("i"), "lon": array("i"), "geonameid": array("I"),
            "population": array("I"), "country": array("H"), "kind": array("B"), "precision": array("B"),
            "admin1": array("I"), "admin2": array("I"), "fame": array("H"),
        }  # fmt: skip
        self._countries = [""]
        self._index: dict[str, int] = {}
        self._postings: list[tuple[int, int]] = []
        self._cells: dict[int, set[tuple[int, int]]] = {}
        self._country_keys: dict[str, set[int]] = {}
        self._seats: dict[tuple[int, int], int] = {}
        self._points = own.points()
        self._more = own.more_names()

    def add(self, row: Row) -> None:
        """Add one place; its number is the count of places before it."""
        place = len(self._numbers["lat"])
        if row.key:
            self._index[row.key] = place
        self._add_names(row, place)
        self._names += row.name.encode()
        lat, lon = self._point(row)
        admin1, admin2 = self._index.get(row.parent1, -1), self._index.get(row.parent2, -1)
        if row.kind == "city" and row.lat is not None and row.lon is not None:
            for parent in (admin1, admin2):
                if parent >= 0:
                    self._cells.setdefault(parent, set()).add((int(row.lat // CELL), int(row.lon // CELL)))
        values = {
            "name": len(self._names), "lat": lat, "lon": lon, "geonameid": row.geonameid,
            "population": min(max(row.population, 0), 2**32 - 1), "country": self._country(row.country),
            "kind": KINDS.index(row.kind), "precision": PRECISIONS.index(row.precision or OF_KIND[row.kind]),
            "admin1": admin1 + 1, "admin2": admin2 + 1, "fame": min(row.fame, 2**16 - 1),
        }  # fmt: skip
        for name, value in values.items():
            self._numbers[name].append(value)

    def write(self, path: Path) -> None:
        """Set the points of the divisions and write the file."""
        self._place_divisions()
        self._postings.sort()
        keys = array("Q", (digested for digested, _ in self._postings))
        posted = array("I", (posting for _, posting in self._postings))
        texts = {"names": bytes(self._names), "countries": "|".join(self._countries).encode()}
        write(path, {**self._numbers, "keys": keys, "postings": posted}, texts)

    def _country(self, code: str) -> int:
        if code not in self._countries:
            self._countries.append(code)
        return self._countries.index(code)

    def _code(self, row: Row) -> str:
        iso = next((name[4:] for name, _ in row.names if name.startswith("iso ")), "")
        return iso or (row.country if row.kind == "country" else "")

    def _point(self, row: Row) -> tuple[int, int]:
        lat, lon = self._points.get(self._code(row), (row.lat, row.lon))
        if lat is None or lon is None:
            return NOWHERE, NOWHERE
        return round(lat * DEGREE), round(lon * DEGREE)

    def _add_names(self, row: Row, place: int) -> None:
        best: dict[int, int] = {}
        of_country = self._country_keys.setdefault(row.country, set())
        names = [(name, match) for name, match in row.names if not name.startswith("iso ")]
        codes = [self._code(row), f"G:{row.geonameid}"]
        if row.kind == "region":
            codes.append(f"N:{row.name}")
        for code in codes:
            names += self._more.get(code, [])
        for name, match in names:
            words = key(name)
            if len(words) < 2:
                continue
            digested = digest(words)
            if row.kind == "country":
                of_country.add(digested)
            elif row.kind in ("admin1", "admin2") and digested in of_country:
                continue  # "Taiwan Province", "Estado de México": the bare name is the country's
            _keep(best, digested, match)
            if match < Match.DEMONYM and row.kind in ("city", "admin1", "admin2"):
                for form in _other_spellings(words, row.country):
                    _keep(best, digest(form), Match.SKELETON)
        self._postings += [(digested, place << 3 | match) for digested, match in best.items()]
        if row.kind == "admin2":
            self._seats.update(
                dict.fromkeys(((digested, self._index.get(row.parent1, -1)) for digested in best), place)
            )

    def _place_divisions(self) -> None:
        lats, lons = self._numbers["lat"], self._numbers["lon"]
        for place, cells in self._cells.items():
            if lats[place] == NOWHERE:
                lats[place] = round((median(lat for lat, _ in cells) + 0.5) * CELL * DEGREE)
                lons[place] = round((median(lon for _, lon in cells) + 0.5) * CELL * DEGREE)
        self._seat_districts()

    def _seat_districts(self) -> None:
        """A district to which no town is assigned has the point of the town of its name in its province, if any."""
        numbers, lats, lons = self._numbers, self._numbers["lat"], self._numbers["lon"]
        city = KINDS.index("city")
        for digested, posting in self._postings:
            place = posting >> 3
            if numbers["kind"][place] == city:
                seat = self._seats.get((digested, numbers["admin1"][place] - 1))
                if seat is not None and lats[seat] == NOWHERE:
                    lats[seat], lons[seat] = lats[place], lons[place]


def _other_spellings(words: str, country: str) -> Iterator[str]:
    """The keys under which a name is found in other transliterations."""
    family = family_of(country)
    bare = skeleton(words) if country in ARABIC else ""
    if bare:
        yield "~" + bare
    bare = consonants(words, family) if family else ""
    if bare:
        yield f"~{family}~{bare}"


def _keep(best: dict[int, int], digested: int, match: int) -> None:
    best[digested] = min(match, best.get(digested, match))
