"""Rows made into records again: every claim with its holder, actors, places and incident, many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.asking.asking import among
from sayso.ledger.canon import loads
from sayso.ledger.records import ActorRecord, AttributionRecord, ClaimRecord, PlaceRecord
from sayso.ledger.schema.claims import actor_names, actors, attributions, cast_members, claims, places, toponyms
from sayso.ledger.schema.incidents import incidents
from sayso.ledger.schema.texts import documents, readings, runs
from sayso.ledger.writing.actor_judging import together
from sayso.model import Attribution, Claim, Place

MANY = 500


def claim_columns() -> sa.Select[Any]:
    """The select of what `claim_records` needs of claims and what they belong to; conditions and order are added."""
    c, r = claims.c, readings.c
    # outer joins, though every claim has these rows: so that no planner begins with the one run and goes through its readings
    return (
        sa.select(
            c.key, c.id, c.reading, c.current, c.holder, c.disputed, c.words, c.noun,
            r.id.label("reading_id"), r.doc, r.title, r.publisher, r.url, r.published,
            documents.c.id.label("document_id"), documents.c.language, runs.c.id.label("run_id"),
            incidents.c.id.label("incident_id"),
        )
        .outerjoin(readings, r.key == c.reading)
        .outerjoin(documents, documents.c.key == r.document)
        .outerjoin(runs, runs.c.key == r.run)
        .outerjoin(incidents, incidents.c.key == c.incident)
    )  # fmt: skip


def claims_by_key(connection: Connection, keys: Sequence[int]) -> Iterator[ClaimRecord]:
    """The records of claims, in the order of the keys."""
    rows = {row.key: row for row in connection.execute(claim_columns().where(among(connection, claims.c.key, keys)))}
    yield from claim_records(connection, [rows[key] for key in keys])


def claim_records(connection: Connection, rows: Sequence[Any]) -> Iterator[ClaimRecord]:
    """The records of rows of `claim_columns`, in their order."""
    around = _Around(connection, rows)
    for row in rows:
        claim = loads(row.noun, Claim)
        chain = tuple(around.chain(row.holder))
        yield ClaimRecord(
            id=row.id,
            document=row.document_id,
            reading=row.reading_id,
            run=row.run_id,
            current=bool(row.current),
            doc=row.doc,
            title=row.title,
            publisher=row.publisher,
            url=row.url,
            published=row.published,
            language=row.language,
            claim=claim,
            words=row.words,
            holder=chain[0] if chain else None,
            chain=chain[1:],
            agents=around.cast(row.reading, claim.agent_actor),
            patients=around.cast(row.reading, claim.patient_actor),
            place=None if claim.place is None else around.place(row.reading, claim.place.place),
            places=tuple(around.place(row.reading, one.place) for one in claim.places),
            incident=row.incident_id,
            disputed=bool(row.disputed),
        )


class _Around:
    """What a handful of claims refer to, fetched together."""

    def __init__(self, connection: Connection, rows: Sequence[Any]) -> None:
        wanted = {row.reading for row in rows}
        read = [loads(row.noun, Claim) for row in rows]
        people = {one for claim in read for one in (*claim.agent_actor, *claim.patient_actor)}
        spots = {one.place for claim in read for one in (claim.place, *claim.places) if one is not None}
        self._members: dict[int, dict[str, int]] = defaultdict(dict)
        member = cast_members.c
        for one in connection.execute(
            sa.select(member.reading, member.local, member.actor).where(
                among(connection, member.reading, wanted), member.local.in_(people)
            )
        ):
            self._members[one.reading][one.local] = one.actor
        self._toponyms: dict[int, dict[str, int]] = defaultdict(dict)
        name = toponyms.c
        for one in connection.execute(
            sa.select(name.reading, name.local, name.place).where(
                among(connection, name.reading, wanted), name.local.in_(spots), name.place.is_not(None)
            )
        ):
            self._toponyms[one.reading][one.local] = one.place
        self._places = place_records(connection, {key for found in self._toponyms.values() for key in found.values()})
        self._attributions: dict[int, AttributionRecord] = {}
        self._parents: dict[int, int] = {}
        held = self._fetch_attributions(connection, {row.holder for row in rows if row.holder is not None})
        speaking = {row.source_actor for row in held if row.source_actor is not None}
        acting = {key for members in self._members.values() for key in members.values()}
        self._actors = actor_records(connection, acting | speaking)
        for row in held:
            self._attributions[row.key] = attribution_record(row, self._actors)

    def _fetch_attributions(self, connection: Connection, wanted: set[int]) -> list[Any]:
        found: dict[int, Any] = {}
        while wanted:
            rows = attribution_rows(connection, attributions.c.key, wanted)
            found |= {row.key: row for row in rows}
            self._parents |= {row.key: row.parent for row in rows if row.parent is not None}
            wanted = {row.parent for row in rows if row.parent is not None} - set(found)
        return list(found.values())

    def chain(self, holder: int | None) -> Iterator[AttributionRecord]:
        """The holder, then what it stands in."""
        seen: set[int] = set()
        while holder is not None and holder in self._attributions and holder not in seen:
            seen.add(holder)
            yield self._attributions[holder]
            holder = self._parents.get(holder)

    def cast(self, reading: int, locals_: Iterable[str]) -> tuple[ActorRecord, ...]:
        """The actors with these local ids."""
        members = self._members.get(reading, {})
        return tuple(self._actors[members[one]] for one in locals_ if one in members)

    def place(self, reading: int, local: str) -> PlaceRecord | None:
        """The place that a local toponym is read as."""
        key = self._toponyms.get(reading, {}).get(local)
        return None if key is None else self._places[key]


def attribution_rows(connection: Connection, column: Any, keys: Iterable[int]) -> Sequence[Any]:
    """The rows that `attribution_record` needs, whose column is among the keys, in the order of the text."""
    a, outer = attributions.c, attributions.alias("outer_attributions")
    return connection.execute(
        sa.select(a.key, a.id, a.reading, a.source_actor, a.parent, a.noun, outer.c.id.label("parent_id"),
                  readings.c.id.label("reading_id"), documents.c.id.label("document_id"))
        .join(readings, readings.c.key == a.reading)
        .join(documents, documents.c.key == readings.c.document)
        .outerjoin(outer, outer.c.key == a.parent)
        .where(among(connection, column, keys))
        .order_by(a.key)
    ).all()  # fmt: skip


def attribution_record(row: Any, known: dict[int, ActorRecord]) -> AttributionRecord:
    """The record of a row of `attribution_rows`."""
    return AttributionRecord(
        id=row.id,
        document=row.document_id,
        reading=row.reading_id,
        attribution=loads(row.noun, Attribution),
        speaker=known.get(row.source_actor) if row.source_actor is not None else None,
        parent=row.parent_id,
    )


def actor_records(connection: Connection, keys: Iterable[int], *, whole: bool = True) -> dict[int, ActorRecord]:
    """The records of actors by key, each with all its names, the one used most first.

    whole: an actor that was merged is told as the one under whose id it is found, together with all that are one with it.
    """
    wanted = list(dict.fromkeys(keys))
    groups = together(connection, wanted) if whole else {key: [key] for key in wanted}
    inside = {key for group in groups.values() for key in group}
    names: dict[int, list[tuple[int, str]]] = defaultdict(list)
    n = actor_names.c
    for row in connection.execute(sa.select(n.actor, n.name, n.uses).where(among(connection, n.actor, inside))):
        names[row.actor].append((-row.uses, row.name))
    rows = {
        row.key: row for row in connection.execute(sa.select(actors).where(among(connection, actors.c.key, inside)))
    }
    return {
        key: _actor_record([rows[one] for one in group], sorted(name for one in group for name in names[one]))
        for key, group in groups.items()
        if key in rows
    }


def _actor_record(group: Sequence[Any], names: Sequence[tuple[int, str]]) -> ActorRecord:
    """The record of actors that are one, the first of them being the one under whose id they are found."""
    row = group[0]
    told = tuple(dict.fromkeys(name for _, name in names))
    return ActorRecord(
        id=row.id, code=row.code, kind=row.kind, name=(told or (row.code,))[0], country=row.country,
        sector=row.sector, registry=row.registry, documents=sum(one.documents for one in group),
        claims=sum(one.claims for one in group), names=told, merged=tuple(one.id for one in group[1:]),
    )  # fmt: skip


def place_records(connection: Connection, keys: Iterable[int]) -> dict[int, PlaceRecord]:
    """The records of places by key."""
    p = places.c
    found = connection.execute(
        sa.select(p.key, p.id, p.noun, p.documents, p.claims).where(among(connection, p.key, keys))
    )
    return {row.key: PlaceRecord(row.id, loads(row.noun, Place), row.documents, row.claims) for row in found}
