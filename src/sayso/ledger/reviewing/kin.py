"""Whom an actor belongs to, who belongs to it, and who may be the same under another id."""

from collections.abc import Iterable

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.asking.asking import among
from sayso.ledger.asking.telling import actor_records
from sayso.ledger.canon import loads
from sayso.ledger.filters import ALL
from sayso.ledger.keys import key_of, keys_of
from sayso.ledger.records import ActorRecord
from sayso.ledger.reviewing.near import proposed
from sayso.ledger.schema.claims import actor_names, actors, cast_members
from sayso.ledger.schema.texts import readings
from sayso.ledger.writing.actor_judging import together
from sayso.model import Actor

LOOKED_AT = 500
"""Readings that name an actor, of which the latest are looked at."""

MOST = 50


class Kin(Struct, frozen=True):
    """members: of a coalition or organisation, as texts tell; part_of: what it belongs to or speaks for, as texts tell.

    near: other actors whom texts call by one of its names, or whose names are proposed as spellings of its own, and who may be
    the same. Those of most claims come first.
    """

    members: tuple[ActorRecord, ...] = ()
    part_of: tuple[ActorRecord, ...] = ()
    near: tuple[ActorRecord, ...] = ()


def kin_of(connection: Connection, actor: str) -> Kin:
    """The kin of an actor (id); nobody for one that is not there."""
    key = key_of(connection, actors, actor)
    if key is None:
        return Kin()
    member = cast_members.c
    own = connection.execute(
        sa.select(member.reading, member.local, member.noun)
        .join(readings, readings.c.key == member.reading)
        .where(member.actor == key, readings.c.current == 1)
        .order_by(member.reading.desc())
        .limit(LOOKED_AT)
    ).all()
    others = connection.execute(
        sa.select(member.reading, member.local, member.actor, member.noun).where(
            among(connection, member.reading, {row.reading for row in own}), member.actor != key
        )
    ).all()
    known = {(row.reading, row.local): row.actor for row in others}
    members: set[int] = set()
    wholes: set[int] = set()
    for row in own:
        noun = loads(row.noun, Actor)
        members |= {known[row.reading, one] for one in noun.members if (row.reading, one) in known}
        if noun.part_of is not None and (row.reading, noun.part_of) in known:
            wholes.add(known[row.reading, noun.part_of])
    mine = {(row.reading, row.local) for row in own}
    for other in others:
        noun = loads(other.noun, Actor)
        if noun.part_of is not None and (other.reading, noun.part_of) in mine:
            members.add(other.actor)
        if any((other.reading, one) in mine for one in noun.members):
            wholes.add(other.actor)
    one = set(together(connection, [key])[key])
    near = {found for found in _namesakes(connection, key) | _proposed(connection, actor) if found not in one}
    return Kin(_told(connection, members), _told(connection, wholes), _told(connection, near))


def _proposed(connection: Connection, actor: str) -> set[int]:
    ids = {id_ for one in proposed(connection, actor, None, ALL) for id_ in (one.a.id, one.b.id)}
    return set(keys_of(connection, actors, ids - {actor}).values())


def _namesakes(connection: Connection, key: int) -> set[int]:
    name, own = actor_names.c, actor_names.alias("own")
    rows = connection.execute(
        sa.select(name.actor)
        .join(own, own.c.folded == name.folded)
        .join(actors, actors.c.key == name.actor)
        .where(own.c.actor == key, name.actor != key, name.folded != "", actors.c.documents > 0)
        .distinct()
        .limit(MOST)
    )
    return set(rows.scalars())


def _told(connection: Connection, keys: Iterable[int]) -> tuple[ActorRecord, ...]:
    found = {one.id: one for one in actor_records(connection, keys).values()}.values()
    return tuple(sorted(found, key=lambda one: (-one.claims, one.name, one.id))[:MOST])
