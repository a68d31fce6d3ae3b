"""Verifying what people decided on fields of claims."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.nouns import Label
from sayso.ledger.reviewing.labelling import columns, label_id
from sayso.ledger.schema.labels import labels
from sayso.ledger.schema.texts import documents
from sayso.ledger.verifying.altered import Altered, Chronicle
from sayso.ledger.verifying.nouns import Wanted, nouns_altered


def labels_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Labels that are not what was written."""
    keys = dict(connection.execute(sa.select(documents.c.id, documents.c.key)).all())

    def wanted(noun: Label, _row: sa.RowMapping) -> Wanted:
        return {"id": label_id(noun), "document": keys.get(noun.document), **columns(noun)}

    yield from nouns_altered(connection, chronicle, labels, Label, wanted)
