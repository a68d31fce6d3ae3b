"""Putting claims anew where their words narrow the place to, in a ledger of before they were put there.

Before schema 0005 a claim of "northern Syria" was put at Syria as a whole. What a reading's nouns say did not change;
the columns that are made from them did, and are made again here.
"""

import sqlalchemy as sa
from msgspec import DecodeError
from sqlalchemy import Connection

from sayso.errors import SaysoError
from sayso.ledger.asking.texts import ledger_of
from sayso.ledger.rows import Keys, child_key, claim_place_rows, claim_rows
from sayso.ledger.schema.claims import claim_places, claims, toponyms
from sayso.ledger.schema.texts import readings
from sayso.ledger.writing.current import count
from sayso.ledger.writing.incidents import refresh
from sayso.ledger.writing.readings import places_kept
from sayso.ledger.written import Written
from sayso.model import Ledger


def put_anew(connection: Connection) -> int:
    """Put the claims of every reading where its words narrow the place to; returns how many readings had others.

    A reading whose nouns cannot be read is left as it is: `sayso verify` names it.
    """
    t, found = toponyms.c, 0
    narrowed = sa.select(t.reading).where(t.noun.contains('"part":{')).distinct().order_by(t.reading)
    for reading in connection.execute(narrowed).scalars().all():
        try:
            ledger = ledger_of(connection, reading)
            written = Written(ledger)
        except (DecodeError, ValueError, SaysoError):
            continue
        keys = Keys(reading, {}, places_kept(connection, ledger))
        stored = connection.execute(sa.select(t.number, t.place).where(t.reading == reading).order_by(t.number)).all()
        if [row.place for row in stored] != [keys.places.get(one.id) for one in ledger.places]:
            _put(connection, written, keys)
            found += 1
    return found


def _put(connection: Connection, written: Written, keys: Keys) -> None:
    """Write anew where the names and claims of a reading are, and keep what is counted by place in step."""
    reading = keys.reading
    counts = connection.execute(sa.select(readings.c.current).where(readings.c.key == reading)).scalar_one()
    if counts:
        count(connection, reading, -1)
    _put_names(connection, written.ledger, keys)
    _put_claims(connection, written, keys)
    if counts:
        count(connection, reading, 1)
        touched = connection.execute(sa.select(claims.c.incident).where(claims.c.reading == reading).distinct())
        refresh(connection, [one for one in touched.scalars() if one is not None])


def _put_names(connection: Connection, ledger: Ledger, keys: Keys) -> None:
    connection.execute(
        sa.update(toponyms)
        .where(toponyms.c.reading == keys.reading, toponyms.c.number == sa.bindparam("at"))
        .values(place=sa.bindparam("where")),
        [{"at": number, "where": keys.places.get(one.id)} for number, one in enumerate(ledger.places)],
    )


def _put_claims(connection: Connection, written: Written, keys: Keys) -> None:
    rows = claim_rows(written, keys)
    if not rows:
        return
    connection.execute(
        sa.update(claims)
        .where(claims.c.key == sa.bindparam("row"))
        .values(place=sa.bindparam("where"), country=sa.bindparam("within")),
        [{"row": row["key"], "where": row["place"], "within": row["country"]} for row in rows],
    )
    c = claim_places.c.claim
    first, last = child_key(keys.reading, 0), child_key(keys.reading + 1, 0)
    connection.execute(sa.delete(claim_places).where(c >= first, c < last))
    put = claim_place_rows(written, keys)
    if put:
        connection.execute(sa.insert(claim_places), put)
