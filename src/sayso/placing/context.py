"""The document as a whole for the choice among places: groups of mentions of one name, and what stands beside them."""

from collections.abc import Sequence
from math import cos, radians, sin, sqrt

from msgspec import Struct

from sayso.model import Document, Parse
from sayso.placing.cues import CITY_WORDS, DISTRICT_WORDS, OF_CUE, PROVINCE_WORDS, cue_of
from sayso.placing.spots import Spot
from sayso.resources.gazetteer import Entry, Gazetteer, Match, key

INSIDE = frozenset({"in", "of"})
# No more candidates of a name than this are weighed in context.
MOST = 40
# Two towns of one name nearer than this are one town, told by two sources.
DOUBLED_KM = 15.0
Vector = tuple[float, float, float]


class Group(Struct):
    """The mentions of one name with one cue in a document, read in one sense ("Homs" and "Homs province" are two).

    spots: its mentions. entries: its candidates, likeliest first by population and fame alone.
    containers: keys of the names that stand after it ("X, Y", "X in Y"); cue: "city", "province", "district" or "".
    """

    name: str
    spots: list[Spot]
    entries: tuple[Entry, ...]
    containers: list["Group"]
    cue: str = ""
    first: bool = False
    dateline: bool = False


class Scene(Struct):
    """All groups of a document and what else bears on every choice: the publisher's country, where known."""

    groups: list[Group]
    country: str | None = None


def scene(document: Document, parse: Parse, chosen: Sequence[Spot], gazetteer: Gazetteer) -> Scene:
    """Group the stretches by name and note which stands beside which."""
    groups: dict[tuple[str, str], Group] = {}
    of_spot: list[Group] = []
    for spot in chosen:
        words = key(spot.name)
        cue = cue_of(parse, spot.first, spot.last)
        sense = cue if twofold(spot.entries) else ""
        group = groups.get((words, sense))
        if group is None:
            group = groups[words, sense] = Group(spot.name, [], _of_sense(weighed(spot.entries), sense), [])
        group.cue = group.cue or cue
        group.spots.append(spot)
        of_spot.append(group)
    for index in range(len(chosen) - 1):
        if (
            of_spot[index] is not of_spot[index + 1]
            and _inside(parse, chosen[index], chosen[index + 1])
            and not listed(chosen[index], chosen[index + 1])
        ):
            of_spot[index].containers.append(of_spot[index + 1])
    for index in range(1, len(chosen)):
        countries = _countries_before(parse, chosen[index - 1], chosen[index])
        if countries:
            group = of_spot[index]
            group.entries = tuple(entry for entry in group.entries if entry.place.country in countries)
    if of_spot:
        of_spot[0].first = True
    line = document.dateline
    for spot, group in zip(chosen, of_spot, strict=True):
        if line is not None and line.span.start <= spot.start and spot.end <= line.span.end:
            group.dateline = True
    return Scene(list(groups.values()), publisher_country(document, gazetteer))


def _countries_before(parse: Parse, people: Spot, named: Spot) -> frozenset[str]:
    """The countries of a demonym that says where the named place lies: "the Colombian island of X"."""
    gap = parse.text[people.end : named.start].lower().split()
    if not gap or len(gap) > LONGEST_GAP or gap[-1] != "of" or len(gap) == 1 or gap[-2] not in KINDS_OF:
        return frozenset()
    if any(word not in KINDS_OF and word not in BEFORE_KIND for word in gap[:-1]):
        return frozenset()
    countries = [
        entry.place.country
        for entry in people.entries
        if entry.match is Match.DEMONYM and entry.place.kind == "country" and entry.place.country
    ]
    return frozenset(countries)


KINDS_OF = (
    CITY_WORDS
    | PROVINCE_WORDS
    | DISTRICT_WORDS
    | {
        "island",
        "islands",
        "capital",
        "port",
        "peninsula",
        "enclave",
        "municipality",
        "resort",
        "stronghold",
        "villages",
        "towns",
        "cities",
    }
)
BEFORE_KIND = frozenset({
    "border", "port", "coastal", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
    "southeastern", "southwestern", "capital", "island", "desert", "mountain", "oil", "mining", "rebel-held", "small",
    "besieged", "strategic", "provincial",
})  # fmt: skip
LONGEST_GAP = 4


