"""Stretches of words that may name a place: the recogniser's names and what the gazetteer knows."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from sayso.model import Parse, Sentence, Token
from sayso.placing.cues import CITY_WORDS, DISTRICT_WORDS, PROVINCE_WORDS, cue_of
from sayso.resources.gazetteer import Entry, Gazetteer, Match, without_direction

LONGEST = 6
# A place with as many names in the sources is one that most readers know.
WELL_KNOWN = 20
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Lower-case words that stand inside names of places ("Rio de Janeiro", "Stoke upon Trent", "Dayr az Zawr").
LINKS = frozenset({
    "of", "de", "del", "della", "di", "da", "do", "dos", "das", "la", "le", "les", "el", "al", "ar", "as", "ash", "at",
    "az", "ad", "an", "ez", "es", "et", "ed", "ul", "upon", "on", "in", "the", "and", "sur", "sous", "der", "den",
    "van", "am", "im", "bei", "y", "e", "i", "bin", "ibn", "abu", "umm", "ou", "o'",
})  # fmt: skip
ARTICLES = frozenset({
    "al", "el", "ar", "as", "ash", "at", "az", "ad", "an", "ez", "es", "esh", "et", "ed", "al-",
})  # fmt: skip
CLOSING = frozenset({"'s", "’s", "'", "’", '"', "”", ")", ",", "."})
# Words for the kind of a place that the recogniser takes into the name when they stand behind it in lower case.
KIND_WORDS = CITY_WORDS | PROVINCE_WORDS | DISTRICT_WORDS | {"upazila", "area", "camp", "border"}
GLUE = frozenset({"-", "–", "‐", "'", "’", ".", "/"})
# Parts of speech that a lone capitalised word must not have to be looked up when the recogniser saw no name in it.
CLOSED = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "NUM", "INTJ"})


class Spot(Struct):
    """Words that may name a place: tokens [first, last), their characters, and what the gazetteer has for them.

    entries: without demonyms. label: how the recogniser's names lie to it ("exact:GPE", "inside:ORG", "none").
    covered: the words are part of a longer name of the gazetteer; holds: a part of them is such a name.
    inner: where the gazetteer knows only the place that the name starts with or ends on, that place's entries; within:
    they have become its entries, and it lies there but is not that place (a mosque, a street).
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    label: str
    covered: bool = False
    holds: bool = False
    score: float = 0.0
    inner: tuple[Entry, ...] = ()
    within: bool = False


def spots(parse: Parse, gazetteer: Gazetteer) -> list[Spot]:
    """All candidate stretches, in the order of the text, overlapping ones included."""
    labels = labels_of(parse)
    found: list[Spot] = []
    for sentence in parse.sentences:
        seen: dict[tuple[int, int], Spot] = {}
        for spot in _known(parse, sentence, gazetteer, labels):
            seen[(spot.first, spot.last)] = spot
        found.extend(seen.values())
    countries = countries_named(parse, found, gazetteer)
    if countries & gazetteer.RESPELLED:
        found.extend(_alike(parse, found, countries, gazetteer, labels))
    known = {(spot.first, spot.last) for spot in found}
    found.extend(spot for spot in _recognised(parse, gazetteer) if (spot.first, spot.last) not in known)
    _mark_covered(parse, found)
    return sorted(found, key=lambda spot: (spot.start, -spot.end))


def countries_named(parse: Parse, found: list[Spot], gazetteer: Gazetteer) -> set[str]:
    """ISO codes of the countries that the text names, by themselves or by their people."""
    named = {
        entry.place.country or ""
        for spot in found
        for entry in spot.entries
        if entry.place.kind == "country" and not spot.label.endswith("PERSON")
    }
    for name in parse.names:
        if name.label == "NORP":
            named.update(entry.place.country or "" for entry in gazetteer.people(name.span.words(parse.text)))
    return named - {""}


