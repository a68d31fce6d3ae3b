"""Verifying what was judged about who is who."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.ledger.actor_nouns import ActorJudgement
from sayso.ledger.schema.actors import actor_forwards, actor_judgements
from sayso.ledger.schema.claims import actors
from sayso.ledger.verifying.altered import Altered, Chronicle, unlike
from sayso.ledger.verifying.texts import missing, noun_of
from sayso.ledger.writing.actor_judging import actor_judgement_id, actor_judgements_of, columns, forwards_of


def actor_judgements_altered(connection: Connection, chronicle: Chronicle) -> Iterator[Altered]:
    """Judgements on actors that are not what was written, and actors that are not where the judgements put them."""
    seen, broken = set(), False
    for row in connection.execute(sa.select(actor_judgements)).mappings():
        noun = noun_of(row["noun"], ActorJudgement)
        seen.add(row["id"])
        if noun is None:
            broken = True
            yield Altered("actor_judgements", row["id"], "altered: noun")
            continue
        yield from unlike("actor_judgements", row["id"], row, {"id": actor_judgement_id(noun), **columns(noun)})
    yield from missing(chronicle, "actor_judgements", "actor judgement", seen)
    if not broken:
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
