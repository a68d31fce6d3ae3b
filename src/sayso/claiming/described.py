"""Places that stand for others: "the city" for the town named most, a mosque without a point for the town it is in."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.model import Parse, Place, Span, Token, Toponym

POINTING = frozenset({"the", "this", "that", "our", "their", "its", "whose", "his", "her"})
OF_NOUN = {
    "city": "city", "town": "city", "village": "city", "capital": "city", "neighbourhood": "city", "suburb": "city",
    "neighborhood": "city", "metropolis": "city", "municipality": "city", "township": "city",
    "country": "country", "nation": "country", "kingdom": "country", "republic": "country",
    "province": "admin1", "governorate": "admin1", "state": "admin1", "region": "admin1", "territory": "admin1",
    "district": "admin1", "island": "admin1", "enclave": "admin1", "valley": "admin1", "peninsula": "admin1",
}  # fmt: skip
FITTING = {
    "city": frozenset({"city"}),
    "country": frozenset({"country"}),
    "admin1": frozenset({"admin1", "admin2", "region"}),
}
CITY_STATES = frozenset({"GI", "HK", "MC", "MO", "SG", "VA"})
# Settlements that are told apart from the towns beside them.
SETTLED = frozenset({"town", "village", "township", "hamlet", "city", "municipality"})
DIVISIONS = frozenset({"admin1", "admin2", "region"})
INSIDE = frozenset({"in", "of", "at", ",", "(", "the", "near"})
LONGEST_GAP = 4


class StandIn(Struct, frozen=True):
    """Words of the text that put something where a toponym lies; kind: what sort of words they are."""

    span: Span
    toponym: Toponym
    kind: str


def stand_ins(parse: Parse, toponyms: Sequence[Toponym], dateline: Span | None = None) -> Iterator[StandIn]:
    """All of a document, outside of what was left out; toponyms in the order of the text."""
    yield from _descriptions(parse, [one for one in toponyms if one.place is not None])
    yield from _unplaced(parse, toponyms, dateline)


def _descriptions(parse: Parse, placed: Sequence[Toponym]) -> Iterator[StandIn]:
    starts = {one.span.start: one for one in placed}
    counts = Counter(one.place.name for one in placed if one.place is not None)
    for sentence in parse.sentences:
        if sentence.left_out:
            continue
        for token in parse.of(sentence):
            kind = OF_NOUN.get(token.lemma) if token.pos == "NOUN" and token.tag == "NN" else None
            if kind is None or not _points_back(parse, token, starts):
                continue
            meant = _antecedent(token, kind, placed, counts)
            if meant is not None:
                yield StandIn(_phrase(parse, token), meant, f"the-{kind}")


def _points_back(parse: Parse, noun: Token, starts: dict[int, Toponym]) -> bool:
    """Is the place itself not named beside the noun, and does its article point to one that was?"""
    if not any(child.lemma in POINTING for child in parse.dependents(noun, "det", "poss")):
        return False
    return not any(token.start in starts for token in parse.subtree(noun) if abs(token.i - noun.i) <= LONGEST_GAP)


def _antecedent(noun: Token, kind: str, placed: Sequence[Toponym], counts: Counter[str]) -> Toponym | None:
    """Of the places of that kind named before, the one that the article names most, the last of equals.

    counts: how often the article names each place; of countries only those named so far count.
    """
    before = [one for one in placed if one.span.end <= noun.start and one.place is not None and _fits(one.place, kind)]
    if kind == "country":
        counts = Counter(one.place.name for one in before if one.place is not None)
    return max(reversed(before), key=lambda one: counts[one.place.name] if one.place is not None else 0, default=None)


def _fits(place: Place, kind: str) -> bool:
    return place.kind in FITTING[kind] or (kind == "city" and place.country in CITY_STATES)


def _phrase(parse: Parse, noun: Token) -> Span:
    first = min(child.start for child in parse.dependents(noun, "det", "poss", "amod") if child.i < noun.i)
    return Span(first, noun.end)


def _unplaced(parse: Parse, toponyms: Sequence[Toponym], dateline: Span | None) -> Iterator[StandIn]:
    """Names of places that the gazetteer lacks, by the place that the words put them in, else the town named just before.

    Else by the town that the article names most: what is told without its town lies there more often than not. The
    dateline's town is where the report was written, and counts where there is no other.
    """
    towns_named = [one for one in toponyms if one.place is not None and one.place.kind == "city" and not one.demonym]
    all_towns = [one for one in towns_named if dateline is None or not dateline.covers(one.span)] or towns_named
    for n, toponym in enumerate(toponyms):
        if toponym.where is not None or toponym.demonym:
            continue
        own = parse.sentence_at(toponym.span)
        if own is None or own.left_out:
            continue
        after = toponyms[n + 1] if n + 1 < len(toponyms) else None
        if after is not None and after.place is not None and _joined(parse, toponym, after):
            yield StandIn(toponym.span, after, "inside")
            continue
        if _settled(parse, toponym):
            around = _land_of(toponym, toponyms)
            if around is not None:
                yield StandIn(toponym.span, around, "settled")
            continue
        towns = [one for one in all_towns if one.span.start < toponym.span.start]
        near = parse.sentence_at(towns[-1].span) if towns else None
        if near is not None and own.i - near.i <= 1:
            yield StandIn(toponym.span, towns[-1], "unplaced")
        elif all_towns:
            counts = Counter(one.place.name for one in all_towns if one.place is not None)
            main = max(all_towns, key=lambda one: counts[one.place.name] if one.place is not None else 0)
            yield StandIn(toponym.span, main, "somewhere")


def _settled(parse: Parse, toponym: Toponym) -> bool:
    """Do the words beside the name call it a town or village of its own: "the village of X", "X village"?"""
    own = parse.within(toponym.span)
    words = [token.text.lower() for token in parse.tokens[max(own[0].i - 2, 0) : own[0].i]]
    after = parse.tokens[own[-1].i + 1].text.lower() if own[-1].i + 1 < len(parse.tokens) else ""
    return after in SETTLED or (len(words) > 1 and words[1] == "of" and words[0] in SETTLED)


def _land_of(town: Toponym, toponyms: Sequence[Toponym]) -> Toponym | None:
    """The province or the like in which a town lies that the gazetteer lacks: the last one named before it, else a country."""
    before = [one for one in toponyms if one.span.start < town.span.start and one.place is not None]
    for kinds in (DIVISIONS, frozenset({"country"})):
        fitting = [one for one in before if one.place is not None and one.place.kind in kinds]
        if fitting:
            return fitting[-1]
    return None


def _joined(parse: Parse, inner: Toponym, outer: Toponym) -> bool:
    """Do only words of place stand between two names ("Salem Mosque in the town of Ariha")?"""
    gap = parse.within(Span(inner.span.end, max(outer.span.start, inner.span.end + 1)))
    between = [token for token in gap if token.start >= inner.span.end and token.end <= outer.span.start]
    return 0 < len(between) <= LONGEST_GAP and all(token.lemma in INSIDE or token.lemma in OF_NOUN for token in between)
