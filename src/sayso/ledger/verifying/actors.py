"""Verifying what was judged about who is who."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.actor_nouns import ActorJudgement
from sayso.ledger.schema.actors import actor_forwards, actor_judgements
from sayso.ledger.schema.claims import actors
from sayso.ledger.verifying.altered import Altered, Chronicle
from sayso.ledger.verifying.nouns import Wanted, nouns_altered
from sayso.ledger.writing.actor_judging import actor_judgement_id, actor_judgements_of, columns, forwards_of


def actor_judgements_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Judgements on actors that are not what was written, and actors that are not where the judgements put them."""

    def wanted(noun: ActorJudgement, _row: sa.RowMapping) -> Wanted:
        return {"id": actor_judgement_id(noun), **columns(noun)}

    found = list(nouns_altered(connection, chronicle, actor_judgements, ActorJudgement, wanted))
    yield from found
    if not any(one.what == "altered: noun" for one in found):
        yield from _forwards_altered(connection)


def _forwards_altered(connection: Connection) -> Iterator[Altered]:
    ids = dict(connection.execute(sa.select(actors.c.key, actors.c.id)).all())
    present = set(ids.values())
    wanted = {
        actor: root
        for actor, root in forwards_of(actor_judgements_of(connection)).items()
        if actor in present and root in present
    }
    f = actor_forwards.c
    found = {  # an actor that is missing is named by its key
        ids.get(row.actor, str(row.actor)): ids.get(row.forward, str(row.forward))
        for row in connection.execute(sa.select(f.actor, f.forward))
    }
    for actor in sorted(wanted.keys() | found.keys()):
        if wanted.get(actor) != found.get(actor):
            yield Altered("actor_forwards", actor, "altered: forward")
