"""GeoJSON (RFC 7946): one Feature a row, its place as a point, or as a polygon where it is an area whose borders are known.

Areas with borders are countries and the cells of coarsened places. Of a province, district or region the gazetteer knows a
representative point alone: it stays a point, and `precision` says what it stands for. A claim without a place has the geometry
null.
"""

import math
from collections.abc import Iterable
from functools import cache
from typing import BinaryIO, Final

import msgspec

from sayso.exporting.about import About
from sayso.exporting.claims_table import columns_of
from sayso.exporting.countries import country
from sayso.exporting.rows import Row, Where

Json = dict[str, object]
Ring = list[list[float]]

# The point stands in the geometry.
NOT_IN_PROPERTIES: Final = frozenset({"latitude", "longitude"})
POLYGONS: Final = ("Polygon", "MultiPolygon")


def feature(row: Row, about: About) -> Json:
    """The Feature of a row: properties are the columns of CSV, those that are told."""
    values = ((column.name, column.value(row)) for column in columns_of(about) if column.name not in NOT_IN_PROPERTIES)
    return {
        "type": "Feature",
        "id": row.id,
        "geometry": geometry(row.where),
        "properties": {name: value for name, value in values if value is not None},
    }


def geometry(where: Where | None) -> Json | None:
    """The geometry of a place; None, as RFC 7946 says it, where it has none."""
    if where is None:
        return None
    if where.kind == "country" and where.country is not None and (border := _border(where.country)) is not None:
        return border
    if where.lat is None or where.lon is None:
        return None
    if where.cell is not None:
        return {"type": "Polygon", "coordinates": [_square(where.lat, where.lon, where.cell)]}
    return {"type": "Point", "coordinates": [where.lon, where.lat]}


def _square(lat: float, lon: float, side: float) -> Ring:
    """A cell around its middle, counter-clockwise from the south-west corner, kept on the map."""
    half = side / 2
    west, east = max(-180.0, lon - half), min(180.0, lon + half)
    south, north = max(-90.0, lat - half), min(90.0, lat + half)
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return [[round(x, 9), round(y, 9)] for x, y in corners]


@cache
def _border(alpha2: str) -> Json | None:
    """The coarse border of a country, outer rings counter-clockwise and holes clockwise; None where none is known."""
    from countryinfo import CountryInfo  # noqa: PLC0415  # loads the borders of every country

    found = country(alpha2)
    if found is None:
        return None
    try:
        shape = CountryInfo(found.name).geo_json()["features"][0]["geometry"]
    except (KeyError, IndexError, TypeError):
        return None
    if shape["type"] not in POLYGONS:
        return None
    if shape["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": _wound(shape["coordinates"])}
    return {"type": "MultiPolygon", "coordinates": [_wound(polygon) for polygon in shape["coordinates"]]}


def _wound(polygon: list[Ring]) -> list[Ring]:
    return [
        ring if (_area(ring) >= 0) == (number == 0) else ring[::-1]
        for number, ring in enumerate(polygon)
    ]  # fmt: skip


def _area(ring: Ring) -> float:
    """The signed area of a ring; positive where it runs counter-clockwise."""
    return math.fsum(
        one[0] * other[1] - other[0] * one[1] for one, other in zip(ring, [*ring[1:], ring[0]], strict=True)
    )


def write_geojson(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """A FeatureCollection, one Feature a line; the notes of the export are its member `sayso`."""
    encoder = msgspec.json.Encoder()
    head = encoder.encode({"type": "FeatureCollection", "sayso": about.notes})
    out.write(head[:-1] + b',"features":[')
    out.writelines(
        (b",\n" if number else b"\n") + encoder.encode(feature(row, about)) for number, row in enumerate(rows)
    )
    out.write(b"\n]}\n")
