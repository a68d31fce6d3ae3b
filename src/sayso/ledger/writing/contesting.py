"""Which claims are disputed: marked on their rows, and kept in step with the incidents to which they belong."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.keys import CHUNK
from sayso.ledger.schema.claims import claims, disputes
from sayso.ledger.writing.incidents import refresh


def mark(connection: Connection, claim_ids: list[str]) -> None:
    """Write anew whether another claim pulls against each of these claims (ledger ids)."""
    d = disputes.c
    against = sa.exists().where(
        sa.or_(d.a == claims.c.id, d.b == claims.c.id), sa.or_(d.reading.is_(None), d.reading == claims.c.reading)
    )
    for start in range(0, len(claim_ids), CHUNK):
        chosen = claim_ids[start : start + CHUNK]
        connection.execute(
            sa.update(claims).where(claims.c.id.in_(chosen)).values(disputed=sa.case((against, 1), else_=0))
        )


def let_go(connection: Connection, moved: Iterable[str] | None = None) -> None:
    """Take out the disputes across documents whose two claims do not stand in one incident any more.

    moved: ids of the claims that were moved; None: look at all disputes.
    """
    d, one, other = disputes.c, claims.alias("one"), claims.alias("other")
    together = sa.exists().where(one.c.id == d.a, other.c.id == d.b, one.c.incident == other.c.incident)
    statement = sa.select(d.key, d.a, d.b).where(d.reading.is_(None), ~together)
    if moved is None:
        gone = connection.execute(statement).all()
    else:
        wanted = sorted(set(moved))
        parts = [wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK)]
        gone = [
            row
            for part in parts
            for row in connection.execute(statement.where(sa.or_(d.a.in_(part), d.b.in_(part)))).all()
        ]
    if not gone:
        return
    connection.execute(sa.delete(disputes).where(d.key.in_({row.key for row in gone})))
    sides = sorted({side for row in gone for side in (row.a, row.b)})
    mark(connection, sides)
    refresh(connection, connection.execute(sa.select(claims.c.incident).where(claims.c.id.in_(sides))).scalars())
