"""Everything re-hashed and compared, one check after the other."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.opening.engines import HEAD
from sayso.ledger.verifying.actors import actor_judgements_altered
from sayso.ledger.verifying.altered import Altered, Chronicle, broken, detail_of
from sayso.ledger.verifying.counts import counts_altered, incidents_altered
from sayso.ledger.verifying.labels import labels_altered
from sayso.ledger.verifying.readings import index_altered, readings_altered, things_altered
from sayso.ledger.verifying.texts import (
    appearances_altered,
    beside_altered,
    documents_altered,
    judgements_altered,
    problems_altered,
    relations_altered,
    runs_altered,
)


def verify(connection: Connection) -> Iterator[Altered]:
    """What is not as it was written, by table. A ledger that nobody altered gives nothing.

    Every hash and every column is made again from the texts and nouns; the log vouches for those. Somebody who can
    write a whole new log can hide what he did to it: keep the last hash of the log (`sayso verify` prints it) elsewhere.
    """
    chronicle = Chronicle(connection)
    yield from broken(chronicle)
    yield from _version(connection, chronicle)
    for check in (documents_altered, appearances_altered, relations_altered, runs_altered, judgements_altered,
                  problems_altered, labels_altered, actor_judgements_altered, beside_altered, readings_altered):  # fmt: skip
        yield from check(connection, chronicle)
    yield from index_altered(connection)
    yield from things_altered(connection)
    yield from counts_altered(connection)
    yield from incidents_altered(connection, chronicle)


def _version(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalars().all()
    told = [entry for entry in chronicle.entries if entry.kind in ("made", "migrated")]
    schema = detail_of(told[-1]).get("schema") if told else None
    if found != [HEAD] or schema != HEAD:
        yield Altered("alembic_version", " ".join(str(one) for one in found), "altered")