def _alike(
    parse: Parse, found: list[Spot], countries: set[str], gazetteer: Gazetteer, labels: list[int]
) -> Iterator[Spot]:
    """Capitalised stretches that the gazetteer knows in another transliteration, in the countries named alone."""
    taken = {i for spot in found for i in range(spot.first, spot.last)}
    tokens = parse.tokens
    for sentence in parse.sentences:
        done = sentence.first
        for i in range(sentence.first, sentence.last):
            if i < done or not starts(tokens[i]) or (tokens[i].text not in ARTICLES and _closed(tokens[i], labels[i])):
                continue
            for j in sorted(_ends(tokens, i, sentence.last), reverse=True):
                if any(k in taken for k in range(i, j)) and j - i == 1:
                    continue
                name = parse.text[tokens[i].start : tokens[j - 1].end]
                if tokens[i].text in ARTICLES and j == i + 1:
                    continue
                entries = tuple(entry for entry in gazetteer.alike(name) if entry.place.country in countries)
                if not entries and cue_of(parse, i, j):
                    entries = gazetteer.loosely(name, frozenset(countries))
                if entries and not gazetteer.entries(name):
                    yield Spot(i, j, tokens[i].start, tokens[j - 1].end, name, entries, relation(parse, labels, i, j))
                    done = j
                    break


def labels_of(parse: Parse) -> list[int]:
    """For each token the index of the recogniser's name that it belongs to, -1 for none."""
    labels = [-1] * len(parse.tokens)
    for index, name in enumerate(parse.names):
        for i in range(name.first, name.last):
            labels[i] = index
    return labels


def relation(parse: Parse, labels: list[int], first: int, last: int) -> str:
    """How tokens [first, last) lie to the recogniser's names."""
    own = labels[first]
    if own < 0 and labels[last - 1] < 0:
        return "none"
    name = parse.names[own if own >= 0 else labels[last - 1]]
    start = name.first
    if parse.tokens[start].text.lower() == "the" and name.last - start > 1:
        start += 1
    if (start, name.last) == (first, last) or (name.first, name.last) == (first, last):
        return f"exact:{name.label}"
    if name.first <= first and last <= name.last:
        where = "start" if first == start else "end" if last == name.last else "mid"
        return f"{where}:{name.label}"
    return f"over:{name.label}"


def starts(token: Token) -> bool:
    """Can a name of a place start with this token?"""
    return token.text[0].isupper() or token.text in ARTICLES


def _known(parse: Parse, sentence: Sentence, gazetteer: Gazetteer, labels: list[int]) -> Iterator[Spot]:
    """Stretches of capitalised words that the gazetteer knows."""
    tokens, text = parse.tokens, parse.text
    for i in range(sentence.first, sentence.last):
        if not starts(tokens[i]):
            continue
        for j in _ends(tokens, i, sentence.last):
            if j - i == 1 and _closed(tokens[i], labels[i]):
                continue
            name = text[tokens[i].start : tokens[j - 1].end].rstrip("-–—")
            entries = places_of(gazetteer, name)
            if not entries and j - i == 1 and name[-1:] == "s":
                name, entries = name[:-1], _famous(places_of(gazetteer, name[:-1]))
            if entries and (len(name) > 2 or name.isupper()):
                start = tokens[i].start
                yield Spot(i, j, start, start + len(name), name, entries, relation(parse, labels, i, j))


