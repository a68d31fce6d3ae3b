"""Actors, places and incidents that fit a question."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import NotInLedger
from sayso.ledger.asking.asking import actor_keys, among, near_keys, place_keys
from sayso.ledger.asking.cursors import Order
from sayso.ledger.asking.telling import MANY, actor_records, place_records
from sayso.ledger.canon import loads
from sayso.ledger.filters import ActorOrder, IncidentOrder, Near, Page
from sayso.ledger.folding import fold
from sayso.ledger.keys import named, whole_id
from sayso.ledger.nouns import Judgement
from sayso.ledger.paging import paged, rows_of
from sayso.ledger.records import ActorRecord, IncidentRecord, PlaceRecord
from sayso.ledger.schema.actors import actor_forwards
from sayso.ledger.schema.claims import actor_names, actors, claims, places
from sayso.ledger.schema.incidents import incidents, judgements, memberships

FARTHEST: Final = 1_000


class ActorFilter(Struct, frozen=True, kw_only=True):
    """Which actors are asked for.

    name: codes, ids or names. words: with which one of its names, or a word in it, begins. known: True, only actors of the
    registry; False, others.
    """

    name: tuple[str, ...] = ()
    words: str | None = None
    kind: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    known: bool | None = None


class PlaceFilter(Struct, frozen=True, kw_only=True):
    """Which places are asked for. name: names or GeoNames ids."""

    name: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    near: Near | None = None


class IncidentFilter(Struct, frozen=True, kw_only=True):
    """Which incidents are asked for. since, until: YYYY-MM-DD. documents: from at least so many. killed: at least."""

    ids: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    documents: int | None = None
    killed: int | None = None
    disputed: bool | None = None


def find_actors(connection: Connection, asked: ActorFilter, order: ActorOrder, page: Page) -> Iterator[ActorRecord]:
    """The actors that fit and are named now, those with most claims (or documents) first."""
    a = actors.c
    here = sa.or_(a.documents > 0, a.key.in_(sa.select(actor_forwards.c.forward)))
    statement = sa.select(a.key).where(here, a.key.not_in(sa.select(actor_forwards.c.actor)))
    if asked.name:
        statement = statement.where(among(connection, a.key, actor_keys(connection, asked.name)))
    if asked.words is not None:
        folded = fold(asked.words)
        names = actor_names.c
        begins = names.folded.startswith(folded, autoescape=True) | names.folded.contains(f" {folded}", autoescape=True)
        statement = statement.where(a.key.in_(sa.select(names.actor).where(begins)) | (a.code == asked.words.upper()))
    for column, values in ((a.kind, asked.kind), (a.country, asked.country), (a.sector, asked.sector)):
        if values:
            statement = statement.where(column.in_(values))
    if asked.known is not None:
        statement = statement.where(a.registry.is_not(None) if asked.known else a.registry.is_(None))
    statement = _ordered(statement, a.claims if order == "claims" else a.documents, a.key, page)
    for keys in _many(connection, statement):
        found = actor_records(connection, keys)
        yield from (found[key] for key in keys)


def one_actor(connection: Connection, name: str, where: str) -> str:
    """The id of the one actor with this id (or its beginning), code or name; of merged ones, as named. Raises NotInLedger."""
    a = actors.c
    for fitting in (named(a.id, [name]), a.code == name, a.key.in_(actor_keys(connection, [name]))):
        found = connection.execute(sa.select(a.id).where(fitting).limit(2)).scalars().all()
        if len(found) == 1:
            return str(found[0])
        if found:
            raise NotInLedger(
                where, f"several actors are {name!r}; give the id of one (`sayso actors {name!r} --json`)"
            )
    raise NotInLedger(where, f"there is no actor {name!r}")


def find_places(connection: Connection, asked: PlaceFilter, order: ActorOrder, page: Page) -> Iterator[PlaceRecord]:
    """The places that fit and are named now, those with most claims (or documents) first."""
    p = places.c
    statement = sa.select(p.key).where(p.documents > 0)
    if asked.name:
        statement = statement.where(among(connection, p.key, place_keys(connection, asked.name)))
    if asked.near is not None:
        statement = statement.where(among(connection, p.key, near_keys(connection, asked.near)))
    for column, values in ((p.kind, asked.kind), (p.country, asked.country)):
        if values:
            statement = statement.where(column.in_(values))
    statement = _ordered(statement, p.claims if order == "claims" else p.documents, p.key, page)
    for keys in _many(connection, statement):
        found = place_records(connection, keys)
        yield from (found[key] for key in keys)


def _ordered(statement: sa.Select[Any], first: Any, second: Any, page: Page) -> sa.Select[Any]:
    order = (first.desc(), second.desc()) if page.descending else (first.asc(), second.asc())
    return paged(statement.order_by(*order), page)


def _many(connection: Connection, statement: sa.Select[Any]) -> Iterator[list[int]]:
    for rows in connection.execute(statement).partitions(MANY):
        yield [row.key for row in rows]


def _incidents() -> sa.Select[Any]:
    target = incidents.alias("target")
    return sa.select(incidents, target.c.id.label("forward_id")).outerjoin(target, target.c.key == incidents.c.forward)


def find_incidents(
    connection: Connection, asked: IncidentFilter, order: IncidentOrder, page: Page
) -> Iterator[IncidentRecord]:
    """The incidents that fit and have a current claim, the latest (or most reported) first."""
    statement = paged(_order(order, descending=page.descending).sorted(_fitting(asked, order)), page)
    for row in rows_of(connection, statement):
        yield _incident(row)


def incidents_after(
    connection: Connection,
    asked: IncidentFilter,
    order: IncidentOrder,
    limit: int,
    cursor: str | None,
    *,
    descending: bool,
) -> tuple[Sequence[IncidentRecord], str | None]:
    """At most so many incidents that fit, after a cursor; and the cursor of the next. Raises BadQuery."""
    rows, following = _order(order, descending=descending).page(connection, _fitting(asked, order), limit, cursor)
    return [_incident(row) for row in rows], following


def _order(order: IncidentOrder, *, descending: bool) -> Order:
    i = incidents.c
    columns = {"day": i.day, "documents": i.documents, "killed": i.killed_high, "disputed": i.disputed}
    return Order(f"incidents {order}", (columns[order], i.key), descending)


def _fitting(asked: IncidentFilter, order: IncidentOrder) -> sa.Select[Any]:
    i = incidents.c
    statement = _incidents().where(i.claims > 0)
    for column, values in ((i.id, asked.ids), (i.type, asked.type), (i.country, asked.country)):
        if values:
            statement = statement.where(column.in_(values))
    if asked.since is not None:
        statement = statement.where(sa.or_(i.day >= asked.since, i.day_to >= asked.since), i.day > "")
    if asked.until is not None:
        statement = statement.where(i.day <= asked.until, i.day > "")
    if asked.documents is not None:
        statement = statement.where(i.documents >= asked.documents)
    if asked.killed is not None:
        statement = statement.where(i.killed_high >= asked.killed)
    if asked.disputed is not None:
        statement = statement.where(i.disputed == int(asked.disputed))
    return statement.where(i.killed_high.is_not(None)) if order == "killed" else statement


def _incident(row: Any) -> IncidentRecord:
    return IncidentRecord(
        id=row.id, opened=row.opened, claims=row.claims, documents=row.documents, day=row.day or None,
        day_to=row.day_to or None, type=row.type, country=row.country, killed_low=row.killed_low,
        killed_high=row.killed_high, disputed=bool(row.disputed), forward=row.forward_id,
    )  # fmt: skip


def incident_record(connection: Connection, id: str, where: str) -> IncidentRecord:  # noqa: A002  # the noun's own field
    """An incident with the ids of its claims and the judgements about it; one that was merged into another is followed.

    Raises NotInLedger.
    """
    whole = whole_id(connection, incidents, id, "incident", where)
    row = connection.execute(_incidents().where(incidents.c.id == whole)).first()
    for _ in range(FARTHEST):
        if row is None or row.forward is None:
            break
        row = connection.execute(_incidents().where(incidents.c.key == row.forward)).first()
    if row is None:
        raise NotInLedger(where, f"there is no incident {id}")
    member = memberships.c
    members = connection.execute(
        sa.select(member.claim).where(member.incident == row.key, member.until.is_(None)).distinct()
    ).scalars()
    present = connection.execute(
        sa.select(claims.c.id).where(claims.c.incident == row.key, claims.c.current == 1).order_by(claims.c.key)
    ).scalars()
    wanted = set(members)
    record = _incident(row)
    return IncidentRecord(
        **{name: getattr(record, name) for name in record.__struct_fields__ if name not in ("claim_ids", "history")},
        claim_ids=tuple(one for one in dict.fromkeys(present) if one in wanted),
        history=history_of(connection, row.id),
    )


def history_of(connection: Connection, id: str) -> tuple[Judgement, ...]:  # noqa: A002  # the noun's own field name
    """The judgements about an incident, in the order in which they were given here."""
    j = judgements.c
    rows = connection.execute(
        sa.select(j.noun).where(sa.or_(j.incident == id, j.other == id)).order_by(j.at, j.id)
    ).scalars()
    return tuple(loads(noun, Judgement) for noun in rows)
