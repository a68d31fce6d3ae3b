"""What the gazetteer is compiled from: one row for each place, whatever source it came from."""

from enum import IntEnum

from msgspec import Struct

from sayso.model import PlaceKind, Precision

KINDS: tuple[PlaceKind, ...] = ("city", "admin1", "admin2", "country", "region", "facility", "water", "other")
PRECISIONS: tuple[Precision, ...] = ("exact", "town", "district", "province", "country", "region")
OF_KIND: dict[PlaceKind, Precision] = {
    "city": "town", "admin1": "province", "admin2": "district", "country": "country",
    "region": "region", "facility": "exact", "water": "region", "other": "region",
}  # fmt: skip


class Match(IntEnum):
    """How a name belongs to its place.

    MAIN: the name itself; ALIAS: another name that the sources give; DERIVED: cut from a name ("Anderson" from
    "Anderson County"); DEMONYM: its people or adjective; SKELETON: the levelled transliteration.
    """

    MAIN = 0
    ALIAS = 1
    DERIVED = 2
    DEMONYM = 3
    SKELETON = 4


class Row(Struct):
    """A place to be compiled.

    key: what other rows point to it by (parents): "C:SY" countries, "S:42722" subdivisions, "" for what has no children.
    names: the names under which it is found, each with its Match; the display name is `name`.
    parent1, parent2: keys of its first- and second-level divisions. fame: how many names the sources know it by.
    """

    name: str
    kind: PlaceKind
    names: list[tuple[str, Match]]
    key: str = ""
    precision: Precision | None = None
    geonameid: int = 0
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    parent1: str = ""
    parent2: str = ""
    population: int = 0
    fame: int = 0
