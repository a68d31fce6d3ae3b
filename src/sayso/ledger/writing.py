"""Writing: a document, where it appeared, and what a run read in it. Each in the transaction that the caller opened."""

import json
import zlib

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger import custody, index
from sayso.ledger.actor_judging import carry_out_again
from sayso.ledger.canon import content_id, dumps
from sayso.ledger.current import choose
from sayso.ledger.folding import fold
from sayso.ledger.incidents import assign
from sayso.ledger.keys import key_of, keys_made, next_key
from sayso.ledger.nouns import Added, Appearance
from sayso.ledger.rows import (
    Keys,
    Row,
    Written,
    actor_identity,
    appearance_of,
    attribution_rows,
    child_key,
    claim_place_rows,
    claim_rows,
    dispute_rows,
    participant_rows,
    place_identity,
    plain,
    reading_row,
    run_id,
    search_words,
)
from sayso.ledger.schema_claims import (
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
from sayso.ledger.schema_texts import appearances, documents, originals, readings, runs
from sayso.model import Document, Ledger, Run


def add(
    connection: Connection, ledger: Ledger, at: str, appearance: Appearance | None = None, original: bytes | None = None
) -> Added:
    """Keep a document, its appearance and its reading; what the ledger has already is not added again."""
    written = Written(ledger)
    row = reading_row(written)
    document, new_document = keep_document(connection, ledger.document, at)
    if is_forgotten(connection, document):
        return Added(ledger.document.id, row["id"], False, False, False, forgotten=True)
    new_appearance = appear(
        connection, document, ledger.document.id, appearance or appearance_of(ledger.document), at, original
    )
    new_reading = key_of(connection, readings, row["id"]) is None
    if new_reading:
        _keep_reading(connection, written, document, row, at, fresh=new_document)
    return Added(ledger.document.id, row["id"], new_document, new_reading, new_appearance)


def is_forgotten(connection: Connection, document: int) -> bool:
    """Was the text of a document (key) forgotten on demand?"""
    return connection.execute(sa.select(documents.c.forgotten).where(documents.c.key == document)).scalar() is not None


def keep_document(connection: Connection, document: Document, at: str) -> tuple[int, bool]:
    """The key of a document, and whether it is new."""
    known = key_of(connection, documents, document.id)
    if known is not None:
        return known, False
    key = next_key(connection, documents)
    connection.execute(
        sa.insert(documents),
        {
            "key": key,
            "id": document.id,
            **text_columns(document.text),
            "characters": len(document.text),
            "language": document.language,
            "forgotten": None,
            "because": None,
        },
    )
    index.put(connection, "search_documents", [(key, fold(document.text))])
    custody.append(connection, at, "document", document.id, document.id, characters=len(document.text))
    return key, True


def keep_tombstone(connection: Connection, document: str, forgotten: str, because: str, at: str) -> None:
    """Keep that a document (id) was forgotten elsewhere, so that it is not taken in here."""
    if key_of(connection, documents, document) is None:
        values = {"key": next_key(connection, documents), "id": document, "text": None, "escaped": 0, "characters": 0}
        connection.execute(
            sa.insert(documents), {**values, "language": None, "forgotten": at, "because": plain(because)}
        )
        custody.append(connection, at, "document", document, document, characters=0)
        custody.append(connection, at, "forgotten", document, document, because=plain(because), first=forgotten)


def text_columns(text: str) -> Row:
    """A text as its two columns: as it is, or as a JSON string where it has characters that no database takes."""
    if plain(text) == text:
        return {"text": text, "escaped": 0}
    return {"text": json.dumps(text), "escaped": 1}


def text_of(text: str | None, escaped: int) -> str:
    """The text of the two columns `text` and `escaped`; empty where it is forgotten."""
    if text is None:
        return ""
    return str(json.loads(text)) if escaped else text


def appear(
    connection: Connection, document: int, document_id: str, appearance: Appearance, at: str, original: bytes | None
) -> bool:
    """Keep where a document appeared, and its bytes if they are given; returns whether that is new."""
    id_ = content_id("appearance", document_id, appearance)
    if key_of(connection, appearances, id_) is not None:
        return False
    noun = dumps(appearance)
    connection.execute(
        sa.insert(appearances),
        {
            "key": next_key(connection, appearances),
            "id": id_,
            "document": document,
            "doc": plain(appearance.doc),
            "title": plain(appearance.title),
            "publisher": plain(appearance.publisher),
            "url": plain(appearance.url),
            "published": appearance.published,
            "bytes_hash": appearance.bytes_hash,
            "licence": plain(appearance.licence),
            "noun": noun,
        },
    )
    if original is not None and appearance.bytes_hash is not None:
        _keep_original(connection, appearance, original)
    kept = appearance.bytes_hash if original is not None else None
    custody.append(connection, at, "appearance", id_, content_id(noun), document=document_id, original=kept)
    return True


def _keep_original(connection: Connection, appearance: Appearance, original: bytes) -> None:
    known = sa.select(originals.c.bytes_hash).where(originals.c.bytes_hash == appearance.bytes_hash)
    if connection.execute(known).first() is None:
        values = {
            "bytes_hash": appearance.bytes_hash,
            "media_type": appearance.media_type,
            "packed": zlib.compress(original, 6),
        }
        connection.execute(sa.insert(originals), values)


def keep_run(connection: Connection, run: Run, at: str) -> int:
    """The key of a run; a new one is written to the log."""
    id_ = run_id(run)
    known = key_of(connection, runs, id_)
    if known is not None:
        return known
    key, noun = next_key(connection, runs), dumps(run)
    connection.execute(
        sa.insert(runs),
        {
            "key": key,
            "id": id_,
            "sayso": run.sayso,
            "model": run.model,
            "settings": run.settings,
            "at": at,
            "noun": noun,
        },
    )
    custody.append(connection, at, "run", id_, content_id(noun))
    return key


def _keep_reading(connection: Connection, written: Written, document: int, row: Row, at: str, *, fresh: bool) -> None:
    ledger = written.ledger
    run = keep_run(connection, ledger.run, at)
    reading = next_key(connection, readings)
    connection.execute(sa.insert(readings), {"key": reading, "run": run, "document": document, "current": 0, **row})
    keys = Keys(reading, _keep_cast(connection, written, reading), _keep_places(connection, written, reading))
    _keep_times(connection, written, reading)
    _insert(connection, attributions, _parents_first(attribution_rows(written, reading, keys.actors)))
    placed = _keep_claims(connection, written, keys, at, fresh=fresh)
    custody.append(
        connection, at, "reading", row["id"], row["digest"], document=ledger.document.id, run=run_id(ledger.run),
        claims=len(ledger.claims), placed=placed,
    )  # fmt: skip
    choose(connection, document)


def _parents_first(rows: list[Row]) -> list[Row]:
    """Attributions so that each comes after the one that it stands in, which may come later in the text."""
    above = {row["key"]: row["parent"] for row in rows}

    def depth(key: int | None) -> int:
        found = 0
        while key is not None and found <= len(rows):
            key, found = above.get(key), found + 1
        return found

    return sorted(rows, key=lambda row: depth(row["parent"]))


def _insert(connection: Connection, table: sa.Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)


def _keep_cast(connection: Connection, written: Written, reading: int) -> dict[str, int]:
    """Keep the actors of a reading; their keys by local id."""
    ledger = written.ledger
    identities = [actor_identity(actor) for actor in ledger.cast.actors]
    keys = keys_made(connection, actors, dict(identities), documents=0, claims=0)
    named = {
        (keys[id_], plain(name) or ""): fold(name)
        for (id_, _), actor in zip(identities, ledger.cast.actors, strict=True)
        for name in actor.names
    }
    known = {
        (row.actor, row.name)
        for row in connection.execute(
            sa.select(actor_names.c.actor, actor_names.c.name).where(actor_names.c.actor.in_(sorted(set(keys.values()))))
        )
    } if named else set()  # fmt: skip
    _insert(
        connection,
        actor_names,
        [
            {"actor": actor, "name": name, "folded": folded, "uses": 0}
            for (actor, name), folded in sorted(named.items())
            if (actor, name) not in known
        ],
    )
    _insert(
        connection,
        cast_members,
        [
            {
                "reading": reading,
                "number": number,
                "actor": keys[id_],
                "local": actor.id,
                "noun": written.nouns["actors"][number],
            }
            for number, ((id_, _), actor) in enumerate(zip(identities, ledger.cast.actors, strict=True))
        ],
    )
    carry_out_again(connection, list(keys))
    return {actor.id: keys[id_] for (id_, _), actor in zip(identities, ledger.cast.actors, strict=True)}


def places_kept(connection: Connection, ledger: Ledger) -> dict[str, int]:
    """Keep the places that the names of a reading are at; their keys by the names' local ids."""
    identities = {one.id: place_identity(one.where) for one in ledger.places if one.where is not None}
    keys = keys_made(connection, places, dict(identities.values()), documents=0, claims=0)
    return {local: keys[id_] for local, (id_, _) in identities.items()}


def _keep_places(connection: Connection, written: Written, reading: int) -> dict[str, int]:
    """Keep the place names of a reading and where they are; the places' keys by local id."""
    found = places_kept(connection, written.ledger)
    _insert(
        connection,
        toponyms,
        [
            {
                "reading": reading,
                "number": number,
                "local": one.id,
                "place": found.get(one.id),
                "noun": written.nouns["places"][number],
            }
            for number, one in enumerate(written.ledger.places)
        ],
    )
    return found


def _keep_times(connection: Connection, written: Written, reading: int) -> None:
    _insert(
        connection,
        times,
        [
            {
                "reading": reading,
                "number": number,
                "type": one.type,
                "value": one.value,
                "edtf": one.edtf,
                "noun": written.nouns["times"][number],
            }
            for number, one in enumerate(written.ledger.times)
        ],
    )


def _keep_claims(connection: Connection, written: Written, keys: Keys, at: str, *, fresh: bool) -> str:
    """Keep the claims of a reading; returns a digest of the incidents that it puts them into."""
    incident, placed = assign(connection, written, at, fresh=fresh)
    pulled = dispute_rows(written, keys.reading)
    disputed = {one for row in pulled for one in (row["a"], row["b"])}
    if not fresh:
        disputed |= _disputed_across(connection, list(written.claims.values()))
    rows = claim_rows(written, keys)
    for row in rows:
        row |= {"current": 0, "incident": incident[row["id"]], "disputed": int(row["id"] in disputed)}
    _insert(connection, claims, rows)
    _insert(connection, participants, participant_rows(written, keys))
    _insert(connection, claim_places, claim_place_rows(written, keys))
    first = next_key(connection, disputes) if pulled else 0
    _insert(connection, disputes, [{"key": first + number, **row} for number, row in enumerate(pulled)])
    index.put(
        connection,
        "search_claims",
        [
            (child_key(keys.reading, number), search_words(claim, written))
            for number, claim in enumerate(written.ledger.claims)
        ],
    )
    return placed


def _disputed_across(connection: Connection, ids: list[str]) -> set[str]:
    """Which of the claims others' claims pull against, across documents."""
    rows = connection.execute(
        sa.select(disputes.c.a, disputes.c.b).where(
            disputes.c.reading.is_(None), sa.or_(disputes.c.a.in_(ids), disputes.c.b.in_(ids))
        )
    )
    return {one for row in rows for one in (row.a, row.b)} & set(ids)
