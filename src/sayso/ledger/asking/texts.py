"""Documents, readings and runs that fit a question; and the Ledger of one article made whole again."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import NotInLedger
from sayso.ledger import custody
from sayso.ledger.asking.cursors import Order
from sayso.ledger.asking.searching import matching
from sayso.ledger.asking.telling import MANY
from sayso.ledger.canon import content_id, loads
from sayso.ledger.filters import Page
from sayso.ledger.keys import key_of, named, whole_id
from sayso.ledger.nouns import Appearance, Relation
from sayso.ledger.paging import paged
from sayso.ledger.records import DocumentRecord, ReadingRecord, RunRecord
from sayso.ledger.schema.claims import attributions, cast_members, claims, disputes, times, toponyms
from sayso.ledger.schema.texts import appearances, documents, feeds, originals, readings, relations, runs
from sayso.ledger.writing.documents import text_of
from sayso.ledger.writing.origins import roots_of
from sayso.model import (
    Actor,
    Attribution,
    Cast,
    Claim,
    Dispute,
    Document,
    Ledger,
    Mention,
    Run,
    TimeExpression,
    Toponym,
)


class DocumentFilter(Struct, frozen=True, kw_only=True):
    """Which documents are asked for. since, until: days of publication, YYYY-MM-DD. words: a search over the texts.

    forgotten: True, only tombstones; False, only texts that are here; None, both.
    """

    ids: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: str | None = None
    forgotten: bool | None = None


def _documents() -> sa.Select[Any]:
    d, r = documents.c, readings.c
    return sa.select(
        d.key, d.id, d.language, d.characters, d.forgotten, d.because, r.doc, r.title, r.publisher, r.url, r.published,
        r.claims,
    ).outerjoin(readings, sa.and_(r.document == d.key, r.current == 1))  # fmt: skip


def find_documents(connection: Connection, asked: DocumentFilter, page: Page) -> Iterator[DocumentRecord]:
    """The documents that fit, by day of publication."""
    statement = paged(_order(descending=page.descending).sorted(_fitting(connection, asked)), page)
    with connection.execute(statement, execution_options={"stream_results": True}) as found:
        for rows in found.partitions(MANY):
            yield from _records(connection, rows)


def documents_after(
    connection: Connection, asked: DocumentFilter, limit: int, cursor: str | None, *, descending: bool
) -> tuple[Sequence[DocumentRecord], str | None]:
    """At most so many documents that fit, after a cursor; and the cursor of the next. Raises BadQuery."""
    rows, following = _order(descending=descending).page(connection, _fitting(connection, asked), limit, cursor)
    return _records(connection, rows), following


def _order(*, descending: bool) -> Order:
    """By day of publication; what has none comes before all days."""
    return Order("documents", (sa.func.coalesce(readings.c.published_day, ""), documents.c.key), descending)


def _fitting(connection: Connection, asked: DocumentFilter) -> sa.Select[Any]:
    d, r = documents.c, readings.c
    statement = _documents()
    if asked.ids:
        statement = statement.where(named(d.id, asked.ids))
    if asked.publisher:
        statement = statement.where(r.publisher.in_(asked.publisher))
    if asked.language:
        statement = statement.where(d.language.in_(asked.language))
    if asked.since is not None:
        statement = statement.where(r.published_day >= asked.since)
    if asked.until is not None:
        statement = statement.where(r.published_day <= asked.until, r.published_day > "")
    if asked.words is not None:
        statement = statement.where(d.key.in_(matching(connection, "search_documents", asked.words)))
    if asked.forgotten is not None:
        statement = statement.where(d.forgotten.is_not(None) if asked.forgotten else d.forgotten.is_(None))
    return statement


def _records(connection: Connection, rows: Sequence[Any]) -> list[DocumentRecord]:
    roots = roots_of(connection, {row.key: row.id for row in rows})
    return [
        DocumentRecord(
            id=row.id, doc=row.doc or "", title=row.title, publisher=row.publisher, url=row.url, published=row.published,
            language=row.language, characters=row.characters, claims=row.claims or 0, forgotten=row.forgotten,
            because=row.because, origin=roots[row.key],
        )
        for row in rows
    ]  # fmt: skip


def documents_by_key(connection: Connection, keys: Sequence[int]) -> dict[int, DocumentRecord]:
    """The records of documents by key."""
    rows = connection.execute(_documents().where(documents.c.key.in_(keys))).all()
    return dict(zip((row.key for row in rows), _records(connection, rows), strict=True))


def document_record(connection: Connection, id: str, where: str) -> DocumentRecord:  # noqa: A002  # the noun's own field
    """A document with its appearances, relations and readings. Raises NotInLedger."""
    whole = whole_id(connection, documents, id, "document", where)
    row = connection.execute(_documents().where(documents.c.id == whole)).one()
    shown = connection.execute(
        sa.select(appearances.c.noun).where(appearances.c.document == row.key).order_by(appearances.c.id)
    ).scalars()
    related = connection.execute(
        sa.select(relations.c.noun)
        .where(sa.or_(relations.c.document == row.key, relations.c.other == row.key))
        .order_by(relations.c.id)
    ).scalars()
    found = tuple(loads(noun, Appearance) for noun in shown)
    (record,) = _records(connection, [row])
    return msgspec.structs.replace(
        record,
        doc=record.doc or (found[0].doc if found else ""),
        appearances=found,
        relations=tuple(loads(noun, Relation) for noun in related),
        readings=readings_of(connection, row.key),
    )


def document_key(connection: Connection, id: str, where: str) -> int:  # noqa: A002  # the noun's own field name
    """The key of a document. Raises NotInLedger."""
    key = key_of(connection, documents, whole_id(connection, documents, id, "document", where))
    assert key is not None
    return key


def original(connection: Connection, bytes_hash: str) -> bytes | None:
    """The bytes with that SHA-256, where they are kept."""
    packed = connection.execute(sa.select(originals.c.packed).where(originals.c.bytes_hash == bytes_hash)).scalar()
    return None if packed is None else zlib.decompress(packed)


def keep_feed(connection: Connection, url: str, etag: str | None, modified: str | None, at: str) -> None:
    """Keep what a feed's server said for the next conditional request."""
    connection.execute(sa.delete(feeds).where(feeds.c.url == url))
    connection.execute(sa.insert(feeds), {"url": url, "etag": etag, "modified": modified, "at": at})
    custody.append(connection, at, "fetched", content_id("feed", url), content_id(url, etag, modified))


