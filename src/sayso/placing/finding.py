"""The stage: a document's place names, each with the place it is read as and the other candidates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from sayso.model import Cast, Document, Parse, Place, PlaceCandidate, Span, Tag, Toponym
from sayso.placing.because import because
from sayso.placing.context import Group, Scene, scene, weighed
from sayso.placing.cues import compass_of
from sayso.placing.ranking import Reading, rank
from sayso.placing.reading import TAGGED_THRESHOLD, THRESHOLD, Around, chosen, judge, well_known
from sayso.placing.respelling import respell
from sayso.placing.spots import STANDING, Spot, spots
from sayso.placing.tagged import TaggedNames, tagged_spots
from sayso.resources.gazetteer import Entry, Gazetteer, Match, key, part_of

# As many candidates are told, and none below this share.
TOLD = 5
LEAST = 0.01
# A town of this size is reported on from everywhere; an article that names more places than this, half of them in one country, has its scene there.
LARGE = 150_000
OTHERS = 3
PEOPLE_POS = frozenset({"ADJ", "PROPN", "NOUN"})


def find_places(
    document: Document, parse: Parse, gazetteer: Gazetteer, cast: Cast | None = None, names: Sequence[Tag] = ()
) -> tuple[Toponym, ...]:
    """The place names and demonyms of the whole text, left out stretches included, in order, ids "p1", "p2", ...

    cast: who is named in the document, where that is known: what is someone's surname is seldom a town.
    names: the names that the trained tagger found, where it was run; without them the recogniser decides alone.
    """
    found = spots(parse, gazetteer)
    tagged = TaggedNames(names) if names else None
    if tagged is not None:
        found = sorted(
            [*found, *tagged_spots(parse, gazetteer, tagged, found)], key=lambda spot: (spot.start, -spot.end)
        )
    judge(found, Around(parse, found, cast), gazetteer, tagged)
    places = chosen(found, THRESHOLD if tagged is None else TAGGED_THRESHOLD)
    named = {key(spot.name) for spot in places}
    for spot in places:
        if not spot.entries and (well_known(spot.inner) or any(key(one.place.name) in named for one in spot.inner)):
            spot.entries = spot.inner
            spot.within = not STANDING.isdisjoint(spot.name.split())
    people = list(demonyms(parse, gazetteer, places))
    return _without_strangers(
        _toponyms(document, parse, gazetteer, sorted([*places, *people], key=lambda spot: spot.start))
    )


def _without_strangers(found: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Small towns and districts are left open that alone speak for their country, in an article that is mostly of another.

    A village that the gazetteer lacks has namesakes: "Sabha" in a report that is all of Syria is not the one in Libya.
    """
    lands = {one.name: one.place.country for one in found if one.place is not None and one.place.country}
    counts = Counter(lands.values())
    if 2 * max(counts.values(), default=0) < len(lands):
        return found
    return tuple(
        replace(one, place=None)
        if one.place is not None
        and one.place.kind in ("city", "admin2")
        and one.place.population < LARGE
        and counts[one.place.country or ""] <= 1
        and len(lands) > OTHERS
        else one
        for one in found
    )


def resolve(document: Document, parse: Parse, names: Iterable[Span], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The same for given spans: which places they name, whether or not the text would show them to be names."""
    given: list[Spot] = []
    for span in sorted(set(names)):
        inside = parse.within(span)
        if inside:
            words = span.words(document.text)
            given.append(
                Spot(inside[0].i, inside[-1].i + 1, span.start, span.end, words, read(words, gazetteer), "given")
            )
    return _toponyms(document, parse, gazetteer, given)


def explain(name: str, gazetteer: Gazetteer) -> tuple[PlaceCandidate, ...]:
    """What a name alone may mean, likeliest first, each with its share and the reasons; () for an unknown name."""
    entries = read(name, gazetteer) or gazetteer.alike(name) or gazetteer.loosely(name)
    if not entries:
        return ()
    (reading,) = rank(Scene([Group(name, [], weighed(entries), [])]), gazetteer.rank_weights, passes=1)
    return told(reading, most=20, least=0.0)


def read(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The candidates of a name: places of that name, else those whose people or adjective it is."""
    places = tuple(entry for entry in gazetteer.entries(name) if entry.match is not Match.DEMONYM)
    return places or gazetteer.people(name)


def demonyms(parse: Parse, gazetteer: Gazetteer, taken: Sequence[Spot]) -> Iterator[Spot]:
    """Adjectives and people of countries and provinces, outside of the places already found."""
    used = {i for spot in taken for i in range(spot.first, spot.last)}
    tokens = parse.tokens
    for sentence in parse.sentences:
        i = sentence.first
        while i < sentence.last:
            step = 1
            if i not in used and tokens[i].text[0].isupper() and tokens[i].pos in PEOPLE_POS:
                for length in (2, 1):
                    last = i + length
                    if last > sentence.last or any(j in used for j in range(i, last)):
                        continue
                    words = parse.text[tokens[i].start : tokens[last - 1].end]
                    entries = gazetteer.people(words)
                    if entries:
                        yield Spot(i, last, tokens[i].start, tokens[last - 1].end, words, entries, "demonym")
                        step = length
                        break
            i += step


def _toponyms(document: Document, parse: Parse, gazetteer: Gazetteer, found: Sequence[Spot]) -> tuple[Toponym, ...]:
    respell(found, gazetteer)
    stage = scene(document, parse, found, gazetteer)
    of_spot: dict[tuple[int, int], tuple[PlaceCandidate, ...]] = {}
    for reading in rank(stage, gazetteer.rank_weights):
        candidates = told(reading)
        for spot in reading.group.spots:
            of_spot[spot.start, spot.end] = candidates
    toponyms = []
    for number, spot in enumerate(found, start=1):
        candidates = of_spot.get((spot.start, spot.end), ())
        place = candidates[0].place if candidates else None
        toponyms.append(
            Toponym(
                id=f"p{number}",
                span=Span(spot.start, spot.end),
                name=spot.name,
                place=None if spot.within else place,
                candidates=candidates if len(candidates) > 1 and not spot.within else (),
                demonym=bool(spot.entries) and all(entry.match is Match.DEMONYM for entry in spot.entries),
                part=place if spot.within else _part(place, spot, parse, gazetteer),
            )
        )
    return tuple(toponyms)


def _part(chosen: Place | None, spot: Spot, parse: Parse, gazetteer: Gazetteer) -> Place | None:
    """The compass part of a country or province, where the words name one ("northern Mali")."""
    if chosen is None or chosen.kind not in ("country", "admin1"):
        return None
    part = compass_of(parse, spot.first, spot.last)
    whole = next((entry for entry in spot.entries if entry.place == chosen), None)
    if part is None or whole is None or part_of(chosen.name.split()[0]) == part:
        return None
    return gazetteer.compass(whole, part)


def told(reading: Reading, most: int = TOLD, least: float = LEAST) -> tuple[PlaceCandidate, ...]:
    """The likeliest candidates, best first, with their shares and reasons."""
    features = reading.features or reading.alone
    order = sorted(range(len(reading.shares)), key=lambda index: (-reading.shares[index], index))[:most]
    return tuple(
        PlaceCandidate(
            place=reading.group.entries[index].place,
            score=round(reading.shares[index], 4),
            because=because(reading.group.entries[index], features[index]),
        )
        for index in order
        if index == order[0] or reading.shares[index] >= least
    )
