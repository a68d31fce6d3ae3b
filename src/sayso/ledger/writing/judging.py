"""Judgements: kept for good, and carried out on which claim belongs to which incident."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy import Connection

from sayso.errors import BadQuery, NotInLedger
from sayso.ledger import custody
from sayso.ledger.canon import content_id, dumps, loads
from sayso.ledger.keys import CHUNK, keys_of, next_key
from sayso.ledger.nouns import Judgement
from sayso.ledger.records import JudgementRecord
from sayso.ledger.schema.claims import claims
from sayso.ledger.schema.incidents import incidents, judgements, memberships
from sayso.ledger.writing.contesting import let_go
from sayso.ledger.writing.incidents import join, opened, refresh, standing_of
from sayso.ledger.writing.merging import Merge, end_of, forwards, keys_by_id, merge_all
from sayso.ledger.written import plain

Kept: TypeAlias = tuple[int, str, Judgement]
"""A judgement with its key and its id."""


def judgement_id(judgement: Judgement) -> str:
    """The ledger's id of a judgement."""
    return content_id("judgement", judgement)


def opened_by(judgement: str) -> str:
    """The id of the incident that a judgement (id) to split makes."""
    return content_id("incident", judgement)


def judge(connection: Connection, given: Iterable[Judgement], at: str, where: str) -> tuple[str, ...]:
    """Keep judgements and carry them out, in their order; one that is there already is not carried out again.

    Raises NotInLedger for an incident or claim that is not there, BadQuery for a judgement about nothing.
    """
    judged = [(judgement_id(judgement), judgement) for judgement in given]
    ids = tuple(id_ for id_, _ in judged)
    there = keys_of(connection, judgements, ids)
    new = {id_: judgement for id_, judgement in judged if id_ not in there}
    for judgement in new.values():
        check(judgement)
    keys = keep(connection, new, at)
    carry_out(connection, [(key, *one) for key, one in zip(keys, new.items(), strict=True)], at, where)
    for start in range(0, len(keys), CHUNK):
        moved = sa.select(memberships.c.claim).where(memberships.c.since.in_(keys[start : start + CHUNK]))
        let_go(connection, connection.execute(moved).scalars())
    return ids


def check(judgement: Judgement) -> None:
    """Raises BadQuery for a judgement that lacks what it is about."""
    needs = {"link": ("incident", "claims"), "cut": ("incident", "claims"), "split": ("incident", "claims"),
             "merge": ("incident", "other"), "note": (), "undo": ("undoes",)}[judgement.action]  # fmt: skip
    lacking = [name for name in needs if not getattr(judgement, name)]
    if lacking:
        raise BadQuery(f"a judgement to {judgement.action} needs {' and '.join(lacking)}")
    if not judgement.by.strip():
        raise BadQuery("a judgement needs an author; say who judges")


def keep(connection: Connection, given: Mapping[str, Judgement], at: str) -> list[int]:
    """Keep judgements by their ids and write them to the log; returns their keys."""
    first = next_key(connection, judgements)
    keys, nouns = range(first, first + len(given)), {id_: dumps(judgement) for id_, judgement in given.items()}
    rows = [
        {
            "key": key,
            "id": id_,
            "action": judgement.action,
            "verdict": judgement.verdict,
            "incident": judgement.incident,
            "other": judgement.other,
            "by": plain(judgement.by),
            "author": judgement.author,
            "score": judgement.score,
            "at": judgement.at,
            "reason": plain(judgement.reason),
            "noun": nouns[id_],
        }
        for key, (id_, judgement) in zip(keys, given.items(), strict=True)
    ]
    if rows:
        connection.execute(sa.insert(judgements), rows)
    told = (
        custody.Told("judgement", id_, content_id(nouns[id_]), {"action": one.action, "by": one.by})
        for id_, one in given.items()
    )
    custody.append_all(connection, at, told)
    return list(keys)


def carry_out(connection: Connection, given: Iterable[Kept], at: str, where: str) -> None:
    """Move claims as judgements say, in their order; merges that follow one another are carried out together. Raises NotInLedger."""
    for together, some in groupby(given, lambda one: one[2].action in ("merge", "note")):
        if together:
            merges = [Merge(key, one.incident or "", one.other or "") for key, _, one in some if one.action == "merge"]
            merge_all(connection, merges, where)
            continue
        for key, id_, one in some:
            _carry_out(connection, one, id_, key, at, where)


def _carry_out(connection: Connection, judgement: Judgement, id_: str, key: int, at: str, where: str) -> None:
    if judgement.action == "undo":
        _take_back(connection, judgement.undoes or "", key, where)
        return
    incident = following(connection, judgement.incident or "", where)
    _known(connection, judgement.claims, where)
    if judgement.action == "link":
        _move(connection, judgement.claims, incident, key)
    elif judgement.action == "split":
        inside = _inside(connection, judgement.claims, incident)
        _move(connection, inside, opened(connection, [opened_by(id_)], at)[opened_by(id_)], key)
    else:
        _cut(connection, _inside(connection, judgement.claims, incident), incident, key, at)


def following(connection: Connection, id: str, where: str) -> int:  # noqa: A002  # the noun's own field name
    """The key of an incident, or of the one that it was merged into. Raises NotInLedger."""
    (key,) = keys_by_id(connection, [id], where).values()
    return end_of(forwards(connection, [key]), key)