def feed(connection: Connection, url: str) -> tuple[str | None, str | None] | None:
    """ETag and Last-Modified of a feed's last answer; None where it was never fetched."""
    row = connection.execute(sa.select(feeds.c.etag, feeds.c.modified).where(feeds.c.url == url)).first()
    return None if row is None else (row.etag, row.modified)


def readings_of(connection: Connection, document: int) -> tuple[ReadingRecord, ...]:
    """The readings of a document (key), the one that counts first."""
    r = readings.c
    rows = connection.execute(
        sa.select(r.id, r.current, r.digest, r.claims, runs.c.id.label("run_id"), runs.c.noun, documents.c.id.label("doc_id"))
        .join(runs, runs.c.key == r.run)
        .join(documents, documents.c.key == r.document)
        .where(r.document == document)
        .order_by(r.current.desc(), r.key.desc())
    )  # fmt: skip
    return tuple(
        ReadingRecord(row.id, row.doc_id, loads(row.noun, Run), row.run_id, bool(row.current), row.digest, row.claims)
        for row in rows
    )


def text(connection: Connection, id: str, where: str) -> str:  # noqa: A002  # the noun's own field name
    """The text of a document. Raises NotInLedger where there is none, or where it was forgotten."""
    row = connection.execute(
        sa.select(documents.c.text, documents.c.escaped, documents.c.forgotten).where(documents.c.id == id)
    ).first()
    if row is None:
        raise NotInLedger(where, f"there is no document {id}")
    if row.text is None:
        raise NotInLedger(where, f"the text of {id} was forgotten on {row.forgotten}")
    return text_of(row.text, row.escaped)


def texts_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The texts of documents by id; without those that are not there or were forgotten."""
    d = documents.c
    return {
        row.id: text_of(row.text, row.escaped)
        for start in range(0, len(ids), MANY)
        for row in connection.execute(
            sa.select(d.id, d.text, d.escaped).where(named(d.id, ids[start : start + MANY]), d.text.is_not(None))
        )
    }


def ledger_of(connection: Connection, reading: int) -> Ledger:
    """The Ledger of one article as the reading (key) found it."""
    row = connection.execute(
        sa.select(readings.c.noun, readings.c.mentions, runs.c.noun.label("run"), documents.c.text, documents.c.escaped)
        .join(runs, runs.c.key == readings.c.run)
        .join(documents, documents.c.key == readings.c.document)
        .where(readings.c.key == reading)
    ).one()
    return Ledger(
        document=msgspec.structs.replace(loads(row.noun, Document), text=text_of(row.text, row.escaped)),
        run=loads(row.run, Run),
        cast=Cast(_nouns(connection, cast_members, reading, Actor), loads(row.mentions, tuple[Mention, ...])),
        places=_nouns(connection, toponyms, reading, Toponym),
        times=_nouns(connection, times, reading, TimeExpression),
        attributions=_nouns(connection, attributions, reading, Attribution),
        claims=_nouns(connection, claims, reading, Claim),
        disputes=_nouns(connection, disputes, reading, Dispute),
    )


def _nouns(connection: Connection, table: sa.Table, reading: int, kind: type[Any]) -> tuple[Any, ...]:
    statement = sa.select(table.c.noun).where(table.c.reading == reading).order_by(table.c.number)
    return tuple(loads(noun, kind) for noun in connection.execute(statement).scalars())


def reading_key(connection: Connection, document: str, run: str | None, where: str) -> int:
    """The key of the reading of a document (id) that counts, or of that by a run (id). Raises NotInLedger."""
    key = key_of(connection, documents, document)
    statement = sa.select(readings.c.key).where(readings.c.document == key).order_by(readings.c.current.desc())
    if run is None:
        statement = statement.where(readings.c.current == 1)
    else:
        statement = statement.join(runs, runs.c.key == readings.c.run).where(runs.c.id == run)
    found = connection.execute(statement.order_by(readings.c.digest)).scalars().first()
    if found is None:
        raise NotInLedger(
            where, f"there is no reading of the document {document}" + (f" by the run {run}" if run else "")
        )
    return int(found)


def find_runs(connection: Connection, page: Page) -> tuple[RunRecord, ...]:
    """The runs, in the order in which they were first used here."""
    r = readings.c
    counted = (
        sa.select(r.run, sa.func.count().label("readings"), sa.func.sum(r.current).label("current")).group_by(r.run)
    ).subquery()
    statement = (
        sa.select(runs.c.id, runs.c.noun, runs.c.at, counted.c.readings, counted.c.current)
        .outerjoin(counted, counted.c.run == runs.c.key)
        .order_by(runs.c.key)
    )
    return tuple(
        RunRecord(row.id, loads(row.noun, Run), row.at, int(row.readings or 0), int(row.current or 0))
        for row in connection.execute(paged(statement, page))
    )
