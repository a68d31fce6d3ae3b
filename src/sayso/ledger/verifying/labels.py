"""Verifying what people decided on fields of claims."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.nouns import Label
from sayso.ledger.reviewing.labelling import columns, label_id
from sayso.ledger.schema.labels import labels
from sayso.ledger.schema.texts import documents
from sayso.ledger.verifying.altered import Altered, Chronicle, unlike
from sayso.ledger.verifying.texts import missing, noun_of


def labels_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Labels that are not what was written."""
    keys = dict(connection.execute(sa.select(documents.c.id, documents.c.key)).all())
    seen = set()
    for row in connection.execute(sa.select(labels)).mappings():
        noun = noun_of(row["noun"], Label)
        seen.add(row["id"])
        if noun is None:
            yield Altered("labels", row["id"], "altered: noun")
            continue
        wanted = {"id": label_id(noun), "document": keys.get(noun.document), **columns(noun)}
        yield from unlike("labels", row["id"], row, wanted)
    yield from missing(chronicle, "labels", "label", seen)
