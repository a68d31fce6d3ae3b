"""When the claims that fit a filter happen: how many in each decade, year, month, day or hour."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any, Final, Literal

from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import BadQuery
from sayso.ledger.days import OPEN_END
from sayso.ledger.filters import ClaimFilter
from sayso.ledger.overviews.sampling import sample
from sayso.ledger.schema.claims import claims

Scale = Literal["decade", "year", "month", "day", "hour"]
Lanes = Literal["factuality", "type", "mode", "country"]

MOST: Final = 20_000
ENOUGH: Final = 3_500
BUCKETS: Final = 5_000
HOUR: Final = re.compile(r"T(\d{2})")


class Bucket(Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """A decade, year, month or day from its first day to its last (YYYY-MM-DD), or an hour (YYYY-MM-DDTHH, twice).

    claims: those that happen, or begin and end, within it. disputed: of these. vague: those that may lie in it: told with
    a longer time, of which it is a part. by: its claims by the values of the field that was asked for.
    """

    start: str
    end: str
    claims: int
    disputed: int
    vague: int
    by: dict[str, int] = {}  # msgspec gives each its own


class Timeline(Struct, frozen=True):
    """buckets: those with a claim, in their order. undated: claims that tell no day. exact: False, all are estimates."""

    buckets: tuple[Bucket, ...]
    total: int
    undated: int
    exact: bool


def timeline(connection: Connection, asked: ClaimFilter, scale: Scale = "month", by: Lanes | None = None) -> Timeline:
    """When the claims that fit happen. Raises BadQuery for more buckets than can be told."""
    c = claims.c
    lane = c[by] if by is not None else c.type
    found = sample(
        connection, asked, (c.day, c.day_to, c.edtf, c.disputed, lane.label("lane")), most=MOST, enough=ENOUGH
    )
    within: dict[int, list[Any]] = defaultdict(list)
    edges: Counter[int] = Counter()
    for row in found.rows:
        if row.day:
            first, last = _span(row, scale)
            if first == last:
                within[first].append(row)
            else:
                edges[first] += 1
                edges[last + 1] -= 1
    buckets = []
    for number, vague in _vague(within, edges):
        rows = within.get(number, [])
        start, end = _named(number, scale)
        lanes = Counter(str(row.lane) for row in rows if row.lane is not None) if by is not None else Counter[str]()
        buckets.append(
            Bucket(
                start, end, found.step * len(rows), found.step * sum(row.disputed for row in rows), found.step * vague,
                {name: found.step * many for name, many in sorted(lanes.items())},
            )
        )  # fmt: skip
    undated = found.step * sum(not row.day for row in found.rows)
    return Timeline(tuple(buckets), found.total, undated, found.exact)


def _vague(within: dict[int, list[Any]], edges: Counter[int]) -> list[tuple[int, int]]:
    """The buckets to be told, each with how many claims may lie in it.

    Where those that only may hold a claim are too many, they are left out. Raises BadQuery where the others are too many.
    """
    found: dict[int, int] = {}
    turns = sorted(edges)
    many = 0
    for turn, following in zip(turns, [*turns[1:], *turns[-1:]], strict=True):
        many += edges[turn]
        if many and following - turn <= BUCKETS:
            found |= dict.fromkeys(range(turn, following), many)
        elif many:
            found |= {number: many for number in within if turn <= number < following}
    if len(found.keys() | within.keys()) > BUCKETS:
        found = {number: vague for number, vague in found.items() if number in within}
    if len(within) > BUCKETS:
        raise BadQuery(f"the claims fall into {len(within):,} parts of this scale; choose a coarser one or fewer days")
    return sorted((number, found.get(number, 0)) for number in found.keys() | within.keys())


def _span(row: Any, scale: Scale) -> tuple[int, int]:
    """The first and the last bucket in which a claim may lie; an open end counts for its beginning."""
    ends = (row.day, row.day if row.day_to in ("", OPEN_END) else row.day_to)
    if scale == "hour":
        first, last = (24 * date.fromisoformat(day).toordinal() for day in ends)
        hours = [int(hour) for hour in HOUR.findall(row.edtf or "")]
        if hours:
            return first + hours[0], max(first + hours[0], last + hours[-1])
        return first, last + 23
    first, last = (_number(day, scale) for day in ends)
    return first, max(first, last)


def _number(day: str, scale: Scale) -> int:
    year, month = int(day[:4]), int(day[5:7])
    if scale == "decade":
        return year // 10
    if scale == "year":
        return year
    return 12 * year + month - 1 if scale == "month" else date.fromisoformat(day).toordinal()


def _named(number: int, scale: Scale) -> tuple[str, str]:
    """The first and the last day of a bucket; of an hour, the hour twice."""
    if scale == "hour":
        name = f"{date.fromordinal(number // 24).isoformat()}T{number % 24:02}"
        return name, name
    if scale == "day":
        name = date.fromordinal(number).isoformat()
        return name, name
    if scale == "month":
        first = date(number // 12, number % 12 + 1, 1)
        last = (first + timedelta(31)).replace(day=1) - timedelta(1)
        return first.isoformat(), last.isoformat()
    years = (number * 10, number * 10 + 9) if scale == "decade" else (number, number)
    return f"{years[0]:04}-01-01", f"{years[1]:04}-12-31"
