"""From a filter to the conditions of a query over claims."""

import json
import math
import re
from collections.abc import Iterable
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.sql.expression import ColumnElement

from sayso.errors import BadQuery
from sayso.ledger.asking.searching import matching
from sayso.ledger.filters import ClaimFilter, Near
from sayso.ledger.folding import fold
from sayso.ledger.keys import named
from sayso.ledger.schema.claims import actor_names, actors, claim_places, claims, participants, places
from sayso.ledger.schema.incidents import incidents
from sayso.ledger.schema.texts import documents, readings, runs
from sayso.ledger.writing.actor_judging import together

CURRENT: Final = sa.literal_column("claims.current") == sa.literal_column("1")
"""Written out, so that the partial indexes are found."""

POINTS: Final = ("exact", "town", "district")
"""Places whose point says where something was; the middle of a country does not."""

FREQUENT: Final = 10_000
KM_A_DEGREE: Final = 111.2
EARTH_KM: Final = 6371.0
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def among(connection: Connection, column: ColumnElement[Any], keys: Iterable[int]) -> ColumnElement[bool]:
    """The condition that a column holds one of any number of keys."""
    wanted = sorted(set(keys))
    if len(wanted) <= 100:
        return column.in_(wanted)
    if connection.dialect.name == "sqlite":
        listed = sa.func.json_each(json.dumps(wanted)).table_valued("value")
        return column.in_(sa.select(listed.c.value))
    return column == sa.any_(sa.literal(wanted, sa.ARRAY(sa.BigInteger)))


def conditions(connection: Connection, asked: ClaimFilter) -> list[ColumnElement[bool]]:
    """The conditions under which a claim fits a filter. Raises BadQuery for a day or a search that is none."""
    c = claims.c
    found: list[ColumnElement[bool]] = list(_about_readings(asked))
    for column, values in ( (c.type, asked.type), (c.mode, asked.mode), (c.factuality, asked.factuality),
                           (c.country, asked.country), (c.publisher, asked.publisher)):  # fmt: skip
        if values:
            found.append(column == values[0] if len(values) == 1 else column.in_(values))
    if asked.ids:
        found.append(named(c.id, asked.ids))
    found += _about_actors(connection, asked)
    found += _about_places(connection, asked)
    found += _about_days(asked)
    if asked.killed is not None:
        found.append(c.killed_low >= asked.killed)
    if asked.confidence is not None:
        found.append(c.confidence >= asked.confidence)
    if asked.disputed is not None:
        found.append(_disputed(asked.disputed, alone=len(found) == 1))
    if asked.words is not None:
        found.append(c.key.in_(matching(connection, "search_claims", asked.words)))
    return found


def _disputed(wanted: bool, *, alone: bool) -> ColumnElement[bool]:
    """Few claims are disputed: beside other filters, it is best to begin with those."""
    there = sa.literal_column("claims.disputed") == sa.literal_column(str(int(wanted)))
    if alone or not wanted:
        return there
    one = claims.alias("pulled")
    few = (
        sa.select(one.c.key)
        .where(
            sa.literal_column("pulled.current") == sa.literal_column("1"),
            sa.literal_column("pulled.disputed") == sa.literal_column("1"),
        )
        .with_hint(one, "INDEXED BY ix_claims_disputed", "sqlite")
    )
    return sa.and_(there, claims.c.key.in_(few))


