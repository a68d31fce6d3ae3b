"""Writing documents: their texts, where they appeared, and tombstones. Each in the transaction that the caller opened."""

import json
import zlib

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger import custody
from sayso.ledger.canon import content_id, dumps
from sayso.ledger.folding import fold
from sayso.ledger.keys import key_of, next_key
from sayso.ledger.nouns import Appearance
from sayso.ledger.schema import index
from sayso.ledger.schema.texts import appearances, documents, originals
from sayso.ledger.written import Row, plain
from sayso.model import Document


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
