"""What can be asked for: filters, orders and pages."""

from typing import Literal

from msgspec import Struct

from sayso.errors import BadQuery

ClaimOrder = Literal["day", "published", "killed", "confidence"]
ActorOrder = Literal["claims", "documents"]
IncidentOrder = Literal["day", "documents", "killed", "disputed"]


class Near(Struct, frozen=True):
    """A circle on the earth: WGS 84 degrees and kilometres."""

    lat: float
    lon: float
    km: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise BadQuery(f"{self.lat}, {self.lon} is no point on the earth; give latitude and longitude in degrees")
        if not 0 < self.km <= 20_040:
            raise BadQuery(f"a radius of {self.km} km is not possible; give a number of kilometres above 0")


class ClaimFilter(Struct, frozen=True, kw_only=True):
    """Which claims are asked for; every field that is given must fit, and of several values of a field any one.

    who, whom, holder: codes ("RUS"), ids or names of actors that act, are acted on, or say so. voice: only claims of the
    article's own voice. place: names or GeoNames ids. since, until: YYYY-MM-DD; the day on which the event
    happened or began (a claim without a day is in no range). published_since, published_until: days of publication. killed: at least so many killed.
    confidence: at least. disputed: True, only disputed ones; False, only others. words: a search (see `search`).
    runs: ids of runs; then their readings are asked for, whether they count or not.
    """

    ids: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    voice: bool = False
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    near: Near | None = None
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    publisher: tuple[str, ...] = ()
    killed: int | None = None
    confidence: float | None = None
    disputed: bool | None = None
    documents: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()
    words: str | None = None


class Page(Struct, frozen=True):
    """How many at most (None: all), after how many, and whether from the last to the first."""

    limit: int | None = None
    offset: int = 0
    descending: bool = True

    def __post_init__(self) -> None:
        if (self.limit is not None and self.limit < 0) or self.offset < 0:
            raise BadQuery("a page cannot have less than no entries; give numbers from 0 up")


ALL = Page()
