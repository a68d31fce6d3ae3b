"""Judgements on actors: kept for good, and carried out on who is found under whose id."""

from collections.abc import Iterable, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import BadQuery, NotInLedger
from sayso.ledger import custody
from sayso.ledger.actor_nouns import ActorJudgement, ActorJudgementRecord
from sayso.ledger.canon import content_id, dumps, loads
from sayso.ledger.keys import key_of, keys_of, next_key, whole_id
from sayso.ledger.schema.actors import actor_forwards, actor_judgements
from sayso.ledger.schema.claims import actors
from sayso.ledger.written import Row, plain

ACTIONS: Final = ("merge", "split", "note", "undo")


def actor_judgement_id(judgement: ActorJudgement) -> str:
    """The ledger's id of a judgement on actors."""
    return content_id("actor judgement", judgement)


def judge_actors(connection: Connection, given: Iterable[ActorJudgement], at: str, where: str) -> tuple[str, ...]:
    """Keep judgements on actors and carry them out together; one that is there already is not kept again.

    Actors are given by their ids or the beginnings of these. Raises NotInLedger for one that is not there, BadQuery for
    a judgement without an author or about one actor alone.
    """
    ids = []
    for one in given:
        checked = _checked(connection, one, where)
        ids.append(actor_judgement_id(checked))
        keep_actor_judgement(connection, checked, at)
    carry_out_all(connection)
    return tuple(ids)


def _checked(connection: Connection, one: ActorJudgement, where: str) -> ActorJudgement:
    if not one.by.strip():
        raise BadQuery("a judgement needs an author; say who judges")
    if one.action not in ACTIONS:
        raise BadQuery(f"{one.action!r} is no action on actors; it must be one of {', '.join(ACTIONS)}")
    if one.action == "undo" and (one.undoes is None or key_of(connection, actor_judgements, one.undoes) is None):
        raise NotInLedger(where, f"there is no judgement on actors {one.undoes}")
    actor, other = (whole_id(connection, actors, id_, "actor", where) for id_ in (one.actor, one.other))
    if actor == other:
        raise BadQuery("a judgement on actors is about two of them; these are one")
    return ActorJudgement(
        one.action, one.by, one.at, actor, other, one.verdict, one.author, one.score, one.reason, one.undoes
    )


def keep_actor_judgement(connection: Connection, judgement: ActorJudgement, at: str) -> bool:
    """Keep a judgement and write it to the log; returns whether it is new. It is not carried out yet."""
    id_, kept = actor_judgement_id(judgement), dumps(judgement)
    if key_of(connection, actor_judgements, id_) is not None:
        return False
    connection.execute(
        sa.insert(actor_judgements),
        {"key": next_key(connection, actor_judgements), "id": id_, "noun": kept, **columns(judgement)},
    )
    custody.append(connection, at, "actor judgement", id_, content_id(kept), action=judgement.action,
                   by=judgement.by, actor=judgement.actor, other=judgement.other)  # fmt: skip
    return True


def columns(judgement: ActorJudgement) -> Row:
    """The columns of a judgement's row that are made from it."""
    return {
        "action": judgement.action, "verdict": judgement.verdict, "actor": judgement.actor, "other": judgement.other,
        "by": plain(judgement.by), "author": judgement.author, "at": judgement.at, "undoes": judgement.undoes,
    }  # fmt: skip


def take_back_actors(connection: Connection, id_: str, by: str, at: str, reason: str) -> str:
    """Take back a judgement (whole id) by a new one; returns that one's id. Raises BadQuery for another person's."""
    found = {one.id: one for one in actor_judgements_of(connection)}
    given = found[id_].judgement
    if given.action == "undo":
        raise BadQuery("an undoing is not undone; judge anew")
    if given.author == "person" and given.by != by:
        raise BadQuery(f"this is a judgement of {given.by}; give one of your own")
    if found[id_].undone:
        raise BadQuery("this judgement is taken back already")
    undoing = ActorJudgement(
        "undo", by, max(at, given.at), given.actor, given.other, "unsure", reason=reason, undoes=id_
    )
    keep_actor_judgement(connection, undoing, at)
    carry_out_all(connection)
    return actor_judgement_id(undoing)


def actor_judgements_of(connection: Connection, ids: Sequence[str] = ()) -> tuple[ActorJudgementRecord, ...]:
    """The judgements by time: all, or those about any of these actors (whole ids)."""
    j = actor_judgements.c
    statement = sa.select(j.id, j.noun).order_by(j.at, sa.case((j.action == "undo", 1), else_=0), j.id)
    if ids:
        statement = statement.where(sa.or_(j.actor.in_(ids), j.other.in_(ids)))
    read = [(row.id, loads(row.noun, ActorJudgement)) for row in connection.execute(statement)]
    undone = {one.undoes for _, one in read if one.undoes is not None}
    return tuple(ActorJudgementRecord(id_, one, undone=id_ in undone) for id_, one in read)


def forwards_of(records: Iterable[ActorJudgementRecord]) -> dict[str, str]:
    """Under whose id each merged actor is found, by all judgements that stand, in the order of their times."""
    above: dict[str, str] = {}
    for record in records:
        one = record.judgement
        if record.undone or one.action not in ("merge", "split"):
            continue
        if one.action == "merge":
            winner, loser = _root(above, one.actor), _root(above, one.other)
            if winner != loser:
                above[loser] = winner
        elif above.get(one.other) is not None and _root(above, one.other) == _root(above, one.actor):
            del above[one.other]
        elif above.get(one.actor) is not None and _root(above, one.other) == _root(above, one.actor):
            del above[one.actor]
    return {actor: _root(above, actor) for actor in above}


def _root(above: dict[str, str], actor: str) -> str:
    while actor in above:
        actor = above[actor]
    return actor


def carry_out_all(connection: Connection) -> None:
    """Make the forwards anew from the judgements; they do not depend on the order in which these came in."""
    wanted = forwards_of(actor_judgements_of(connection))
    keys = keys_of(connection, actors, [*wanted, *wanted.values()])
    connection.execute(sa.delete(actor_forwards))
    rows = [
        {"actor": keys[actor], "forward": keys[root]}
        for actor, root in sorted(wanted.items())
        if actor in keys and root in keys
    ]
    if rows:
        connection.execute(sa.insert(actor_forwards), rows)


def carry_out_again(connection: Connection, ids: Sequence[str]) -> None:
    """Carry the judgements out anew where any of them is about one of these actors (whole ids), which may be here again."""
    j = actor_judgements.c
    about = sa.or_(j.actor.in_(ids), j.other.in_(ids))
    if ids and connection.execute(sa.select(j.key).where(j.action == "merge", about).limit(1)).first() is not None:
        carry_out_all(connection)


def together(connection: Connection, keys: Iterable[int]) -> dict[int, list[int]]:
    """For each of these actors (keys), all that are one with it, the one under whose id they are found first.

    An actor that was never merged stands alone.
    """
    wanted = list(dict.fromkeys(keys))
    f = actor_forwards.c
    forward = {row.actor: row.forward for row in connection.execute(sa.select(f.actor, f.forward))}
    if not forward:
        return {key: [key] for key in wanted}
    inside: dict[int, list[int]] = {}
    for actor, root in sorted(forward.items()):
        inside.setdefault(root, [root]).append(actor)
    return {key: inside.get(forward.get(key, key), [key]) for key in wanted}
