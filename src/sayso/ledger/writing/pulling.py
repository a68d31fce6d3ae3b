"""Disputes across documents: kept beside those that readings found within their articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import NotInLedger
from sayso.ledger import custody
from sayso.ledger.canon import content_id, dumps
from sayso.ledger.keys import CHUNK, keys_of, next_key
from sayso.ledger.schema.claims import claims, disputes
from sayso.ledger.schema.incidents import incidents
from sayso.ledger.writing.contesting import mark
from sayso.ledger.writing.incidents import refresh
from sayso.ledger.writing.judging import following
from sayso.ledger.writing.merging import end_of, forwards, keys_by_id
from sayso.ledger.written import plain
from sayso.model import Dispute


def pull_apart_all(connection: Connection, found: Mapping[str, Sequence[Dispute]], at: str, where: str) -> None:
    """Keep the disputes across documents of many incidents (by id), where they are others than those kept before.

    Raises NotInLedger.
    """
    homes = keys_by_id(connection, found, where)
    leading = forwards(connection, homes.values())
    kept: dict[int, set[str]] = defaultdict(set)
    for side in (disputes.c.a, disputes.c.b):
        rows = connection.execute(
            sa.select(disputes.c.id, claims.c.incident)
            .join(claims, claims.c.id == side)
            .where(disputes.c.reading.is_(None))
        )
        for row in rows:
            kept[row.incident].add(row.id)
    for incident, listed in found.items():
        if kept[end_of(leading, homes[incident])] != {dispute_id(one) for one in listed}:
            pull_apart(connection, incident, listed, at, where)


def dispute_id(dispute: Dispute) -> str:
    """The ledger's id of a dispute across documents, whose a and b are ids of claims."""
    return content_id("dispute", dispute.a, dispute.b, dispute.field, dispute.how, dispute.note)


def pull_apart(connection: Connection, incident: str, found: Iterable[Dispute], at: str, where: str) -> None:
    """Keep the disputes across documents among the claims of an incident (id), in place of those kept before.

    The disputes' a and b are the ledger's ids of claims. Raises NotInLedger for an incident or claim that is not there.
    """
    key = following(connection, incident, where)
    among = list(connection.execute(sa.select(claims.c.id).where(claims.c.incident == key).distinct()).scalars())
    given = {dispute_id(one): one for one in found}
    named = {id_ for one in given.values() for id_ in (one.a, one.b)}
    for id_ in sorted(named - set(keys_of(connection, claims, named))):
        raise NotInLedger(where, f"there is no claim {id_}")
    d = disputes.c
    for start in range(0, len(among), CHUNK):
        chosen = among[start : start + CHUNK]
        connection.execute(sa.delete(disputes).where(d.reading.is_(None), sa.or_(d.a.in_(chosen), d.b.in_(chosen))))
    first = next_key(connection, disputes)
    rows = [
        {"key": first + number, "id": id_, "reading": None, "number": None, "field": one.field, "how": one.how,
         "a": one.a, "b": one.b, "note": plain(one.note), "noun": dumps(one)}
        for number, (id_, one) in enumerate(sorted(given.items()))
    ]  # fmt: skip
    if rows:
        connection.execute(sa.insert(disputes), rows)
    mark(connection, sorted({*among, *named}))
    refresh(connection, [key])
    digest = connection.execute(sa.select(incidents.c.id).where(incidents.c.key == key)).scalar_one()
    custody.append(connection, at, "disputes", digest, content_id(sorted(given)), ids=" ".join(sorted(given)))
