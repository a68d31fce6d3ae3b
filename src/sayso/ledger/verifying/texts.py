"""Verifying texts and what is kept beside them."""

import hashlib
import zlib
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.canon import content_id
from sayso.ledger.nouns import Appearance, Judgement, Relation
from sayso.ledger.schema.incidents import judgements
from sayso.ledger.schema.texts import (
    appearances,
    bands,
    documents,
    feeds,
    originals,
    problems,
    relations,
    runs,
    signatures,
)
from sayso.ledger.verifying.altered import Altered, Chronicle, detail_of, unlike
from sayso.ledger.verifying.nouns import Wanted, noun_of, nouns_altered
from sayso.ledger.writing.documents import text_columns, text_of
from sayso.ledger.written import plain, run_id
from sayso.model import Problem, Run


def documents_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Texts that are not those that were added; tombstones without a word of why."""
    seen = set()
    for row in connection.execute(sa.select(documents).order_by(documents.c.key)).mappings():
        seen.add(row["id"])
        if chronicle.last("document", row["id"]) is None:
            yield Altered("documents", row["id"], "the log does not tell that it was added")
        gone = chronicle.last("forgotten", row["id"])
        if row["text"] is None:
            wanted = {
                "forgotten": gone.at if gone else None,
                "because": detail_of(gone).get("because"),
            }
            if gone is None:
                yield Altered(
                    "documents", row["id"], "its text is missing, and the log does not tell that it was forgotten"
                )
            yield from unlike("documents", row["id"], row, {**wanted, "escaped": 0, "characters": 0, "language": None})
            continue
        yield from _text(row, forgotten=gone is not None)
    for subject in sorted(set(chronicle.subjects("document")) - seen):
        yield Altered("documents", subject, "missing")


def _text(row: sa.RowMapping, *, forgotten: bool) -> Iterator[Altered]:
    name = str(row["id"])
    try:
        text = text_of(row["text"], row["escaped"])
    except ValueError:
        yield Altered("documents", name, "altered: text")
        return
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != name:
        yield Altered("documents", name, "altered: text")
        return
    wanted = {**text_columns(text), "characters": len(text), "forgotten": None, "because": None}
    yield from unlike("documents", name, row, wanted)
    if forgotten:
        yield Altered("documents", name, "it was forgotten, and its text is here again")


def appearances_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Appearances that are not what was written."""
    ids = dict(connection.execute(sa.select(documents.c.key, documents.c.id)).all())

    def wanted(noun: Appearance, row: sa.RowMapping) -> Wanted:
        return {
            "id": content_id("appearance", ids.get(row["document"]), noun), "doc": plain(noun.doc),
            "title": plain(noun.title), "publisher": plain(noun.publisher), "url": plain(noun.url),
            "published": noun.published, "bytes_hash": noun.bytes_hash, "licence": plain(noun.licence),
        }  # fmt: skip

    yield from nouns_altered(connection, chronicle, appearances, Appearance, wanted)


def relations_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Relations that are not what was written."""
    keys = dict(connection.execute(sa.select(documents.c.id, documents.c.key)).all())

    def wanted(noun: Relation, _row: sa.RowMapping) -> Wanted:
        return {
            "id": content_id("relation", noun), "document": keys.get(noun.document), "other": keys.get(noun.other),
            "kind": noun.kind, "score": noun.score,
        }  # fmt: skip

    yield from nouns_altered(connection, chronicle, relations, Relation, wanted)


def runs_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Runs that are not what was written."""

    def wanted(noun: Run, row: sa.RowMapping) -> Wanted:
        entry = chronicle.last("run", row["id"])
        return {
            "id": run_id(noun), "sayso": noun.sayso, "model": noun.model, "settings": noun.settings,
            "at": entry.at if entry is not None else None,
        }  # fmt: skip

    yield from nouns_altered(connection, chronicle, runs, Run, wanted)


