"""Verifying what is counted, and which claim belongs to which incident."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from msgspec import DecodeError
from sqlalchemy import Connection

from sayso.ledger.canon import content_id, loads
from sayso.ledger.folding import fold
from sayso.ledger.nouns import Judgement
from sayso.ledger.schema.claims import (
    actor_names,
    actors,
    cast_members,
    claim_places,
    claims,
    disputes,
    participants,
    places,
    toponyms,
)
from sayso.ledger.schema.incidents import incidents, judgements, memberships
from sayso.ledger.schema.texts import readings
from sayso.ledger.verifying.altered import Altered, Chronicle, counted, detail_of, unlike
from sayso.ledger.writing.incidents import EMPTY, told
from sayso.ledger.writing.judging import opened_by
from sayso.ledger.written import plain
from sayso.model import Actor


def counts_altered(connection: Connection) -> Iterator[Altered]:
    """Actors, names and places whose counts are not what is counted."""
    current = sa.select(readings.c.key).where(readings.c.current == 1)
    named: Counter[int] = Counter()
    used: Counter[tuple[int, str]] = Counter()
    every: set[tuple[int, str]] = set()
    counting = set(connection.execute(current).scalars())
    for reading, members in _by_reading(connection):
        for actor in {actor for actor, _ in members}:
            named[actor] += reading in counting
        pairs = {(actor, plain(name) or "") for actor, noun in members for name in _names(noun)}
        every |= pairs
        for pair in pairs:
            used[pair] += reading in counting
    part = (
        sa.select(participants.c.actor, participants.c.claim)
        .join(claims, claims.c.key == participants.c.claim)
        .where(claims.c.current == 1)
        .union(
            sa.select(claims.c.holder_actor, claims.c.key).where(claims.c.current == 1, claims.c.holder_actor.is_not(None))
        )
    )  # fmt: skip
    acting = Counter(row[0] for row in connection.execute(part))
    yield from _counted(connection, actors, named, acting)
    for row in connection.execute(sa.select(actor_names)):
        pair = (row.actor, row.name)
        if pair not in every:
            yield Altered("actor_names", f"{row.actor} {row.name}", "added")
        elif row.uses != used[pair] or row.folded != fold(row.name):
            yield Altered("actor_names", f"{row.actor} {row.name}", "altered: uses or folded")
        every.discard(pair)
    for actor, name in sorted(every):
        yield Altered("actor_names", f"{actor} {name}", "missing")
    yield from _places(connection, current)


def _by_reading(connection: Connection) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    c = cast_members.c
    members: list[tuple[int, str]] = []
    reading: int | None = None
    for row in connection.execute(sa.select(c.reading, c.actor, c.noun).order_by(c.reading)):
        if reading is not None and row.reading != reading:
            yield reading, members
            members = []
        reading = row.reading
        members.append((row.actor, row.noun))
    if reading is not None:
        yield reading, members


def _names(noun: str) -> tuple[str, ...]:
    try:
        return loads(noun, Actor).names
    except (DecodeError, ValueError):
        return ()  # the reading's own check names it


def _places(connection: Connection, current: sa.Select[tuple[int]]) -> Iterator[Altered]:
    t = toponyms.c
    named = connection.execute(
        sa.select(t.place, sa.func.count(t.reading.distinct()))
        .where(t.place.is_not(None), t.reading.in_(current))
        .group_by(t.place)
    )
    put = connection.execute(
        sa.select(claim_places.c.place, sa.func.count())
        .join(claims, claims.c.key == claim_places.c.claim)
        .where(claims.c.current == 1)
        .group_by(claim_places.c.place)
    )
    yield from _counted(connection, places, Counter(dict(named.all())), Counter(dict(put.all())))


def _counted(
    connection: Connection, table: sa.Table, named: Counter[int], in_claims: Counter[int]
) -> Iterator[Altered]:
    rows = connection.execute(sa.select(table.c.key, table.c.id, table.c.documents, table.c.claims)).all()
    ids = {row.key: row.id for row in rows}
    for what, column, wanted in (("documents", 2, named), ("claims", 3, in_claims)):
        stored = [(row.id, row[column]) for row in rows]
        yield from counted(table.name, stored, {ids[key]: n for key, n in wanted.items() if key in ids}, what)


def incidents_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Incidents, memberships and disputes across documents that are not what readings and judgements made them."""
    rows = {row["key"]: row for row in connection.execute(sa.select(incidents)).mappings()}
    columns = claims.c
    members: dict[int, list[Any]] = defaultdict(list)
    for claim in connection.execute(
        sa.select(columns.incident, columns.reading, columns.day, columns.day_to, columns.type, columns.country,
                  columns.killed_low, columns.killed_high, columns.disputed).where(columns.current == 1)
    ):  # fmt: skip
        members[claim.incident].append(claim)
    for key, row in rows.items():
        yield from unlike("incidents", row["id"], row, told(members.get(key, [])) if key in members else EMPTY)
        if row["opened"] not in chronicle.times:
            yield Altered("incidents", row["id"], "altered: opened")
    yield from _memberships(connection, chronicle, {key: row["id"] for key, row in rows.items()})
    yield from _forwards(connection, rows)
    yield from _disputes(connection, chronicle)


