"""Where: the toponym that the text ties to an event, and the others of a list."""

from collections.abc import Sequence

from sayso.claiming.chooser import Chooser, site_of
from sayso.claiming.features import Site
from sayso.model import ClaimPlace, Event, Parse, Span, Toponym
from sayso.resources.attachment import Weights

BETWEEN = frozenset({",", "and", "or", "as", "well", "the", "cities", "towns", "villages", "of"})
LIST_GAP = 6


class Wheres:
    """Ties events to the toponyms of one article."""

    def __init__(self, parse: Parse, places: Sequence[Toponym], dateline: Span | None) -> None:
        self._parse = parse
        self._toponyms: list[Toponym] = []
        sites: list[Site] = []
        for toponym in places:
            kind = "dateline" if dateline is not None and dateline.covers(toponym.span) else _kind(toponym)
            site = site_of(parse, toponym.span, kind)
            if site is not None and toponym.place is not None and (kind == "dateline" or not site.left_out):
                sites.append(site)
                self._toponyms.append(toponym)
        self._at = {site.span: toponym for site, toponym in zip(sites, self._toponyms, strict=True)}
        self.chooser = Chooser(parse, sites, [toponym.name for toponym in self._toponyms])

    def of(self, event: Event, weights: Weights) -> tuple[ClaimPlace | None, tuple[ClaimPlace, ...]]:
        """The event's place, and the others of the list that it stands in."""
        site = self.chooser.choose(event, weights)
        if site is None:
            return None, ()
        toponym = self._at[site.span]
        own = self._parse.sentence_at(event.trigger)
        carried = own is None or site.root.sentence != own.i
        others = () if carried else tuple(ClaimPlace(one.span, one.id) for one in self._listed_with(toponym))
        return ClaimPlace(None if carried else site.span, toponym.id), others

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


def _kind(toponym: Toponym) -> str:
    if toponym.demonym:
        return "demonym"
    return toponym.place.kind if toponym.place is not None else "unknown"
