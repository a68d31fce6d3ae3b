"""Where the claims that fit a filter are put, and on which days: what a map draws."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, Final

from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.asking.telling import place_records
from sayso.ledger.filters import ClaimFilter
from sayso.ledger.overviews.sampling import sample
from sayso.ledger.records import PlaceRecord
from sayso.ledger.schema.claims import claims
from sayso.model import Count

PLACES: Final = 2_000
MOST: Final = 20_000
ENOUGH: Final = 7_000


class MapPlace(Struct, frozen=True):
    """A place with the claims that are put there first of all.

    killed: the lowest and highest number that any of them gives, None where none gives one. types: how many of each type.
    """

    place: PlaceRecord
    claims: int
    killed: Count | None
    types: dict[str, int]


class DayCount(Struct, frozen=True):
    """How many claims happen, or begin, on a day (YYYY-MM-DD)."""

    day: str
    claims: int


class Mapped(Struct, frozen=True):
    """places: those of most claims, most first; places_left: how many more there are. days: in their order.

    total: claims that fit; unplaced: those of them without a place. exact: False, all are estimates (see `sampling`), and
    places of very few claims may be missing.
    """

    places: tuple[MapPlace, ...]
    days: tuple[DayCount, ...]
    total: int
    unplaced: int
    places_left: int
    exact: bool


def mapped(connection: Connection, asked: ClaimFilter, places: int = PLACES) -> Mapped:
    """Where the claims that fit are put, and when. places: at most so many. Raises BadQuery."""
    c = claims.c
    found = sample(connection, asked, (c.place, c.type, c.day, c.killed_low, c.killed_high), most=MOST, enough=ENOUGH)
    put: dict[int, list[Any]] = defaultdict(list)
    for row in found.rows:
        if row.place is not None:
            put[row.place].append(row)
    chosen = sorted(put, key=lambda key: (-len(put[key]), key))[:places]
    known = place_records(connection, chosen)
    days = Counter(row.day for row in found.rows if row.day)
    return Mapped(
        places=tuple(_place(known[key], put[key], found.step) for key in chosen),
        days=tuple(DayCount(day, found.step * many) for day, many in sorted(days.items())),
        total=found.total,
        unplaced=found.step * sum(row.place is None for row in found.rows),
        places_left=len(put) - len(chosen),
        exact=found.exact,
    )


def _place(place: PlaceRecord, rows: list[Any], step: int) -> MapPlace:
    types = Counter(row.type for row in rows)
    return MapPlace(
        place, step * len(rows), killed_in(rows), {name: step * many for name, many in sorted(types.items())}
    )


def killed_in(rows: Iterable[Any]) -> Count | None:
    """The lowest and highest number of killed that any of the claims gives; None where none gives one."""
    given = [count for row in rows for count in (row.killed_low, row.killed_high) if count is not None]
    return Count(min(given), max(given)) if given else None