def judgements_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Judgements that are not what was written."""

    def wanted(noun: Judgement, _row: sa.RowMapping) -> Wanted:
        return {
            "id": content_id("judgement", noun), "action": noun.action, "verdict": noun.verdict,
            "incident": noun.incident, "other": noun.other, "by": plain(noun.by), "author": noun.author,
            "score": noun.score, "at": noun.at, "reason": plain(noun.reason),
        }  # fmt: skip

    yield from nouns_altered(connection, chronicle, judgements, Judgement, wanted)


def problems_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Problems that are not what was written."""

    def wanted(noun: Problem, row: sa.RowMapping) -> Wanted:
        met = chronicle.about.get(("problem", row["id"]), [])
        gone = chronicle.last("solved", row["id"])
        solved = gone.at if gone is not None and met and gone.number > met[-1].number else None
        return {
            "id": content_id("problem", noun), "doc": plain(noun.doc), "cause": plain(noun.cause),
            "place": plain(noun.where), "tries": len(met), "at": met[-1].at if met else None, "solved": solved,
            "source": detail_of(met[-1] if met else None).get("source"),
        }  # fmt: skip

    yield from nouns_altered(connection, chronicle, problems, Problem, wanted)


def beside_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Original bytes, signatures and feeds that are not what was written."""
    yield from _originals(connection, chronicle)
    banded: dict[int, list[int]] = {}
    for row in connection.execute(sa.select(bands.c.document, bands.c.band).order_by(bands.c.band)):
        banded.setdefault(row.document, []).append(row.band)
    signed = connection.execute(
        sa.select(documents.c.id, signatures).join(documents, documents.c.key == signatures.c.document)
    ).all()
    for row in signed:
        entry = chronicle.last("signature", row.id)
        right_digest = content_id(bytes(row.signature).hex(), banded.pop(row.document, []))
        if entry is None or entry.digest != right_digest:
            yield Altered("signatures", row.id, "altered: signature or bands")
    for document in sorted(banded):
        yield Altered("bands", str(document), "added")
    for subject in sorted(set(chronicle.subjects("signature")) - {row.id for row in signed}):
        if chronicle.last("forgotten", subject) is None:
            yield Altered("signatures", subject, "missing")
    yield from _feeds(connection, chronicle)


def _originals(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    seen = set()
    types: dict[str, set[str | None]] = {}
    for row in connection.execute(sa.select(appearances.c.bytes_hash, appearances.c.noun)):
        found = noun_of(row.noun, Appearance)
        types.setdefault(row.bytes_hash, set()).add(found.media_type if found is not None else None)
    for row in connection.execute(sa.select(originals)):
        seen.add(row.bytes_hash)
        try:
            unpacking = zlib.decompressobj()
            unpacked = unpacking.decompress(row.packed)
            whole = unpacking.eof and not unpacking.unused_data
            right = whole and hashlib.sha256(unpacked).hexdigest() == row.bytes_hash
        except zlib.error:
            right = False
        if not right:
            yield Altered("originals", row.bytes_hash, "altered: packed")
        if row.media_type not in types.get(row.bytes_hash, ()):
            yield Altered("originals", row.bytes_hash, "altered: media_type")

    for subject in chronicle.subjects("appearance"):
        detail = detail_of(chronicle.last("appearance", subject))
        kept = detail.get("original")
        if kept is not None and kept not in seen and chronicle.last("forgotten", str(detail.get("document"))) is None:
            yield Altered("originals", str(kept), "missing")


def _feeds(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    seen = set()
    for row in connection.execute(sa.select(feeds)):
        subject = content_id("feed", row.url)
        seen.add(subject)
        entry = chronicle.last("fetched", subject)
        if entry is None or (entry.digest, entry.at) != (content_id(row.url, row.etag, row.modified), row.at):
            yield Altered("feeds", row.url, "altered")
    for subject in sorted(set(chronicle.subjects("fetched")) - seen):
        yield Altered("feeds", subject, "missing")