@lru_cache(maxsize=4096)
def places_of(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """What the gazetteer has under the name, without demonyms."""
    return tuple([entry for entry in gazetteer.entries(name) if entry.match is not Match.DEMONYM])


def _famous(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries one of which is well known; text that has lost its apostrophes has "Syrias" for "Syria's"."""
    return entries if any(entry.fame >= WELL_KNOWN or entry.place.kind == "country" for entry in entries) else ()


def _closed(token: Token, label: int) -> bool:
    return token.text in ARTICLES or (label < 0 and token.pos in CLOSED)


def _ends(tokens: tuple[Token, ...], first: int, limit: int) -> Iterator[int]:
    """The token indices after which a name that starts at `first` may end."""
    for j in range(first, min(first + LONGEST, limit)):
        word = tokens[j].text
        if word[0].isupper() or word[0].isdigit():
            if word[0].isupper():
                yield j + 1
        elif word not in GLUE and word.lower() not in LINKS:
            # "Deir ez-Zor" comes as one token in lower case after a hyphen in some tokenisations
            if j > first and tokens[j - 1].text in GLUE:
                yield j + 1
                continue
            return


def _mark_covered(parse: Parse, found: list[Spot]) -> None:
    """Note which stretches lie inside of a longer one that the gazetteer knows, and which hold a shorter known one."""
    inside: dict[int, list[Spot]] = {}
    for spot in found:
        inside.setdefault(parse.tokens[spot.first].sentence, []).append(spot)
    for near in inside.values():
        for spot in near:
            for other in near:
                longer = other.last - other.first > spot.last - spot.first
                if longer and other.first <= spot.first and spot.last <= other.last:
                    spot.covered = spot.covered or bool(other.entries)
                    other.holds = other.holds or bool(spot.entries)


def _recognised(parse: Parse, gazetteer: Gazetteer) -> Iterator[Spot]:
    """The recogniser's places that the gazetteer does not know by all their words."""
    for name in parse.names:
        if name.label not in PLACE_LABELS:
            continue
        first, last = name.first, name.last
        while first < last - 1 and (parse.tokens[first].text.lower() == "the" or parse.tokens[first].text in "\"“‘'("):
            first += 1
        while last - 1 > first and (
            parse.tokens[last - 1].text in CLOSING or parse.tokens[last - 1].text in KIND_WORDS
        ):
            last -= 1
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        words = parse.text[start:end]
        if not words[0].isalpha() or "\n" in words:
            continue
        bare = without_direction(words.lower())
        entries = places_of(gazetteer, bare) if bare != words.lower() else ()
        inner = () if entries else _inner(words, gazetteer)
        yield Spot(first, last, start, end, words, entries, f"exact:{name.label}", inner=inner)


def _inner(words: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The place that a name of several words is named for: "Arbin Grand Mosque", "Port of Adra", "Syrias Idlib".

    A country names what lies in others ("the Ghana Embassy"), so only places inside of countries count.
    """
    parts = words.split()
    if len(parts) > 1 and parts[0].endswith("s") and _famous(places_of(gazetteer, parts[0][:-1])):
        return places_of(gazetteer, " ".join(parts[1:]))
    named = (
        [" ".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]
        if parts[-1] in STANDING | DIVISIONS
        else []
    )
    if len(parts) > 2 and parts[0] in STANDING | DIVISIONS and parts[1] == "of":
        named.append(" ".join(parts[2:]))
    for part in named:
        found = tuple(entry for entry in places_of(gazetteer, part) if entry.place.kind in WITHIN)
        if found:
            return found
    return ()


WITHIN = frozenset({"city", "admin1", "admin2"})
DIVISIONS = frozenset({
    "County", "District", "Region", "Province", "State", "Island", "City", "Town", "Village", "Municipality",
    "Department", "Prefecture", "Governorate", "Division", "Territory",
})  # fmt: skip
# What stands in a town and is named for it.
STANDING = frozenset({
    "Mosque", "Cathedral", "Church", "Temple", "Synagogue", "Shrine", "Airport", "Airfield", "Airbase", "Base", "Prison",
    "Jail", "Hospital", "University", "College", "School", "Bridge", "Tunnel", "Street", "Road", "Avenue", "Highway",
    "Bypass", "Square", "Plaza", "Roundabout", "Park", "Station", "Market", "Bazaar", "Mall", "Hotel", "Camp", "Port",
    "Harbour", "Harbor", "Stadium", "Palace", "Court", "Museum", "Dam", "Refinery", "Plant", "Mine", "Crossing",
    "Barracks", "Citadel", "Castle", "Hall",
})  # fmt: skip
