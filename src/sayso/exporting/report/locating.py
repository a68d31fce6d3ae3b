"""The little map of a report: borders of the countries and points of the places, as paths of an SVG."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from sayso.exporting.geojson import geometry
from sayso.exporting.rows import Row, Where

WIDTH: Final = 560.0
TALLEST: Final = 420.0
SHORTEST: Final = 200.0
MARGIN: Final = 14.0
# Of a country as wide as Russia only the part around the places is drawn.
WIDEST_DEGREES: Final = 24.0
AROUND_DEGREES: Final = 6.0
LABEL_ROOM: Final = 150.0
Point = tuple[float, float]
Box = tuple[float, float, float, float]


class Dot(Struct, frozen=True):
    """A place on the map, in its units. side: of a cell, else 0. left: whether the label stands to the left."""

    name: str
    x: float
    y: float
    side: float
    left: bool


class Map(Struct, frozen=True):
    """Width and height of the picture, the borders as SVG path data, the places, and what it shows, in words."""

    width: float
    height: float
    borders: tuple[str, ...]
    dots: tuple[Dot, ...]
    words: str


def locate(rows: Iterable[Row]) -> Map | None:
    """The map of the rows' places; None where no place has a point."""
    places = {
        (where.name, where.lat, where.lon): where
        for row in rows
        for where in (row.where, *row.others)
        if where is not None and where.lat is not None and where.lon is not None and where.kind != "country"
    }
    if not places:
        return None
    countries = sorted({where.country for where in places.values() if where.country})
    rings = [ring for country in countries for ring in _rings(country)]
    spots = [(where.lon or 0.0, where.lat or 0.0) for where in places.values()]
    frame = _Frame(_box(rings, spots))
    dots = tuple(
        Dot(where.name, *frame.at((where.lon or 0.0, where.lat or 0.0)), frame.length(where.cell or 0.0), left=False)
        for where in places.values()
    )
    return Map(
        width=WIDTH,
        height=frame.height,
        borders=tuple(frame.path(ring) for ring in rings),
        dots=tuple(Dot(one.name, one.x, one.y, one.side, left=one.x > WIDTH - LABEL_ROOM) for one in _spread(dots)),
        words=f"Map: {', '.join(one.name for one in dots)}",
    )


def _rings(country: str) -> Iterator[Sequence[Point]]:
    """The outer borders of a country."""
    shape = geometry(Where("", kind="country", country=country))
    if shape is None:
        return
    coordinates = shape["coordinates"]
    assert isinstance(coordinates, list)
    for polygon in [coordinates] if shape["type"] == "Polygon" else coordinates:
        yield [(point[0], point[1]) for point in polygon[0]]


def _box(rings: Iterable[Sequence[Point]], spots: Sequence[Point]) -> Box:
    """What is drawn: the countries, or of wide ones the part around the places."""
    west, south, east, north = (
        min(x for x, _ in spots), min(y for _, y in spots), max(x for x, _ in spots), max(y for _, y in spots)
    )  # fmt: skip
    points = [point for ring in rings for point in ring]
    if points:
        whole = (
            min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
        )  # fmt: skip
        if max(whole[2] - whole[0], whole[3] - whole[1]) <= WIDEST_DEGREES:
            return min(west, whole[0]), min(south, whole[1]), max(east, whole[2]), max(north, whole[3])
    return west - AROUND_DEGREES, south - AROUND_DEGREES / 2, east + AROUND_DEGREES, north + AROUND_DEGREES / 2


class _Frame:
    """An equirectangular picture of a box, true to scale at its middle."""

    def __init__(self, box: Box) -> None:
        self.west, south, east, self.north = box
        self.shrink = max(0.1, math.cos(math.radians((south + self.north) / 2)))
        wide, tall = max(0.5, (east - self.west) * self.shrink), max(0.5, self.north - south)
        room = WIDTH - 2 * MARGIN
        self.scale = min(room / wide, (TALLEST - 2 * MARGIN) / tall)
        self.height = round(max(SHORTEST, tall * self.scale + 2 * MARGIN), 1)
        self.left = (WIDTH - wide * self.scale) / 2
        self.top = (self.height - tall * self.scale) / 2

    def at(self, point: Point) -> Point:
        """Where a longitude and latitude stands."""
        x = self.left + (point[0] - self.west) * self.shrink * self.scale
        y = self.top + (self.north - point[1]) * self.scale
        return round(x, 1), round(y, 1)

    def length(self, degrees: float) -> float:
        """How long so many degrees of latitude are."""
        return round(degrees * self.scale, 1)

    def path(self, ring: Sequence[Point]) -> str:
        """A border as path data."""
        return "M" + "L".join(f"{x},{y}" for x, y in map(self.at, ring)) + "Z"


def _spread(dots: Sequence[Dot]) -> Iterator[Dot]:
    """The dots, of those that lie on one another the first alone."""
    seen: list[Dot] = []
    for dot in dots:
        if all(math.dist((dot.x, dot.y), (one.x, one.y)) > MARGIN for one in seen):
            seen.append(dot)
            yield dot
