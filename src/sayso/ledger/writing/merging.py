"""Many merges of incidents at once: carried out one after another in memory, then written down together.

What comes of it is what comes of the same merges carried out each by itself, row for row.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import NotInLedger
from sayso.ledger.keys import CHUNK, keys_of, next_key
from sayso.ledger.schema.claims import claims
from sayso.ledger.schema.incidents import incidents, memberships
from sayso.ledger.writing.incidents import refresh
from sayso.ledger.written import Row

FARTHEST: Final = 1_000


class Merge(Struct, frozen=True):
    """Two incidents (ids) come together by a judgement (key): the claims of `other` go to `incident`."""

    judgement: int
    incident: str
    other: str


def merge_all(connection: Connection, merges: Sequence[Merge], where: str) -> None:
    """Carry out merges in their order. Raises NotInLedger for an incident that is not there."""
    keys = keys_by_id(connection, (id_ for one in merges for id_ in (one.incident, one.other)), where)
    standing = _Standing(connection, keys.values())
    for one in merges:
        standing.merge(keys[one.incident], keys[one.other], one.judgement)
    standing.write(connection)


def keys_by_id(connection: Connection, ids: Iterable[str], where: str) -> dict[str, int]:
    """The keys of incidents. Raises NotInLedger for an id that is none."""
    wanted = list(dict.fromkeys(ids))
    keys = keys_of(connection, incidents, wanted)
    for id_ in wanted:
        if id_ not in keys:
            raise NotInLedger(where, f"there is no incident {id_}")
    return keys


def forwards(connection: Connection, keys: Iterable[int]) -> dict[int, int | None]:
    """Where incidents (keys), and those that they lead to, were merged into; None where nowhere."""
    found: dict[int, int | None] = {}
    asked = sorted(set(keys))
    while asked:
        for start in range(0, len(asked), CHUNK):
            chosen = incidents.c.key.in_(asked[start : start + CHUNK])
            for row in connection.execute(sa.select(incidents.c.key, incidents.c.forward).where(chosen)):
                found[row.key] = row.forward
        asked = sorted({one for one in found.values() if one is not None and one not in found})
    return found


def end_of(forward: Mapping[int, int | None], incident: int) -> int:
    """The incident (key) to which another leads, or itself. forward: where each leads."""
    for _ in range(FARTHEST):
        further = forward.get(incident)
        if further is None:
            break
        incident = further
    return incident


class _Standing:
    """Which claims stand where while merges are carried out: memberships as they were, and those that are new."""

    def __init__(self, connection: Connection, keys: Iterable[int]) -> None:
        self._forward = forwards(connection, keys)
        self._first = next_key(connection, memberships)
        self._members: dict[int, list[Row]] = defaultdict(list)
        self._new: list[Row] = []
        self._ended: list[Row] = []
        self._led: dict[int, int] = {}
        self._touched: set[int] = set()
        member, ends = memberships.c, sorted({end_of(self._forward, key) for key in self._forward})
        for start in range(0, len(ends), CHUNK):
            chosen = ends[start : start + CHUNK]
            rows = connection.execute(
                sa.select(member.key, member.claim, member.incident)
                .where(member.incident.in_(chosen), member.until.is_(None))
                .order_by(member.key)
            )
            for row in rows:
                self._members[row.incident].append({"key": row.key, "claim": row.claim, "until": None})

    def merge(self, one: int, other: int, judgement: int) -> None:
        """The claims of the incident to which the other leads go to that to which the one leads."""
        winner, loser = end_of(self._forward, one), end_of(self._forward, other)
        if winner == loser:
            return
        for row in self._members.pop(loser, []):
            row["until"] = judgement
            if row["key"] < self._first:
                self._ended.append({"row": row["key"], "to": judgement})
            moved = {
                "key": self._first + len(self._new), "claim": row["claim"], "incident": winner, "since": judgement,
                "until": None,
            }  # fmt: skip
            self._new.append(moved)
            self._members[winner].append(moved)
        self._forward[loser] = self._led[loser] = winner
        self._touched |= {winner, loser}

    def write(self, connection: Connection) -> None:
        """Write down what has changed."""
        homes = {row["claim"]: row["incident"] for row in self._new}
        _update(connection, memberships, "key", "until", self._ended)
        if self._new:
            connection.execute(sa.insert(memberships), self._new)
        _update(connection, claims, "id", "incident", [{"row": one, "to": to} for one, to in homes.items()])
        _update(connection, incidents, "key", "forward", [{"row": one, "to": to} for one, to in self._led.items()])
        refresh(connection, self._touched)


def _update(connection: Connection, table: sa.Table, by: str, column: str, rows: list[dict[str, Any]]) -> None:
    """Set a column of the rows of a table, each found by another column ("row"), to a value ("to")."""
    if rows:
        found = table.c[by] == sa.bindparam("row")
        connection.execute(sa.update(table).where(found).values({column: sa.bindparam("to")}), rows)
