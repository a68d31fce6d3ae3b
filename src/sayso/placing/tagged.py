"""What the names that the trained tagger found tell of a stretch, added to what its words and the recogniser tell."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.model import Parse, Span, Tag
from sayso.placing.spots import PLACE_LABELS, Spot, labels_of, places_of, relation
from sayso.resources.gazetteer import Gazetteer

# The tagger's labels of what has a place on the map.
TAGGED_PLACES = frozenset({"Location", "Facility"})


class TaggedNames:
    """The tagger's names of one document, in the order of the text."""

    def __init__(self, names: Sequence[Tag]) -> None:
        self.names = sorted(names, key=lambda tag: tag.span)
        self._starts = [tag.span.start for tag in self.names]

    def at(self, start: int, end: int) -> Tag | None:
        """The first name that overlaps the characters."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        for tag in self.names[index:]:
            if tag.span.start >= end:
                return None
            if tag.span.end > start:
                return tag
        return None


def tag_features(spot: Spot, tagged: TaggedNames) -> list[str]:
    """How a stretch lies to the tagger's names, with whether the gazetteer knows it and the recogniser's own opinion."""
    tag = tagged.at(spot.start, spot.end)
    lies = "none" if tag is None else f"{_lies(Span(spot.start, spot.end), tag.span)}:{tag.label}"
    own = spot.label.startswith("exact") and spot.label.split(":")[1] in PLACE_LABELS
    known = bool(spot.entries)
    return [f"t={lies}", f"t={lies} known={known}", f"t={lies} place={own}"]


def _lies(spot: Span, name: Span) -> str:
    if spot == name:
        return "exact"
    if name.covers(spot):
        return "start" if spot.start == name.start else "end" if spot.end == name.end else "mid"
    return "over"


def tagged_spots(parse: Parse, gazetteer: Gazetteer, tagged: TaggedNames, found: Sequence[Spot]) -> Iterator[Spot]:
    """Stretches that the tagger alone takes for places."""
    known, labels = {(spot.first, spot.last) for spot in found}, labels_of(parse)
    for tag in tagged.names:
        inside = parse.within(tag.span) if tag.label in TAGGED_PLACES else ()
        if not inside or inside[0].sentence != inside[-1].sentence:
            continue
        first, last = inside[0].i, inside[-1].i + 1
        if inside[0].text.lower() == "the" and last - first > 1:
            first += 1
        if (first, last) in known or not parse.tokens[first].text[0].isalpha():
            continue
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        name = parse.text[start:end]
        entries = places_of(gazetteer, name)
        yield Spot(first, last, start, end, name, entries, relation(parse, labels, first, last))
