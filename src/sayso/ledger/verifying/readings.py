"""Verifying readings: their rows are made again from their nouns."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from msgspec import DecodeError
from sqlalchemy import Connection
from sqlalchemy.exc import NoResultFound

from sayso.errors import SaysoError
from sayso.ledger.asking.texts import ledger_of
from sayso.ledger.canon import dumps, loads
from sayso.ledger.folding import fold
from sayso.ledger.rows import (
    Keys,
    attribution_rows,
    child_key,
    claim_place_rows,
    claim_rows,
    dispute_rows,
    participant_rows,
    reading_row,
    search_words,
)
from sayso.ledger.schema.claims import (
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
from sayso.ledger.schema.index import unlike as unlike_index
from sayso.ledger.schema.texts import documents, readings, runs
from sayso.ledger.verifying.altered import Altered, Chronicle, detail_of, rows_unlike, unlike
from sayso.ledger.writing.current import best
from sayso.ledger.writing.documents import text_of
from sayso.ledger.written import Row, Written, actor_identity, place_identity, run_id
from sayso.model import Actor, Ledger, Place


def readings_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Readings, and everything in them, that are not what was written."""
    seen = set()
    keys = connection.execute(sa.select(readings.c.key, readings.c.id).order_by(readings.c.key)).all()
    for key, id_ in keys:
        seen.add(id_)
        yield from _reading(connection, chronicle, key, id_)
    for subject in sorted(set(chronicle.subjects("reading")) - seen):
        entry = chronicle.last("reading", subject)
        document = detail_of(entry).get("document")
        if chronicle.last("forgotten", str(document)) is None:
            yield Altered("readings", subject, "missing")
    yield from _orphans(connection)
    yield from _counting(connection)


def _reading(connection: Connection, chronicle: Chronicle, key: int, id_: str) -> Iterator[Altered]:
    entry = chronicle.last("reading", id_)
    if entry is None:
        yield Altered("readings", id_, "the log does not tell of it")
    row = connection.execute(
        sa.select(readings, runs.c.id.label("run_id"), documents.c.id.label("document_id"))
        .join(runs, runs.c.key == readings.c.run)
        .join(documents, documents.c.key == readings.c.document)
        .where(readings.c.key == key)
    ).mappings().first()  # fmt: skip
    if row is None:
        yield Altered("readings", id_, "its run or its document is missing")
        return
    try:
        ledger = ledger_of(connection, key)
        written = Written(ledger)
        wanted = reading_row(written)
    except (DecodeError, ValueError, SaysoError) as error:
        yield Altered("readings", id_, f"a noun in it cannot be read: {error}")
        return
    yield from unlike("readings", id_, row, {**wanted, "run_id": run_id(ledger.run), "document_id": ledger.document.id})
    if entry is not None and entry.digest != wanted["digest"]:
        yield Altered("readings", id_, "its nouns are not those that the log vouches for")
    yield from _within(connection, ledger, written, key, id_)


def _within(connection: Connection, ledger: Ledger, written: Written, key: int, id_: str) -> Iterator[Altered]:
    """Compare every row of a reading with what its nouns give."""
    keys = Keys(key, _locals(connection, cast_members, "actor", key), _locals(connection, toponyms, "place", key))
    yield from _identities(connection, ledger, keys, id_)
    for table, by, wanted in (
        (cast_members, ("number",), [
            {"number": number, "local": one.id, "noun": dumps(one)} for number, one in enumerate(ledger.cast.actors)
        ]),
        (toponyms, ("number",), [
            {"number": number, "local": one.id, "noun": dumps(one)} for number, one in enumerate(ledger.places)
        ]),
        (times, ("number",), [
            {"number": number, "type": one.type, "value": one.value, "edtf": one.edtf, "noun": dumps(one)}
            for number, one in enumerate(ledger.times)
        ]),
        (attributions, ("number",), attribution_rows(written, key, keys.actors)),
        (claims, ("number",), claim_rows(written, keys)),
        (disputes, ("number",), dispute_rows(written, key)),
    ):  # fmt: skip
        stored = connection.execute(sa.select(table).where(table.c.reading == key)).mappings().all()
        yield from rows_unlike(table, stored, wanted, by, id_)
    first, last = child_key(key, 0), child_key(key + 1, 0)
    pairs: tuple[tuple[sa.Table, tuple[str, ...], list[Row]], ...] = (
        (participants, ("claim", "role", "actor"), participant_rows(written, keys)),
        (claim_places, ("claim", "place"), claim_place_rows(written, keys)),
    )
    for table, names, rows in pairs:
        c = table.c.claim
        stored = connection.execute(sa.select(table).where(c >= first, c < last)).mappings().all()
        yield from rows_unlike(table, stored, rows, names, id_)


def _locals(connection: Connection, table: sa.Table, column: str, reading: int) -> dict[str, int]:
    rows = connection.execute(sa.select(table.c.local, table.c[column]).where(table.c.reading == reading))
    return {local: key for local, key in rows if key is not None}