def listed(one: Spot, other: Spot) -> bool:
    """Are two names that stand side by side two of a list ("Oregon, Washington"), both states, or both countries?"""
    kinds = [{entry.place.kind for entry in spot.entries if entry.match is Match.MAIN} for spot in (one, other)]
    return any(kind in kinds[0] and kind in kinds[1] for kind in ("country", "admin1")) or (
        "country" in kinds[0] and "admin1" in kinds[1]
    )


def twofold(entries: tuple[Entry, ...]) -> bool:
    """Is the name that of a city and of the province around it, so that its mentions may differ in sense?"""
    provinces = {entry.number for entry in entries if entry.place.kind == "admin1"}
    return any(entry.place.kind == "city" and entry.admin1 in provinces for entry in entries)


def _of_sense(entries: tuple[Entry, ...], sense: str) -> tuple[Entry, ...]:
    """Of a name that is a city's and its province's, those that the words beside it mean; all where they tell nothing."""
    fitting = tuple(entry for entry in entries if entry.place.kind in OF_CUE[sense]) if sense else ()
    return fitting or entries


def weighed(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The candidates that are weighed in context, at most MOST: the best by how they match, population and fame."""
    entries = _without_doubles(entries)
    if len(entries) <= MOST:
        return entries
    return tuple(sorted(entries, key=lambda e: (e.match, -e.place.population, -e.fame, e.number))[:MOST])


def _without_doubles(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without towns of our own table that stand beside the same town of GeoNames."""
    own = [entry for entry in entries if entry.place.geonameid is None and entry.place.kind == "city"]
    if not own or len(entries) == 1:
        return entries
    doubled = {
        one.number
        for one in own
        for other in entries
        if other.place.geonameid is not None and other.place.kind == "city" and _apart(one, other) < DOUBLED_KM
    }
    return tuple(entry for entry in entries if entry.number not in doubled)


def _apart(one: Entry, other: Entry) -> float:
    here, there = vector(one), vector(other)
    return kilometres(here, there) if here is not None and there is not None else 20_000.0


def _inside(parse: Parse, inner: Spot, outer: Spot) -> bool:
    """Do the words put one inside the other: "X, Y", "X in Y", "X (Y)", "X in the Y"?"""
    gap = parse.text[inner.end : outer.start]
    if len(gap) > 40 or "\n" in gap:
        return False
    words = gap.replace(",", " , ").replace("(", " ( ").lower().split()
    if words in ([","], ["("]):
        return True
    words = [word for word in words if word not in ("the", "northern", "southern", "eastern", "western", "central")]
    kinds = CITY_WORDS | PROVINCE_WORDS | DISTRICT_WORDS
    return bool(words) and words[-1] in INSIDE and len(words) <= 3 and all(
        word in INSIDE or word in kinds or word == "," for word in words
    )  # fmt: skip


def publisher_country(document: Document, gazetteer: Gazetteer) -> str | None:
    """The country that the publisher's name or web address tells, if any."""
    if document.url:
        host = document.url.split("//")[-1].split("/")[0].rsplit(".", 1)[-1].upper()
        if len(host) == 2 and host.isalpha():
            return "GB" if host == "UK" else host
    for word in (document.publisher or "").split():
        for entry in gazetteer.entries(word):
            if entry.place.kind == "country":
                return entry.place.country
    return None


def vector(entry: Entry) -> Vector | None:
    """The place's point on the unit sphere, None where it has no point."""
    place = entry.place
    if place.lat is None or place.lon is None:
        return None
    lat, lon = radians(place.lat), radians(place.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def kilometres(one: Vector, other: Vector) -> float:
    """Distance of two points along the chord, which is near enough for ranking."""
    squared = (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2
    return 6371.0 * sqrt(squared)
