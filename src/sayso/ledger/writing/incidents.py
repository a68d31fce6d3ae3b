"""Incidents: which claims belong to them, and what their rows tell of those claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.canon import content_id
from sayso.ledger.days import OPEN_END
from sayso.ledger.keys import CHUNK, ids_of, keys_of, next_key
from sayso.ledger.schema.claims import claims
from sayso.ledger.schema.incidents import incidents, memberships
from sayso.ledger.written import Row, Written

EMPTY: Row = {
    "claims": 0, "documents": 0, "day": "", "day_to": "", "type": "", "country": None, "killed_low": None,
    "killed_high": None, "disputed": 0,
}  # fmt: skip


def assign(connection: Connection, written: Written, at: str, *, fresh: bool) -> tuple[dict[str, int], str]:
    """The incident (key) of each claim (ledger id) of a reading, and a digest of those that it puts there.

    Incidents that are new are opened.

    A claim that belongs to an incident already stays there, whatever the reading groups it with. The others of its
    group join the incident to which most of the group belongs. fresh: the document has no reading yet.
    """
    standing = {} if fresh else standing_of(connection, written.claims.values())
    opening: dict[str, list[str]] = {}
    found: dict[str, int] = dict(standing)
    joining: list[tuple[str, int]] = []
    for first, group in written.first_claims():
        ids = [written.claims[claim.id] for claim in group]
        known = Counter(standing[one] for one in ids if one in standing)
        loose = [one for one in dict.fromkeys(ids) if one not in standing]
        if known:
            most = min(known, key=lambda incident: (-known[incident], incident))
            joining += [(one, most) for one in loose]
        elif loose:
            opening[first] = loose
    keys = opened(connection, opening, at)
    joining += [(one, keys[first]) for first, loose in opening.items() for one in loose]
    join(connection, joining, None)
    found |= dict(joining)
    return found, placed(connection, joining)


def placed(connection: Connection, pairs: Sequence[tuple[str, int]]) -> str:
    """SHA-256 (hex) over which claims (ledger ids) a reading put into which incidents (keys)."""
    ids = ids_of(connection, incidents, {incident for _, incident in pairs})
    return content_id("placed", sorted([claim, ids[incident]] for claim, incident in pairs))


def standing_of(connection: Connection, claim_ids: Iterable[str]) -> dict[str, int]:
    """The incident (key) to which each claim (ledger id) belongs now."""
    wanted = list(dict.fromkeys(claim_ids))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), CHUNK):
        chosen = wanted[start : start + CHUNK]
        rows = connection.execute(
            sa.select(memberships.c.claim, memberships.c.incident).where(
                memberships.c.claim.in_(chosen), memberships.c.until.is_(None)
            )
        )
        found |= {row.claim: row.incident for row in rows}
    return found


def opened(connection: Connection, ids: Iterable[str], at: str) -> dict[str, int]:
    """The keys of incidents by id; those that are not there yet are opened."""
    wanted = list(dict.fromkeys(ids))
    found = keys_of(connection, incidents, wanted)
    new = [id_ for id_ in wanted if id_ not in found]
    if new:
        first = next_key(connection, incidents)
        made = {id_: first + number for number, id_ in enumerate(new)}
        connection.execute(
            sa.insert(incidents),
            [{"key": made[id_], "id": id_, "opened": at, "forward": None, **EMPTY} for id_ in new],
        )
        found |= made
    return found


def join(connection: Connection, pairs: Sequence[tuple[str, int]], judgement: int | None) -> None:
    """Put claims (ledger ids) into incidents (keys), by a judgement or, with None, by their reading."""
    if pairs:
        first = next_key(connection, memberships)
        connection.execute(
            sa.insert(memberships),
            [
                {"key": first + number, "claim": claim, "incident": incident, "since": judgement, "until": None}
                for number, (claim, incident) in enumerate(pairs)
            ],
        )


def refresh(connection: Connection, keys: Iterable[int]) -> None:
    """Write anew what the rows of incidents tell of their current claims."""
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), CHUNK):
        chosen = wanted[start : start + CHUNK]
        columns = claims.c
        rows = connection.execute(
            sa.select(columns.incident, columns.reading, columns.day, columns.day_to, columns.type, columns.country,
                      columns.killed_low, columns.killed_high, columns.disputed)
            .where(columns.incident.in_(chosen), sa.literal_column("current") == sa.literal_column("1"))
        ).all()  # fmt: skip
        grouped: dict[int, list[Any]] = defaultdict(list)
        for row in rows:
            grouped[row.incident].append(row)
        statement = (
            sa.update(incidents)
            .where(incidents.c.key == sa.bindparam("row"))
            .values({name: sa.bindparam(f"new_{name}") for name in EMPTY})
        )
        connection.execute(
            statement,
            [
                {"row": key, **{f"new_{name}": value for name, value in told(grouped.get(key, [])).items()}}
                for key in chosen
            ],
        )


def told(rows: list[Any]) -> Row:
    """What the row of an incident tells of its current claims."""
    if not rows:
        return EMPTY
    days = [row.day for row in rows if row.day]
    ends = [row.day_to for row in rows if row.day_to and row.day_to != OPEN_END]
    killed = [count for row in rows for count in (row.killed_low, row.killed_high) if count is not None]
    return {
        "claims": len(rows),
        "documents": len({row.reading for row in rows}),
        "day": min(days, default=""),
        "day_to": max(ends, default=""),
        "type": _most(row.type for row in rows),
        "country": _most(row.country for row in rows if row.country is not None) or None,
        "killed_low": min(killed, default=None),
        "killed_high": max(killed, default=None),
        "disputed": int(any(row.disputed for row in rows)),
    }


def _most(values: Iterable[str]) -> str:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else ""
