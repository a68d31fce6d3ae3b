"""Disputes across documents: kept beside those that readings found within their articles."""

from collections.abc import Iterable

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
from sayso.ledger.written import plain
from sayso.model import Dispute


def pull_apart(connection: Connection, incident: str, found: Iterable[Dispute], at: str, where: str) -> None:
    """Keep the disputes across documents among the claims of an incident (id), in place of those kept before.

    The disputes' a and b are the ledger's ids of claims. Raises NotInLedger for an incident or claim that is not there.
    """
    key = following(connection, incident, where)
    among = list(connection.execute(sa.select(claims.c.id).where(claims.c.incident == key).distinct()).scalars())
    given = {content_id("dispute", one.a, one.b, one.field, one.how, one.note): one for one in found}
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