def _known(connection: Connection, claim_ids: Sequence[str], where: str) -> None:
    known = keys_of(connection, claims, claim_ids)
    for one in claim_ids:
        if one not in known:
            raise NotInLedger(where, f"there is no claim {one}")


def _inside(connection: Connection, claim_ids: Sequence[str], incident: int) -> list[str]:
    standing = standing_of(connection, claim_ids)
    return [one for one in dict.fromkeys(claim_ids) if standing.get(one) == incident]


def _cut(connection: Connection, claim_ids: list[str], incident: int, judgement: int, at: str) -> None:
    """Each claim goes back to the incident from which a judgement brought it here, or gets one of its own."""
    for claim in claim_ids:
        former = _former(connection, claim, incident)
        if former is None:
            own = content_id("incident", claim, "cut")
            former = opened(connection, [own], at)[own]
        _move(connection, [claim], former, judgement)


def _former(connection: Connection, claim: str, incident: int) -> int | None:
    member = memberships.c
    since = connection.execute(
        sa.select(member.since).where(member.claim == claim, member.incident == incident, member.until.is_(None))
    ).scalar()
    if since is None:
        return None
    found = connection.execute(
        sa.select(member.incident)
        .join(incidents, incidents.c.key == member.incident)
        .where(member.claim == claim, member.until == since, incidents.c.forward.is_(None))
    ).scalar()
    return None if found is None or found == incident else int(found)


def _take_back(connection: Connection, undone: str, judgement: int, where: str) -> None:
    """What a judgement (id) moved goes back to where it was, but for claims that were moved by another one since.

    A merge since then is no such move: claims that were carried along in it go back as well.
    """
    row = connection.execute(sa.select(judgements.c.key, judgements.c.action).where(judgements.c.id == undone)).first()
    if row is None:
        raise NotInLedger(where, f"there is no judgement {undone}")
    member, before = memberships.c, memberships.alias("before")
    moved = connection.execute(
        sa.select(member.claim, member.until, before.c.incident)
        .join(before, sa.and_(before.c.claim == member.claim, before.c.until == row.key))
        .where(member.since == row.key)
        .order_by(member.key)
    ).all()
    if row.action == "merge":
        losers = {one.incident for one in moved}
        connection.execute(sa.update(incidents).where(incidents.c.key.in_(losers)).values(forward=None))
    leading = forwards(connection, (one.incident for one in moved))
    back: dict[int, list[str]] = {}
    for one in moved:
        if _only_merged(connection, one.claim, one.until):
            back.setdefault(end_of(leading, one.incident), []).append(one.claim)
    for incident, claim_ids in back.items():
        _move(connection, claim_ids, incident, judgement)


def _only_merged(connection: Connection, claim: str, until: int | None) -> bool:
    """Did nothing but merges move a claim since the judgement (key) that ended its membership?"""
    member = memberships.c
    while until is not None:
        if connection.execute(sa.select(judgements.c.action).where(judgements.c.key == until)).scalar() != "merge":
            return False
        until = connection.execute(sa.select(member.until).where(member.claim == claim, member.since == until)).scalar()
    return True


def _move(connection: Connection, claim_ids: Sequence[str], incident: int, judgement: int) -> None:
    standing = standing_of(connection, claim_ids)
    moving = [one for one in dict.fromkeys(claim_ids) if standing.get(one) != incident]
    member = memberships.c
    for start in range(0, len(moving), CHUNK):
        chosen = moving[start : start + CHUNK]
        connection.execute(
            sa.update(memberships).where(member.claim.in_(chosen), member.until.is_(None)).values(until=judgement)
        )
        connection.execute(sa.update(claims).where(claims.c.id.in_(chosen)).values(incident=incident))
    join(connection, [(one, incident) for one in moving], judgement)
    refresh(connection, {incident, *(standing[one] for one in moving if one in standing)})


def replay(connection: Connection, at: str, where: str) -> None:
    """Put every claim back where its reading put it, then carry out all judgements in the order of their times.

    After two ledgers were joined, so that it does not matter which was joined to which.
    """
    connection.execute(sa.delete(memberships).where(memberships.c.since.is_not(None)))
    connection.execute(sa.update(memberships).values(until=None))
    connection.execute(sa.update(incidents).values(forward=None))
    homes = sa.select(memberships.c.incident).where(memberships.c.claim == claims.c.id).limit(1)
    connection.execute(sa.update(claims).values(incident=homes.scalar_subquery()))
    touched = connection.execute(sa.select(incidents.c.key)).scalars()
    refresh(connection, list(touched))
    last = sa.case(
        (judgements.c.action == "undo", 1), else_=0
    )  # of the same moment, what undoes comes after what it undoes
    rows = connection.execute(
        sa.select(judgements.c.key, judgements.c.id, judgements.c.noun).order_by(judgements.c.at, last, judgements.c.id)
    ).all()
    carry_out(connection, ((row.key, row.id, loads(row.noun, Judgement)) for row in rows), at, where)
    let_go(connection)


def find_judgements(
    connection: Connection, incident: str | None = None, since: str | None = None
) -> tuple[JudgementRecord, ...]:
    """The judgements, by time: about an incident (id), or given since a day or time (ISO 8601, UTC)."""
    j = judgements.c
    statement = sa.select(j.id, j.noun).order_by(j.at, j.id)
    if incident is not None:
        statement = statement.where(sa.or_(j.incident == incident, j.other == incident))
    if since is not None:
        statement = statement.where(j.at >= since)
    return tuple(JudgementRecord(row.id, loads(row.noun, Judgement)) for row in connection.execute(statement))