def _about_readings(asked: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    c = claims.c
    if asked.runs:
        wanted = sa.select(readings.c.key).join(runs, runs.c.key == readings.c.run).where(named(runs.c.id, asked.runs))
        yield c.reading.in_(wanted)
    else:
        yield CURRENT
    if asked.documents:
        wanted = (
            sa.select(readings.c.key)
            .join(documents, documents.c.key == readings.c.document)
            .where(named(documents.c.id, asked.documents))
        )
        yield c.reading.in_(wanted)
    if asked.incidents:
        yield c.incident.in_(sa.select(incidents.c.key).where(named(incidents.c.id, asked.incidents)))


def actor_keys(connection: Connection, names: Iterable[str]) -> list[int]:
    """The keys of the actors with these codes, ids or names (in any case, with or without accents), and of those merged with them."""
    wanted = list(names)
    folded = [one for name in wanted if (one := fold(name))]
    by_code = sa.select(actors.c.key).where(actors.c.code.in_(wanted) | actors.c.id.in_(wanted))
    by_name = sa.select(actor_names.c.actor).where(actor_names.c.folded.in_(folded))
    found = set(connection.execute(by_code).scalars()) | set(connection.execute(by_name).scalars())
    return sorted({key for group in together(connection, found).values() for key in group})


def frequent(connection: Connection, table: sa.Table, keys: Iterable[int]) -> bool:
    """Are these actors or places in so many claims that it is better to go through the claims than through theirs?"""
    told = sa.select(sa.func.sum(table.c.claims)).where(among(connection, table.c.key, keys))
    return (connection.execute(told).scalar() or 0) > FREQUENT


def _among_claims(table: sa.Table, condition: ColumnElement[bool], often: bool) -> ColumnElement[bool]:
    """The condition that a claim has a row in a table of participants or places."""
    if often:
        return sa.exists().where(table.c.claim == claims.c.key, condition)
    return claims.c.key.in_(sa.select(table.c.claim).where(condition))


def _about_actors(connection: Connection, asked: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    c, part = claims.c, participants.c
    for role, names in (("agent", asked.who), ("patient", asked.whom)):
        if names:
            keys = actor_keys(connection, names)
            acting = sa.and_(among(connection, part.actor, keys), part.role == sa.literal_column(f"'{role}'"))
            yield _among_claims(participants, acting, frequent(connection, actors, keys))
    if asked.holder:
        yield among(connection, c.holder_actor, actor_keys(connection, asked.holder))
    if asked.voice:
        yield c.holder.is_(None)


def place_keys(connection: Connection, names: Iterable[str]) -> list[int]:
    """The keys of the places with these names, GeoNames ids or ids."""
    wanted = list(names)
    numbers = [int(name) for name in wanted if name.isdecimal()]
    folded = [one for name in wanted if (one := fold(name))]
    found = connection.execute(
        sa.select(places.c.key).where(
            places.c.folded.in_(folded) | places.c.geonameid.in_(numbers) | places.c.id.in_(wanted)
        )
    )
    return sorted(found.scalars())


def near_keys(connection: Connection, near: Near) -> list[int]:
    """The keys of the places (towns, sites, districts) within a circle."""
    p = places.c
    up = near.km / KM_A_DEGREE
    aside = up / max(0.01, math.cos(math.radians(min(89.0, abs(near.lat) + up))))
    box: list[ColumnElement[bool]] = [p.lat.between(near.lat - up, near.lat + up), p.precision.in_(POINTS)]
    west, east = near.lon - aside, near.lon + aside
    if aside < 180:
        sides: list[ColumnElement[bool]] = [p.lon.between(west, east)]
        sides += [p.lon >= west + 360] if west < -180 else []
        sides += [p.lon <= east - 360] if east > 180 else []
        box.append(sa.or_(*sides))
    rows = connection.execute(sa.select(p.key, p.lat, p.lon).where(*box))
    return [row.key for row in rows if kilometres(near.lat, near.lon, row.lat, row.lon) <= near.km]


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points in degrees."""
    one, other = math.radians(lat), math.radians(other_lat)
    chord = (
        math.sin((other - one) / 2) ** 2
        + math.cos(one) * math.cos(other) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def _about_places(connection: Connection, asked: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    where = claim_places.c
    groups = [place_keys(connection, asked.place)] if asked.place else []
    groups += [near_keys(connection, asked.near)] if asked.near is not None else []
    for keys in groups:
        put = among(connection, where.place, keys)
        yield _among_claims(claim_places, put, frequent(connection, places, keys))


def _about_days(asked: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    c = claims.c
    for day in (asked.since, asked.until, asked.published_since, asked.published_until):
        if day is not None and DAY.fullmatch(day) is None:
            raise BadQuery(f"{day!r} is no day; write it as YYYY-MM-DD")
    if asked.since is not None:
        yield c.day >= asked.since
    if asked.until is not None:
        yield c.day <= asked.until
    if asked.since is None and asked.until is not None:
        yield c.day > ""
    if asked.published_since is not None:
        yield c.published_day >= asked.published_since
    if asked.published_until is not None:
        yield c.published_day <= asked.published_until
    if asked.published_since is None and asked.published_until is not None:
        yield c.published_day > ""
