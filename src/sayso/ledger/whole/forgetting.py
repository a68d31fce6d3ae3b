"""Forgetting a text on demand: the text and all that was read from it go, a tombstone stays."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger import custody
from sayso.ledger.asking.texts import document_key, ledger_of
from sayso.ledger.canon import loads
from sayso.ledger.folding import fold
from sayso.ledger.rows import child_key, search_words
from sayso.ledger.schema import index
from sayso.ledger.schema.actors import actor_forwards
from sayso.ledger.schema.claims import (
    actor_names,
    actors,
    attributions,
    cast_members,
    claim_places,
    claims,
    disputes,
    participants,
    places,
    times,
    toponyms,
)
from sayso.ledger.schema.incidents import memberships
from sayso.ledger.schema.index import INDEXED
from sayso.ledger.schema.labels import labels
from sayso.ledger.schema.texts import appearances, bands, documents, originals, readings, relations, signatures
from sayso.ledger.writing.actor_judging import carry_out_all
from sayso.ledger.writing.contesting import mark
from sayso.ledger.writing.current import count
from sayso.ledger.writing.documents import text_of
from sayso.ledger.writing.incidents import refresh
from sayso.ledger.written import Written, plain
from sayso.model import Actor


def forget(connection: Connection, document: str, because: str, at: str, where: str) -> bool:
    """Take out the text of a document (id), where it appeared and all that was read from it; returns whether it was here.

    The log keeps that it was here, its hash, and that it was forgotten, when and why; so the chain stays whole.
    Raises NotInLedger.
    """
    key = document_key(connection, document, where)
    row = connection.execute(sa.select(documents).where(documents.c.key == key)).one()
    document = row.id
    if row.forgotten is not None:
        return False
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    for reading, current in connection.execute(
        sa.select(readings.c.key, readings.c.current).where(readings.c.document == key)
    ).all():
        _forget_reading(connection, reading, current=bool(current))
    carry_out_all(connection)
    index.take(connection, "search_documents", [(key, fold(text_of(row.text, row.escaped)))])
    _forget_appearances(connection, key)
    connection.execute(sa.delete(labels).where(labels.c.document == key))
    connection.execute(sa.delete(bands).where(bands.c.document == key))
    connection.execute(sa.delete(signatures).where(signatures.c.document == key))
    connection.execute(sa.delete(relations).where(sa.or_(relations.c.document == key, relations.c.other == key)))
    connection.execute(
        sa.update(documents)
        .where(documents.c.key == key)
        .values(text=None, escaped=0, characters=0, language=None, forgotten=at, because=plain(because))
    )
    custody.append(connection, at, "forgotten", document, document, because=plain(because))
    if connection.dialect.name == "sqlite":
        for name in INDEXED:  # merging the index's segments leaves no word of the text in them
            connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608  # a name of our own
    return True


def _forget_appearances(connection: Connection, document: int) -> None:
    hashes = connection.execute(
        sa.select(appearances.c.bytes_hash).where(appearances.c.document == document)
    ).scalars().all()  # fmt: skip
    connection.execute(sa.delete(appearances).where(appearances.c.document == document))
    still = sa.select(appearances.c.bytes_hash).where(appearances.c.bytes_hash.is_not(None))
    connection.execute(
        sa.delete(originals).where(
            originals.c.bytes_hash.in_([one for one in hashes if one is not None]), originals.c.bytes_hash.not_in(still)
        )
    )


def _forget_reading(connection: Connection, reading: int, *, current: bool) -> None:
    ledger = ledger_of(connection, reading)
    written = Written(ledger)
    if current:
        count(connection, reading, -1)
    index.take(
        connection,
        "search_claims",
        [(child_key(reading, number), search_words(claim, written)) for number, claim in enumerate(ledger.claims)],
    )
    named = connection.execute(
        sa.select(cast_members.c.actor, cast_members.c.noun).where(cast_members.c.reading == reading)
    ).all()
    put = connection.execute(
        sa.select(toponyms.c.place).where(toponyms.c.reading == reading, toponyms.c.place.is_not(None)).distinct()
    ).scalars().all()  # fmt: skip
    touched = connection.execute(sa.select(claims.c.incident).where(claims.c.reading == reading).distinct()).scalars()
    touched_keys = [one for one in touched.all() if one is not None]
    first, last = child_key(reading, 0), child_key(reading + 1, 0)
    for table in (participants, claim_places):
        connection.execute(sa.delete(table).where(table.c.claim >= first, table.c.claim < last))
    connection.execute(sa.delete(disputes).where(disputes.c.reading == reading))
    connection.execute(sa.delete(claims).where(claims.c.reading == reading))
    connection.execute(sa.update(attributions).where(attributions.c.reading == reading).values(parent=None))
    for table in (attributions, times, toponyms, cast_members):
        connection.execute(sa.delete(table).where(table.c.reading == reading))
    connection.execute(sa.delete(readings).where(readings.c.key == reading))
    _forget_claims(connection, list(written.claims.values()))
    _forget_actors(connection, [(row.actor, row.noun) for row in named])
    _forget_places(connection, [one for one in put if one is not None])
    refresh(connection, touched_keys)


def _forget_claims(connection: Connection, ids: list[str]) -> None:
    """Take out what points to claims (ids) that no other reading has."""
    kept = set(connection.execute(sa.select(claims.c.id).where(claims.c.id.in_(ids))).scalars())
    gone = [id_ for id_ in ids if id_ not in kept]
    connection.execute(sa.delete(memberships).where(memberships.c.claim.in_(gone)))
    d = disputes.c
    pulled = sa.and_(d.reading.is_(None), sa.or_(d.a.in_(gone), d.b.in_(gone)))
    others = connection.execute(sa.select(d.a, d.b).where(pulled)).all()
    connection.execute(sa.delete(disputes).where(pulled))
    if others:
        mark(connection, sorted({one for row in others for one in row} - set(gone)))


def _forget_actors(connection: Connection, named: list[tuple[int, str]]) -> None:
    """Take out the names, and the actors, that no other reading knows."""
    member = cast_members.c
    for actor in sorted({actor for actor, _ in named}):
        names = {plain(name) or "" for one, noun in named if one == actor for name in loads(noun, Actor).names}
        unused = set(
            connection.execute(
                sa.select(actor_names.c.name).where(
                    actor_names.c.actor == actor, actor_names.c.uses == 0, actor_names.c.name.in_(names)
                )
            ).scalars()
        )
        if unused:
            others = connection.execute(sa.select(member.noun).where(member.actor == actor)).scalars()
            unused -= {plain(name) or "" for noun in others for name in loads(noun, Actor).names}
            connection.execute(
                sa.delete(actor_names).where(actor_names.c.actor == actor, actor_names.c.name.in_(unused))
            )
        if connection.execute(sa.select(member.actor).where(member.actor == actor).limit(1)).first() is None:
            f = actor_forwards.c
            connection.execute(sa.delete(actor_forwards).where(sa.or_(f.actor == actor, f.forward == actor)))
            connection.execute(sa.delete(actors).where(actors.c.key == actor))


def _forget_places(connection: Connection, keys: Iterable[int]) -> None:
    for place in keys:
        if connection.execute(sa.select(toponyms.c.place).where(toponyms.c.place == place).limit(1)).first() is None:
            connection.execute(sa.delete(places).where(places.c.key == place))