def _memberships(connection: Connection, chronicle: Chronicle, ids: dict[int, str]) -> Iterator[Altered]:
    given = {
        row.key: loads(row.noun, Judgement)
        for row in connection.execute(sa.select(judgements.c.key, judgements.c.noun))
        if _whole(row.noun)
    }
    judged = dict(connection.execute(sa.select(judgements.c.key, judgements.c.id)).all())
    standing: dict[str, list[int]] = defaultdict(list)
    based: dict[str, int] = {}
    for row in connection.execute(sa.select(memberships).order_by(memberships.c.key)):
        if row.until is None:
            standing[row.claim].append(row.incident)
        if row.since is None:
            based[row.claim] = row.incident
        elif not _plausible(given.get(row.since), judged.get(row.since, ""), row.claim, ids.get(row.incident, "")):
            yield Altered("memberships", str(row.key), "altered: no judgement put the claim there")
    wrong = connection.execute(sa.select(claims.c.id, claims.c.incident).distinct()).all()
    for claim, incident in wrong:
        if standing.get(claim) != [incident]:
            yield Altered("memberships", claim, "the claim does not stand in its incident")
    yield from _based(connection, chronicle, based, ids)


def _whole(noun: str) -> bool:
    try:
        loads(noun, Judgement)
    except (DecodeError, ValueError):
        return False
    return True


def _plausible(judgement: Judgement | None, id_: str, claim: str, incident: str) -> bool:
    if judgement is None:
        return False
    if judgement.action in ("merge", "undo"):
        return True
    if claim not in judgement.claims:
        return False
    return judgement.action != "split" or incident == opened_by(id_)


def _based(
    connection: Connection, chronicle: Chronicle, based: dict[str, int], ids: dict[int, str]
) -> Iterator[Altered]:
    """Did each reading put its new claims where the log says?"""
    columns = claims.c
    first = dict(connection.execute(sa.select(columns.id, sa.func.min(columns.reading)).group_by(columns.id)).all())
    pairs: dict[int, list[list[str]]] = defaultdict(list)
    for claim, reading in first.items():
        if claim not in based:
            yield Altered("memberships", claim, "missing")
        else:
            pairs[reading].append([claim, ids.get(based[claim], "")])
    for claim in sorted(set(based) - set(first)):
        yield Altered("memberships", claim, "its claim is missing")
    for key, id_ in connection.execute(sa.select(readings.c.key, readings.c.id)):
        entry = chronicle.last("reading", id_)
        right = content_id("placed", sorted(pairs.get(key, [])))
        if entry is not None and detail_of(entry).get("placed") != right:
            yield Altered("memberships", f"of reading {id_}", "the claims are not where the reading put them")


def _forwards(connection: Connection, rows: dict[int, sa.RowMapping]) -> Iterator[Altered]:
    merged = {
        one
        for noun in connection.execute(sa.select(judgements.c.noun).where(judgements.c.action == "merge")).scalars()
        if _whole(noun)
        for judgement in [loads(noun, Judgement)]
        for one in (judgement.incident, judgement.other)
    }
    for row in rows.values():
        if row["forward"] is not None and (row["forward"] not in rows or row["id"] not in merged):
            yield Altered("incidents", row["id"], "altered: forward")


def _disputes(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    d = disputes.c
    found: dict[str, list[str]] = defaultdict(list)
    where = dict(
        connection.execute(
            sa.select(claims.c.id, incidents.c.id).join(incidents, incidents.c.key == claims.c.incident)
        ).all()
    )
    for row in connection.execute(sa.select(disputes).where(d.reading.is_(None))):
        right = content_id("dispute", row.a, row.b, row.field, row.how, row.note)
        if row.id != right:
            yield Altered("disputes", row.id, "altered")
        found[where.get(row.a, "")].append(row.id)
    vouched = {
        one
        for subject in chronicle.subjects("disputes")
        for entry in chronicle.about["disputes", subject]
        for one in str(detail_of(entry).get("ids", "")).split()
    }
    for ids in found.values():
        for id_ in ids:
            if id_ not in vouched:
                yield Altered("disputes", id_, "the log does not tell of it")
    against = sa.exists().where(
        sa.or_(d.a == claims.c.id, d.b == claims.c.id), sa.or_(d.reading.is_(None), d.reading == claims.c.reading)
    )
    wrong = connection.execute(
        sa.select(claims.c.id).where(claims.c.disputed != sa.case((against, 1), else_=0))
    ).scalars()
    for id_ in wrong:
        yield Altered("claims", id_, "altered: disputed")
