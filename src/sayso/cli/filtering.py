"""Filters that several commands over a ledger share."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import BadQuery

if TYPE_CHECKING:
    from sayso.ledger import Near, Store

Countries = Annotated[list[str] | None, typer.Option("--country", metavar="CC", help="ISO 3166 alpha-2, such as SY.")]
Publishers = Annotated[list[str] | None, typer.Option("--publisher", metavar="NAME", help="The outlet.")]
NearPlace = Annotated[
    str | None, typer.Option("--near", metavar="PLACE|LAT,LON", help="Within --within kilometres of a place or point.")
]
Within = Annotated[float, typer.Option("--within", metavar="KM", help="The radius of --near.")]
Since = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="On that day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="On that day or earlier.")]

POINT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*")


def several(values: list[str] | None) -> tuple[str, ...]:
    """The values of an option that may be given more than once."""
    return tuple(values or ())


def codes(values: list[str] | None) -> tuple[str, ...]:
    """The values of an option that may be given more than once and whose values are codes, in capitals."""
    return tuple(one.upper() for one in several(values))


def circle(store: "Store", near: str | None, within: float) -> "Near | None":
    """The circle around a point, or around the place of that name with most claims. Raises BadQuery for no such place."""
    from sayso.ledger import Near, Page, PlaceFilter  # noqa: PLC0415  # keeps `sayso --help` quick

    if near is None:
        return None
    match = POINT.fullmatch(near)
    if match is not None:
        return Near(float(match[1]), float(match[2]), within)
    found = next((one.place for one in store.places(PlaceFilter(name=(near,)), page=Page(limit=1))), None)
    if found is None or found.lat is None or found.lon is None:
        raise BadQuery(f"the ledger has no place named {near!r} with a point; give --near LAT,LON instead")
    return Near(found.lat, found.lon, within)
