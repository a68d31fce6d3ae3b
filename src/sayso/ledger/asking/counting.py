"""How much a ledger holds."""

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.ledger.schema.claims import actors, claims, places
from sayso.ledger.schema.incidents import incidents
from sayso.ledger.schema.texts import documents, problems


class Counts(Struct, frozen=True):
    """How many there are now.

    Documents with a text, current claims, incidents with a claim, those that are disputed, actors and places that are named, and
    problems that stand.
    """

    documents: int
    claims: int
    incidents: int
    disputed: int
    actors: int
    places: int
    problems: int


def counts(connection: Connection) -> Counts:
    """Count everything."""

    def many(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one())

    current = sa.literal_column("current") == sa.literal_column("1")
    return Counts(
        documents=many(documents, documents.c.forgotten.is_(None)),
        claims=many(claims, current),
        incidents=many(incidents, incidents.c.claims > 0),
        disputed=many(incidents, incidents.c.claims > 0, incidents.c.disputed == 1),
        actors=many(actors, actors.c.documents > 0),
        places=many(places, places.c.documents > 0),
        problems=many(problems, problems.c.solved.is_(None)),
    )