def _identities(connection: Connection, ledger: Ledger, keys: Keys, id_: str) -> Iterator[Altered]:
    """Do the actors and places that the reading points to bear the ids that its nouns give?"""
    known: dict[int, str] = {}
    for table, wanted, found in (
        (actors, {one.id: actor_identity(one)[0] for one in ledger.cast.actors}, keys.actors),
        (places, {one.id: place_identity(one.where)[0] for one in ledger.places if one.where}, keys.places),
    ):
        rows = connection.execute(sa.select(table.c.key, table.c.id).where(table.c.key.in_(set(found.values()))))
        known = dict(rows.all())
        name = "cast_members" if table is actors else "toponyms"
        for local, right in wanted.items():
            if known.get(found.get(local, -1)) != right:
                yield Altered(name, f"{id_} {local}", f"altered: {'actor' if table is actors else 'place'}")


def index_altered(connection: Connection) -> Iterator[Altered]:
    """Texts and claims that the full-text index does not hold as they are."""
    for key in unlike_index(connection, "search_documents", _texts(connection)):
        yield Altered("search_documents", str(key), "its words are not those of the text")
    for key in unlike_index(connection, "search_claims", _claims(connection)):
        yield Altered("search_claims", str(key), "its words are not those of the claim")


def _texts(connection: Connection) -> Iterator[tuple[int, str]]:
    columns = documents.c
    rows = connection.execute(
        sa.select(columns.key, columns.text, columns.escaped).where(columns.text.is_not(None)).order_by(columns.key)
    )
    for row in rows:
        try:
            yield row.key, fold(text_of(row.text, row.escaped))
        except ValueError:  # the text's own check names it
            yield row.key, ""


def _claims(connection: Connection) -> Iterator[tuple[int, str]]:
    for key in connection.execute(sa.select(readings.c.key).order_by(readings.c.key)).scalars().all():
        try:
            ledger = ledger_of(connection, key)
            written = Written(ledger)
        except (DecodeError, ValueError, SaysoError, NoResultFound):  # the reading's own check names it
            continue
        for number, claim in enumerate(ledger.claims):
            yield child_key(key, number), search_words(claim, written)


def _orphans(connection: Connection) -> Iterator[Altered]:
    """Rows of readings that are not there."""
    there = sa.select(readings.c.key)
    for table in (cast_members, toponyms, times, attributions, claims):
        lost = connection.execute(sa.select(table.c.reading).where(table.c.reading.not_in(there)).distinct()).scalars()
        for reading in lost:
            yield Altered(table.name, f"of reading {reading}", "its reading is missing")
    for table in (participants, claim_places):
        c = table.c.claim
        lost = connection.execute(sa.select(c).where(c.not_in(sa.select(claims.c.key))).distinct()).scalars()
        for claim in lost:
            yield Altered(table.name, f"of claim {claim}", "its claim is missing")


def _counting(connection: Connection) -> Iterator[Altered]:
    """Readings that count and should not, or should and do not."""
    rows = connection.execute(
        sa.select(readings.c.key, readings.c.id, readings.c.document, readings.c.current, readings.c.published_day,
                  readings.c.digest, readings.c.noun, runs.c.sayso, runs.c.key.label("run"))
        .join(runs, runs.c.key == readings.c.run).order_by(readings.c.document)
    ).all()  # fmt: skip
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.document, []).append(row)
    for group in groups.values():
        chosen = best(group)
        for row in group:
            if bool(row.current) != (row.key == chosen.key):
                yield Altered("readings", row.id, "altered: current")
    wrong = connection.execute(
        sa.select(claims.c.id).join(readings, readings.c.key == claims.c.reading).where(claims.c.current != readings.c.current)
    ).scalars()  # fmt: skip
    for id_ in wrong:
        yield Altered("claims", id_, "altered: current")


def things_altered(connection: Connection) -> Iterator[Altered]:
    """Actors and places whose columns do not fit their ids."""
    for row in connection.execute(sa.select(actors)).mappings():
        noun = Actor(
            row["registry"] or row["code"], row["kind"], (), row["country"], row["sector"], registry=row["registry"]
        )
        id_, columns = actor_identity(noun)
        if row["registry"] is not None and row["registry"] != row["code"]:
            yield Altered("actors", row["id"], "altered: code")
        elif id_ != row["id"] and not _odd(row):
            yield Altered("actors", row["id"], f"altered: {', '.join(columns)}")
    for row in connection.execute(sa.select(places)).mappings():
        try:
            place = loads(row["noun"], Place)
        except (DecodeError, ValueError):
            yield Altered("places", row["id"], "altered: noun")
            continue
        id_, wanted = place_identity(place)
        yield from unlike("places", row["id"], row, {"id": id_, **wanted})


def _odd(row: sa.RowMapping) -> bool:
    """Has the actor's code characters that the column could not hold? Then its id cannot be made from it again."""
    return "\ufffd" in row["code"]
