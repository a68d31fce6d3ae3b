"""Where: the toponym that the text ties to an event, and the others of a list."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.claiming.chooser import Chooser, Mate, site_of
from sayso.claiming.described import OF_NOUN, stand_ins
from sayso.claiming.facilities import strays
from sayso.claiming.features import Site, opening_of
from sayso.claiming.scene import Scene
from sayso.model import Cast, ClaimPlace, Event, Parse, Place, Span, Toponym
from sayso.resources.attachment import Weights

BETWEEN = frozenset({",", "and", "or", "as", "well", "the", "cities", "towns", "villages", "of"})
LIST_GAP = 6
# A place that is first named so many sentences after an event is another one's.
AHEAD = 3
# Of a group's part that lies somewhere, wherever it acts.
BRANCHES = frozenset({"branch", "affiliate", "offshoot", "arm", "wing", "franchise", "chapter", "subsidiary"})
WIDE = frozenset({"country", "admin1", "region"})


class PlaceTie(Struct, frozen=True):
    """What an event was tied to: the claim's place, the others of its list, the index of the site, how likely that is.

    inferred: the place is named in another sentence, whether or not the event's own has words that stand for it.
    """

    place: ClaimPlace
    others: tuple[ClaimPlace, ...]
    site: int
    share: float
    inferred: bool


class Wheres:
    """Ties events to the toponyms of one article."""

    def __init__(
        self, parse: Parse, places: Sequence[Toponym], dateline: Span | None, cast: Cast, scene: Scene
    ) -> None:
        self._parse = parse
        named_after = strays(parse, places)
        places = [one for one in places if one.id not in named_after and not _says_whose(parse, one)]
        self._toponyms: list[Toponym] = []
        sites: list[Site] = []
        named = [mention for mention in cast.mentions if mention.kind in ("name", "demonym")]
        opening = opening_of(parse)
        readings = [
            (one.span, one, "dateline" if dateline is not None and dateline.covers(one.span) else _kind(one))
            for n, one in enumerate(places)
            if not _only_completes(parse, places, n)
        ]
        readings += [(one.span, one.toponym, one.kind) for one in stand_ins(parse, places, dateline)]
        for span, toponym, kind in sorted(readings, key=lambda reading: reading[0]):
            site = site_of(parse, span, kind)
            if site is None or toponym.where is None or (kind != "dateline" and site.left_out):
                continue
            marks = []
            country = toponym.where.kind == "country" and not toponym.demonym
            if country or any(mention.head == site.root.span for mention in named):
                marks.append("actor")  # a country may always be someone
            elif any(mention.kind == "name" and mention.span.covers(span) for mention in named):
                marks.append("in-name")
            if site.root.sentence in opening:
                marks.append("opening")
            if self._holds_another(toponym, places, site.root.sentence):
                marks.append("wider")
            sites.append(Site(span, site.root, kind, site.left_out, tuple(marks)))
            self._toponyms.append(toponym)
        values = [_value(one.where) for one in self._toponyms if one.where is not None]
        self.chooser = Chooser(parse, sites, values, scene, ahead=AHEAD)

    def _holds_another(self, wide: Toponym, places: Sequence[Toponym], sentence: int) -> bool:
        """Does a narrower place inside of this one stand in the same sentence?"""
        outer = wide.place
        if outer is None or outer.kind not in WIDE:
            return False
        span = self._parse.sentences[sentence].span
        return any(
            not one.demonym
            and one.place is not None
            and one.place.kind not in WIDE
            and one.place.country == outer.country
            and (outer.kind != "admin1" or one.place.admin1 == outer.name)
            for one in places
            if span.covers(one.span)
        )

    def of(self, event: Event, weights: Weights, mates: Sequence[Mate] = ()) -> PlaceTie | None:
        """The event's place, and the others of the list that it stands in."""
        choice = self.chooser.choose(event, weights, mates)
        if choice.site is None:
            return None
        toponym = self._toponyms[choice.site]
        own = self._parse.sentence_at(event.trigger)
        carried = own is None or self.chooser.sites[choice.site].root.sentence != own.i
        span = None if carried else self.chooser.sites[choice.site].span
        listed = self._listed_with(toponym) if span == toponym.span else []
        others = tuple(ClaimPlace(one.span, one.id) for one in listed)
        inferred = carried or own is None or not own.span.covers(toponym.span)
        return PlaceTie(ClaimPlace(span, toponym.id), others, choice.site, choice.share, inferred)

    def place(self, site: int) -> Place | None:
        """The place of a site."""
        return self._toponyms[site].where

    def _listed_with(self, first: Toponym) -> list[Toponym]:
        """Towns that follow in one list of names: "on Hama, Homs and Idlib"."""
        found, last = [], first
        for toponym in self._toponyms:
            if toponym.span.start < last.span.end or toponym.demonym or toponym.place is None or first.place is None:
                continue
            gap = self._parse.text[last.span.end : toponym.span.start]
            words = gap.replace(",", " , ").split()
            listed = 0 < len(words) <= LIST_GAP and all(word.lower() in BETWEEN for word in words)
            within = (
                words == [","]
                and toponym.place.kind in ("country", "admin1")
                and first.place.kind != toponym.place.kind
            )
            if not listed or within:
                break
            found.append(toponym)
            last = toponym
        return found


def _says_whose(parse: Parse, toponym: Toponym) -> bool:
    """Does it only tell of whom is spoken: "European leaders", "al-Qaeda's branch in the Levant"?"""
    place = toponym.place
    if toponym.demonym and place is not None and place.kind == "region" and place.country is None:
        return True
    root = parse.root_of(toponym.span)
    if root is None or root.dep != "pobj":
        return False
    return parse.head(parse.head(root)).lemma in BRANCHES


def _only_completes(parse: Parse, places: Sequence[Toponym], n: int) -> bool:
    """Does the place only tell where the one before it or after it lies: "Arbin, Syria", "Syria's Arbin"?"""
    if n > 0 and _completes(parse, places[n - 1], places[n]):
        return True
    return n + 1 < len(places) and _owns(parse, places[n], places[n + 1])


def _owns(parse: Parse, outer: Toponym, inner: Toponym) -> bool:
    """Does a wider place stand in the possessive before a narrower one: "Syria's Arbin"?"""
    gap = parse.text[outer.span.end : inner.span.start].split()
    return gap in (["'s"], ["’s"]) and not outer.demonym and _narrower(inner, outer)


def _completes(parse: Parse, inner: Toponym, outer: Toponym) -> bool:
    """Does the wider place only tell where the narrower one before it lies: "Arbin, Syria", "Tripoli in Lebanon"?"""
    if inner.demonym:
        return False
    between = parse.text[inner.span.end : outer.span.start].replace(",", " ").replace("(", " ").split()
    gap = [word for word in between if word not in OF_NOUN]
    joined = gap in ([], ["in"], ["in", "the"]) and inner.span.end < outer.span.start
    return joined and _narrower(inner, outer)


def _narrower(inner: Toponym, outer: Toponym) -> bool:
    """Is the one a kind of place that lies in the other's kind, in the same country?"""
    if inner.place is None or outer.place is None or outer.place.kind not in WIDE:
        return False
    narrower = inner.place.kind not in WIDE or (inner.place.kind == "admin1" and outer.place.kind == "country")
    return narrower and inner.place.country == outer.place.country


def _kind(toponym: Toponym) -> str:
    if toponym.demonym:
        return "demonym"
    return toponym.where.kind if toponym.where is not None else "unknown"


def _value(place: Place) -> str:
    return str(place.geonameid) if place.geonameid is not None else f"{place.name} {place.lat} {place.lon}"
