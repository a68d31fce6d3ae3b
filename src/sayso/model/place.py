"""Toponym and Place: words that name a place, and the place of the gazetteer they are read as."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

PlaceKind = Literal["city", "admin1", "admin2", "country", "region", "facility", "water", "other"]
Precision = Literal["exact", "town", "district", "province", "country", "region"]


class Place(Struct, frozen=True):
    """An entry of the gazetteer.

    lat, lon: WGS 84 degrees of its representative point; both None where a point would mislead.
    country: ISO 3166 alpha-2; admin1: the name of the first-level division.
    """

    name: str
    kind: PlaceKind
    precision: Precision
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    population: int = 0


class PlaceCandidate(Struct, frozen=True):
    """A place that the words may mean; score 0 to 1, because: the reasons in words."""

    place: Place
    score: float
    because: str = ""


class Toponym(Struct, frozen=True):
    """Words that name a place.

    id: local to the document ("p1"), in the order of the text. place: the best reading, None where nothing fits.
    candidates: ranked readings, best first, the chosen one included, when there was more than one.
    demonym: the words are an adjective or people of the place ("Syrian"), not its name.
    part: the compass part of the place that the words beside the name tell ("northern Syria"), as a region with a point;
    for a street or building that the gazetteer lacks, the town that it is named for.
    """

    id: str
    span: Span
    name: str
    place: Place | None
    candidates: tuple[PlaceCandidate, ...] = ()
    demonym: bool = False
    part: Place | None = None

    @property
    def where(self) -> Place | None:
        """The place of what happens there: the part or town, where the words name one, else the place itself."""
        return self.part if self.part is not None else self.place
