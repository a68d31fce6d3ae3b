"""Copies and versions of one text: relations between documents, and the root of each."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import NotInLedger
from sayso.ledger import custody
from sayso.ledger.canon import content_id, dumps
from sayso.ledger.keys import key_of, next_key
from sayso.ledger.nouns import Relation
from sayso.ledger.schema.texts import bands, documents, relations, signatures

DEEPEST = 1_000


def relate(connection: Connection, relation: Relation, at: str, where: str) -> bool:
    """Keep that a document is a copy or version of another; returns whether that is new. Raises NotInLedger."""
    id_ = content_id("relation", relation)
    if key_of(connection, relations, id_) is not None:
        return False
    ends = []
    for one in (relation.document, relation.other):
        key = key_of(connection, documents, one)
        if key is None:
            raise NotInLedger(where, f"there is no document {one}")
        ends.append(key)
    noun = dumps(relation)
    connection.execute(
        sa.insert(relations),
        {
            "key": next_key(connection, relations),
            "id": id_,
            "document": ends[0],
            "other": ends[1],
            "kind": relation.kind,
            "score": relation.score,
            "noun": noun,
        },
    )
    custody.append(connection, at, "relation", id_, content_id(noun), document=relation.document, other=relation.other)
    return True


def root_of(connection: Connection, document: int, id: str) -> str:  # noqa: A002  # the noun's own field name
    """The id of the document at the root of a document's copies and versions: itself where it comes from none.

    Of several that it comes from, the likest is followed, then the one with the smallest id.
    """
    seen = {document}
    for _ in range(DEEPEST):
        row = connection.execute(
            sa.select(documents.c.key, documents.c.id)
            .join(relations, relations.c.other == documents.c.key)
            .where(relations.c.document == document)
            .order_by(relations.c.score.desc(), documents.c.id)
            .limit(1)
        ).first()
        if row is None or row.key in seen:
            return id
        seen.add(row.key)
        document, id = row.key, row.id  # noqa: A001  # the same
    return id


def sign(connection: Connection, document: str, signature: bytes, banded: Iterable[int], at: str, where: str) -> None:
    """Keep a document's MinHash signature and the hashes of its bands (signed 64-bit integers). Raises NotInLedger."""
    key = key_of(connection, documents, document)
    if key is None:
        raise NotInLedger(where, f"there is no document {document}")
    if connection.execute(sa.select(signatures.c.document).where(signatures.c.document == key)).first() is None:
        found = sorted(set(banded))
        connection.execute(sa.insert(signatures), {"document": key, "signature": signature})
        if found:
            connection.execute(sa.insert(bands), [{"band": band, "document": key} for band in found])
        custody.append(connection, at, "signature", document, content_id(signature.hex(), found))


def alike(connection: Connection, banded: Sequence[int]) -> list[tuple[str, bytes]]:
    """Ids and signatures of the documents that share a band, in the order of their ids."""
    rows = connection.execute(
        sa.select(documents.c.id, signatures.c.signature)
        .join(signatures, signatures.c.document == documents.c.key)
        .where(documents.c.key.in_(sa.select(bands.c.document).where(bands.c.band.in_(banded))))
        .order_by(documents.c.id)
    )
    return [(row.id, bytes(row.signature)) for row in rows]
