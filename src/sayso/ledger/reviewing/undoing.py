"""Taking back a label or a judgement by a new one that reverses it; nothing is deleted."""

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import BadQuery, NotInLedger
from sayso.ledger.canon import loads
from sayso.ledger.keys import named
from sayso.ledger.nouns import Judgement, Verdict
from sayso.ledger.reviewing import labelling
from sayso.ledger.schema.actors import actor_judgements
from sayso.ledger.schema.incidents import judgements
from sayso.ledger.schema.labels import labels
from sayso.ledger.writing import actor_judging, judging

TURNED: dict[str, Verdict] = {"same": "different", "different": "same", "unsure": "unsure"}


def undo(connection: Connection, id: str, by: str, at: str, reason: str, where: str) -> str:  # noqa: A002  # the noun's own field name
    """Take back a label, or a judgement on incidents, by its id or the beginning of it; returns the id of what undoes it.

    A person takes back what is his own, and any judgement of a rule or model. Raises NotInLedger, and BadQuery for what
    is another's or is undone already.
    """
    found = {
        table: connection.execute(sa.select(table.c.id).where(named(table.c.id, [id])).limit(2)).scalars().all()
        for table in (labels, judgements, actor_judgements)
    }
    many = sum(len(ids) for ids in found.values())
    if many != 1:
        raise NotInLedger(where, f"there is no label or judgement {id}" if not many else f"several ids begin with {id}")
    if found[labels]:
        return labelling.take_back(connection, found[labels][0], by, at, reason)
    if found[actor_judgements]:
        return actor_judging.take_back_actors(connection, found[actor_judgements][0], by, at, reason)
    return _judgement(connection, found[judgements][0], by, at, reason, where)


def _judgement(connection: Connection, id_: str, by: str, at: str, reason: str, where: str) -> str:
    noun = connection.execute(sa.select(judgements.c.noun).where(judgements.c.id == id_)).scalar_one()
    given = loads(noun, Judgement)
    if given.action == "undo":
        raise BadQuery("an undoing is not undone; judge anew")
    if given.author == "person" and given.by != by:
        raise BadQuery(f"this is a judgement of {given.by}; give one of your own")
    undoing = Judgement(
        action="undo", by=by, at=max(at, given.at), incident=given.incident, other=given.other,
        verdict=TURNED[given.verdict], reason=reason, undoes=id_,
    )  # fmt: skip
    if id_ in undone(connection):
        raise BadQuery("this judgement is taken back already")
    return judging.judge(connection, [undoing], at, where)[0]


def undone(connection: Connection) -> frozenset[str]:
    """Ids of the judgements that were taken back."""
    nouns = connection.execute(sa.select(judgements.c.noun).where(judgements.c.action == "undo")).scalars()
    return frozenset(one for noun in nouns if (one := loads(noun, Judgement).undoes) is not None)
