"""Coarsening: places made no finer than a province, or than a cell of so many degrees, and their names taken out of the words.

Nobody shall be found by an export. What is coarsened tells no town, village or street, neither in a field nor in a quotation.
"""

import math
import re
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from sayso.errors import BadExport
from sayso.exporting.countries import country
from sayso.exporting.masking import Mask, opaque
from sayso.exporting.rows import Row, Where
from sayso.model import Ledger, Place, Precision, Toponym

DEGREES: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:deg|°)")
FINE: Final[frozenset[Precision]] = frozenset({"exact", "town", "district"})
WIDEST = 90.0
# A cell of half a degree is as wide as a large district; one of two degrees as a province.
DISTRICT_DEGREES = 0.5
PROVINCE_DEGREES = 2.0


class Grain(Struct, frozen=True):
    """How coarse: to cells of so many degrees, or (None) to first-level divisions."""

    degrees: float | None

    @classmethod
    def of(cls, given: str) -> "Grain":
        """The grain as an option gives it: "0.1deg" or "admin1". Raises BadExport for anything else."""
        if given == "admin1":
            return cls(None)
        match = DEGREES.fullmatch(given.strip())
        if match is None or not 0 < float(match[1]) <= WIDEST:
            raise BadExport(f'{given!r} is no grain; write cells as degrees, such as "0.1deg" or "1deg", or "admin1"')
        return cls(float(match[1]))

    @property
    def words(self) -> str:
        """As the option gives it."""
        return "admin1" if self.degrees is None else f"{self.degrees:g}deg"

    @property
    def precision(self) -> Precision:
        """How precise a place of this grain is at best."""
        if self.degrees is None or DISTRICT_DEGREES < self.degrees <= PROVINCE_DEGREES:
            return "province"
        return "district" if self.degrees <= DISTRICT_DEGREES else "country"


class Coarsening:
    """Makes the places of rows coarser, and counts what it changed."""

    def __init__(self, grain: Grain) -> None:
        self.grain = grain
        self.claims: list[str] = []
        self.places = 0
        self.names = 0

    def mask(self, ledger: Ledger) -> Mask:
        """What takes the names of a document's fine places out of words."""
        names: dict[str, str] = {}
        for toponym in ledger.places:
            instead = self._instead(toponym)
            if instead is not None:
                names[toponym.name] = instead
                names |= {place.name: instead for place in (toponym.place, toponym.part) if place is not None}
        return Mask(names, lambda name: f"{name[:16]}-{opaque(name)}", loose=True)

    def row(self, row: Row, mask: Mask) -> Row:
        """The row with coarse places, and no name of a fine one."""
        before = mask.replaced
        places = [where for where in (row.where, *row.others) if where is not None]
        found = mask.row(replace(row, contests=tuple(replace(one, note="") for one in row.contests)))
        found = replace(
            found,
            where=None if row.where is None else self.place(row.where, mask),
            others=tuple(dict.fromkeys(self.place(one, mask) for one in row.others)),
        )
        fine = sum(1 for where in places if self._too_fine(where))
        self.places += fine
        self.names += mask.replaced - before
        if fine or mask.replaced > before:
            self.claims.append(row.id)
        return found

    def place(self, where: Where, mask: Mask) -> Where:
        """A place made coarse; one that is coarse already stays."""
        words = mask.words(where.words) if where.words is not None else None
        if not self._too_fine(where):
            return replace(where, words=words)
        around = replace(_around(where), words=words)
        side = self.grain.degrees
        if side is None or where.lat is None or where.lon is None:
            return around
        return replace(
            around,
            lat=_middle(where.lat, side, 90.0),
            lon=_middle(where.lon, side, 180.0),
            precision=self.grain.precision,
            cell=side,
        )

    def _too_fine(self, where: Where) -> bool:
        """Is a place more precise than the grain, or not known how precise?"""
        wide = self.grain.degrees is not None and self.grain.degrees > PROVINCE_DEGREES
        return where.precision is None or where.precision in FINE or (wide and where.precision == "province")

    def _instead(self, toponym: Toponym) -> str | None:
        """What stands for a name of a place in words; None where the place is coarse, or is called like what it lies in."""
        place = toponym.place
        if place is None:
            return None if toponym.demonym else "[a place]"
        if place.precision not in FINE:
            return None
        wider = _wider(place)
        if wider is None:
            return "[a place]"
        return None if wider.casefold() in (place.name.casefold(), toponym.name.casefold()) else f"[a place in {wider}]"


def _wider(place: Place | Where) -> str | None:
    """The division that a place lies in, or else the country."""
    if place.admin1:
        return place.admin1
    found = country(place.country)
    return None if found is None else found.name


def _around(where: Where) -> Where:
    """What a place lies in: the division, or else the country, without a point."""
    if where.admin1:
        return Where(where.admin1, None, "admin1", "province", None, None, None, where.country, where.admin1)
    found = country(where.country)
    if found is not None:
        return Where(found.name, None, "country", "country", None, None, None, where.country)
    return Where("a place", None, where.kind, "region")


def _middle(degrees: float, side: float, most: float) -> float:
    """The middle of the cell that a coordinate lies in, cells counted from 0."""
    cell = math.floor(degrees / side)
    return round(max(-most, min(most, (cell + 0.5) * side)), 6)
