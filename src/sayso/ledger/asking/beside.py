"""A sheet of events laid beside the ledger's incidents: which row is which incident, and where the two differ."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, Literal

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.asking.asking import kilometres
from sayso.ledger.asking.sheets import SheetRow
from sayso.ledger.folding import fold
from sayso.ledger.schema.claims import actor_names, claim_places, claims, participants, places
from sayso.ledger.schema.incidents import incidents

DAYS: Final = 1
KM: Final = 50.0
COMPARED: Final = ("ASSAULT", "PROTEST")
"""What such sheets hold."""

Agreement = Literal["agree", "differ", "silent"]


class Beside(Struct, frozen=True):
    """A row of the sheet and the incident that fits it best.

    row: None for an incident that no row fits; incident: None for a row that no incident fits.
    days, km: how far apart the two are; km is None where either has no point.
    day, place, killed, actors: do the two agree there? silent: one of them does not tell.
    ledger_*: what the ledger's claims tell.
    """

    row: SheetRow | None
    incident: str | None
    days: int | None = None
    km: float | None = None
    day: Agreement = "silent"
    place: Agreement = "silent"
    killed: Agreement = "silent"
    actors: Agreement = "silent"
    ledger_day: str | None = None
    ledger_place: str | None = None
    ledger_killed: tuple[int | None, int | None] = (None, None)
    ledger_actors: tuple[str, ...] = ()
    documents: int = 0


class _Told(Struct, frozen=True):
    """What the claims of an incident tell."""

    key: int
    id: str
    day: str
    day_to: str
    country: str | None
    killed: tuple[int | None, int | None]
    documents: int
    points: tuple[tuple[str, float, float], ...]
    names: tuple[str, ...]
    actors: tuple[str, ...]
    counts: tuple[tuple[int | None, int | None], ...]


def lay_beside(
    connection: Connection, rows: Sequence[SheetRow], *, days: int = DAYS, km: float = KM
) -> Iterator[Beside]:
    """Each row with the incident that fits it best, in the order of the sheet.

    Then follow the incidents of the sheet's days, assaults and protests, that no row fits.

    A row and an incident fit when their days are at most `days` apart, and their points at most `km`, or their places
    have one name; a row without a place fits by its country alone, and one without a day fits none.
    """
    countries = dict(
        connection.execute(sa.select(places.c.folded, places.c.country).where(places.c.kind == "country")).all()
    )
    met: set[int] = set()
    for row in rows:
        country = countries.get(fold(row.country)) if row.country else None
        fits = [
            (rank, told)
            for told in _candidates(connection, row.days, days)
            if (rank := _rank(row, told, country, km)) is not None
        ]
        if not fits:
            yield Beside(row, None)
            continue
        rank, told = min(fits, key=lambda fit: (fit[0], fit[1].id))
        met.add(told.key)
        yield _beside(row, told, rank)
    dated = [row.days for row in rows if row.days is not None]
    if dated:
        first = min(first for first, _ in dated).isoformat()
        last = max(last for _, last in dated).isoformat()
        i = incidents.c
        left = connection.execute(
            sa.select(i.key).where(i.claims > 0, i.day >= first, i.day <= last, i.type.in_(COMPARED))
            .order_by(i.day, i.key)
        ).scalars()  # fmt: skip
        for told in _told(connection, [key for key in left if key not in met]):
            yield Beside(None, told.id, ledger_day=told.day, ledger_place=_place(told), ledger_killed=told.killed,
                         ledger_actors=told.actors, documents=told.documents)  # fmt: skip


def _candidates(connection: Connection, dated: tuple[date, date] | None, days: int) -> list[_Told]:
    if dated is None:
        return []
    first, last = (dated[0] - timedelta(days)).isoformat(), (dated[1] + timedelta(days)).isoformat()
    i = incidents.c
    keys = connection.execute(
        sa.select(i.key).where(
            i.claims > 0, i.day > "", i.day <= last, sa.or_(i.day >= first, i.day_to >= first), i.type.in_(COMPARED)
        )
    ).scalars()
    return _told(connection, list(keys))


def _told(connection: Connection, keys: Sequence[int]) -> list[_Told]:
    found = []
    c = claims.c
    for row in connection.execute(sa.select(incidents).where(incidents.c.key.in_(keys)).order_by(incidents.c.key)):
        inside = sa.and_(c.incident == row.key, c.current == 1)
        where = connection.execute(
            sa.select(places.c.name, places.c.lat, places.c.lon, places.c.kind)
            .join(claim_places, claim_places.c.place == places.c.key)
            .join(claims, c.key == claim_places.c.claim)
            .where(inside)
            .distinct()
            .order_by(places.c.name)
        ).all()
        who = connection.execute(
            sa.select(actor_names.c.name)
            .join(participants, participants.c.actor == actor_names.c.actor)
            .join(claims, c.key == participants.c.claim)
            .where(inside)
            .distinct()
            .order_by(actor_names.c.name)
        ).scalars()
        counts = connection.execute(
            sa.select(c.killed_low, c.killed_high)
            .where(inside, sa.or_(c.killed_low.is_not(None), c.killed_high.is_not(None)))
            .distinct()
        ).all()
        points = tuple((one.name, one.lat, one.lon) for one in where if one.lat is not None and one.kind != "country")
        found.append(
            _Told(row.key, row.id, row.day, row.day_to, row.country, (row.killed_low, row.killed_high), row.documents,
                  points, tuple(one.name for one in where), tuple(who), tuple((low, high) for low, high in counts))
        )  # fmt: skip
    return found


def _rank(row: SheetRow, told: _Told, country: str | None, km: float) -> tuple[int, float, int] | None:
    """How well the two fit, smaller is better: days apart, kilometres apart, and fewer documents last."""
    apart = 0 if row.days is None else _days(row.days, told)
    away = _km(row, told)
    if away is not None:
        return (apart, away, -told.documents) if away <= km else None
    if row.place is not None and told.names:
        known = {fold(name) for name in told.names}
        return (apart, 0.0, -told.documents) if fold(row.place) in known else None
    if country is not None and told.country == country:
        return apart, km, -told.documents
    return None


def _days(dated: tuple[date, date], told: _Told) -> int:
    first = date.fromisoformat(told.day)
    last = date.fromisoformat(told.day_to) if told.day_to else first
    if first <= dated[1] and dated[0] <= last:
        return 0
    return min(abs((first - dated[1]).days), abs((dated[0] - last).days))


def _km(row: SheetRow, told: _Told) -> float | None:
    if row.lat is None or row.lon is None or not told.points:
        return None
    return min(kilometres(row.lat, row.lon, lat, lon) for _, lat, lon in told.points)


def _beside(row: SheetRow, told: _Told, rank: tuple[int, float, int]) -> Beside:
    away = _km(row, told)
    return Beside(
        row=row,
        incident=told.id,
        days=rank[0],
        km=None if away is None else round(away, 1),
        day="agree" if rank[0] == 0 else "differ",
        place=_place_agrees(row, told, away),
        killed=_killed_agrees(row, told),
        actors=_actors_agree(row, told),
        ledger_day=told.day,
        ledger_place=_place(told),
        ledger_killed=told.killed,
        ledger_actors=told.actors,
        documents=told.documents,
    )


def _place(told: _Told) -> str | None:
    return "; ".join(told.names) or None


def _place_agrees(row: SheetRow, told: _Told, away: float | None) -> Agreement:
    if row.place is not None and fold(row.place) in {fold(name) for name in told.names}:
        return "agree"
    if away is None:
        return "silent"
    return "agree" if away <= 10 else "differ"


def _killed_agrees(row: SheetRow, told: _Told) -> Agreement:
    known = [count for count in row.killed if count is not None]
    if not known or not told.counts:
        return "silent"
    meets = ((low is None or max(known) >= low) and (high is None or min(known) <= high) for low, high in told.counts)
    return "agree" if any(meets) else "differ"


def _actors_agree(row: SheetRow, told: _Told) -> Agreement:
    ours = {word for name in told.actors for word in fold(name).split() if len(word) > 3}
    theirs = {word for name in row.actors for word in fold(name).split() if len(word) > 3}
    if not ours or not theirs:
        return "silent"
    return "agree" if ours & theirs else "differ"
