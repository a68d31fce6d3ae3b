"""Which reading of a document counts, and what is counted by it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.canon import loads
from sayso.ledger.rows import child_key
from sayso.ledger.schema.claims import (
    actor_names,
    actors,
    cast_members,
    claim_places,
    claims,
    participants,
    places,
    toponyms,
)
from sayso.ledger.schema.texts import readings, runs
from sayso.ledger.writing.incidents import refresh
from sayso.ledger.written import plain
from sayso.model import Actor, Document

HOW = {"given": 3, "read": 2, "inferred": 1, "unknown": 0}


def version_rank(version: str) -> tuple[tuple[int, ...], str]:
    """Versions in their order: 0.10 after 0.9."""
    return tuple(int(number) for number in re.findall(r"\d+", version)), version


def choose(connection: Connection, document: int) -> None:
    """Let the best reading of a document count, and no other; and keep every count in step."""
    rows = connection.execute(
        sa.select(readings.c.key, readings.c.current, readings.c.published_day, readings.c.digest, readings.c.noun,
                  runs.c.sayso, runs.c.key.label("run"))
        .join(runs, runs.c.key == readings.c.run)
        .where(readings.c.document == document)
    ).all()  # fmt: skip
    if not rows:
        return
    chosen = best(rows)
    for row in rows:
        counts = row.key == chosen.key
        if counts != bool(row.current):
            _set(connection, row.key, counts=counts)


def best(rows: Sequence[Any]) -> Any:
    """Of the readings of a document, the one that counts: that of the newest version.

    Among readings of one version, the run used last here wins; among those of one run, the one whose day of publication
    was given or read rather than inferred, then the earliest day, so that the order of additions does not matter.
    """
    latest = max((version_rank(row.sayso), row.run) for row in rows)
    among = [row for row in rows if (version_rank(row.sayso), row.run) == latest]
    return min(
        among,
        key=lambda row: (-HOW[loads(row.noun, Document).published.how], row.published_day or "9999", row.digest),
    )


def _set(connection: Connection, reading: int, *, counts: bool) -> None:
    connection.execute(sa.update(readings).where(readings.c.key == reading).values(current=int(counts)))
    connection.execute(sa.update(claims).where(claims.c.reading == reading).values(current=int(counts)))
    count(connection, reading, 1 if counts else -1)
    touched = connection.execute(sa.select(claims.c.incident).where(claims.c.reading == reading).distinct()).scalars()
    refresh(connection, [one for one in touched if one is not None])


def count(connection: Connection, reading: int, step: int) -> None:
    """Add a reading to the counts of actors and places (step 1), or take it off (-1)."""
    members = connection.execute(
        sa.select(cast_members.c.actor, cast_members.c.noun).where(cast_members.c.reading == reading)
    ).all()
    first, last = child_key(reading, 0), child_key(reading + 1, 0)
    part = participants.c
    acting = connection.execute(sa.select(part.actor, part.claim).where(part.claim >= first, part.claim < last)).all()
    speaking = connection.execute(
        sa.select(claims.c.holder_actor, claims.c.key).where(
            claims.c.reading == reading, claims.c.holder_actor.is_not(None)
        )
    ).all()
    in_claims = Counter(actor for actor, _ in {(row[0], row[1]) for row in (*acting, *speaking)})
    _step(connection, actors, {row.actor for row in members}, in_claims, step)
    _step_names(connection, [(row.actor, row.noun) for row in members], step)
    named = connection.execute(
        sa.select(toponyms.c.place).where(toponyms.c.reading == reading, toponyms.c.place.is_not(None)).distinct()
    ).scalars()
    where = claim_places.c
    put = connection.execute(sa.select(where.place).where(where.claim >= first, where.claim < last)).scalars()
    _step(connection, places, set(named), Counter(put), step)


def _step(connection: Connection, table: sa.Table, named: set[int], in_claims: Counter[int], step: int) -> None:
    values = [
        {"row": key, "documents": step * (key in named), "claims": step * in_claims.get(key, 0)}
        for key in sorted(named | set(in_claims))
    ]
    if values:
        statement = (
            sa.update(table)
            .where(table.c.key == sa.bindparam("row"))
            .values(
                documents=table.c.documents + sa.bindparam("documents"), claims=table.c.claims + sa.bindparam("claims")
            )
        )
        connection.execute(statement, values)


def _step_names(connection: Connection, members: list[tuple[int, str]], step: int) -> None:
    pairs = sorted({(actor, plain(name) or "") for actor, noun in members for name in loads(noun, Actor).names})
    if pairs:
        statement = (
            sa.update(actor_names)
            .where(actor_names.c.actor == sa.bindparam("who"), actor_names.c.name == sa.bindparam("called"))
            .values(uses=actor_names.c.uses + step)
        )
        connection.execute(statement, [{"who": actor, "called": name} for actor, name in pairs])
