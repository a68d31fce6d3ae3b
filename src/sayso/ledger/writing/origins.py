"""Copies and versions of one text: relations between documents, and the root of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import NotInLedger
from sayso.ledger import custody
from sayso.ledger.canon import content_id, dumps
from sayso.ledger.keys import key_of, next_key
from sayso.ledger.nouns import Relation
from sayso.ledger.schema.texts import bands, documents, relations, signatures

MANY: Final = 500


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
    return roots_of(connection, {document: id})[document]


def roots_of(connection: Connection, ids: Mapping[int, str]) -> dict[int, str]:
    """The ids of the documents at the roots of many (ids by key), by key: all are followed together, a step at a time."""
    above: dict[int, int] = {}
    names = dict(ids)
    asked: set[int] = set()
    following = set(ids)
    while following:
        for row in _origins_of(connection, sorted(following)):
            if row.document not in above:
                above[row.document] = row.key
                names[row.key] = row.id
        asked |= following
        following = {above[one] for one in following if one in above} - asked
    return {key: names[_root(key, above)] for key in ids}


def _origins_of(connection: Connection, keys: Sequence[int]) -> Iterator[Any]:
    """The document each comes from, its keys as `document` and `key`; of several the likest first, then the smallest id."""
    for start in range(0, len(keys), MANY):
        yield from connection.execute(
            sa.select(relations.c.document, documents.c.key, documents.c.id)
            .join(documents, relations.c.other == documents.c.key)
            .where(relations.c.document.in_(keys[start : start + MANY]))
            .order_by(relations.c.document, relations.c.score.desc(), documents.c.id)
        )


def _root(key: int, above: Mapping[int, int]) -> int:
    """Where following leads; in a circle, the last before it comes to one that was met."""
    seen = {key}
    while key in above and above[key] not in seen:
        key = above[key]
        seen.add(key)
    return key


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
