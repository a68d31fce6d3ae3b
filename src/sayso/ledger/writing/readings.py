"""Writing what a run read in a document. Each function writes in the transaction that the caller opened."""

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger import custody
from sayso.ledger.canon import content_id, dumps
from sayso.ledger.folding import fold
from sayso.ledger.keys import key_of, keys_made, next_key
from sayso.ledger.nouns import Added, Appearance
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
from sayso.ledger.schema import index
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
from sayso.ledger.schema.texts import readings, runs
from sayso.ledger.writing.actor_judging import carry_out_again
from sayso.ledger.writing.current import choose
from sayso.ledger.writing.documents import appear, is_forgotten, keep_document
from sayso.ledger.writing.incidents import assign
from sayso.ledger.written import Row, Written, actor_identity, appearance_of, place_identity, plain, run_id
from sayso.model import Ledger, Run


def keep_ledger(
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
