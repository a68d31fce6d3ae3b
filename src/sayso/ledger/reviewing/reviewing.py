"""The review queue: what an author has not yet judged and that is most worth a look."""

import itertools
from collections.abc import Collection, Iterator
from typing import Any, Final, Literal

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from sayso.errors import BadQuery, NotInLedger
from sayso.ledger.asking.asking import CURRENT
from sayso.ledger.asking.claims import disputes_by_key
from sayso.ledger.asking.telling import claims_by_key
from sayso.ledger.asking.things import incident_record
from sayso.ledger.canon import loads
from sayso.ledger.filters import Page
from sayso.ledger.nouns import Judgement
from sayso.ledger.paging import rows_of
from sayso.ledger.records import ClaimRecord, DisputeRecord, IncidentRecord
from sayso.ledger.reviewing.labels import LabelFilter, laid
from sayso.ledger.reviewing.undoing import undone
from sayso.ledger.schema.claims import claims, disputes
from sayso.ledger.schema.incidents import judgements
from sayso.ledger.schema.texts import readings

ReviewKind = Literal["low", "dispute", "merge"]
KINDS: Final[tuple[ReviewKind, ...]] = ("merge", "dispute", "low")

LOW: Final = 0.5
"""A claim below this confidence is worth a look."""

SURE: Final = 0.9
"""A link of a rule or model below this probability is worth a look."""

MANY: Final = 200


class Proposal(Struct, frozen=True):
    """Two incidents that a rule or model holds for one happening, or is unsure of.

    judgement: the id of its judgement; merged: it was carried out. a, b: the incidents as they are now (one and the same
    where they are merged). score: probability, 0 to 1. claims: those that speak most for it, where they are told.
    """

    judgement: str
    merged: bool
    a: IncidentRecord
    b: IncidentRecord
    score: float | None
    because: str
    claims: tuple[ClaimRecord, ...] = ()


class Review(Struct, frozen=True):
    """Something to judge. id: of the claim, dispute or judgement.

    kind low: `claim`, to be labelled as a whole (`field` "claim") or by its fields. kind dispute: `dispute` between `claim` (its a)
    and `other` (its b), to be labelled on `claim`, `field` "dispute", with the dispute's id as value. kind merge: `merge`;
    where it is merged, agree with a note (verdict same) or undo its judgement, else merge, or note that they are different.
    """

    id: str
    kind: ReviewKind
    field: Literal["claim", "dispute"] | None = None
    claim: ClaimRecord | None = None
    other: ClaimRecord | None = None
    dispute: DisputeRecord | None = None
    merge: Proposal | None = None


def queue(connection: Connection, by: str, kinds: Collection[str], page: Page, where: str) -> Iterator[Review]:
    """What an author (by) has not judged: proposed merges, disputes, claims of low confidence.

    In this order; of the merges the least sure first, of the disputes the latest, of the claims the least confident.
    Raises BadQuery for a kind that is none.
    """
    if not by.strip():
        raise BadQuery("say whose review queue it is")
    for one in kinds:
        if one not in KINDS:
            raise BadQuery(f"{one!r} is no kind of thing to review; it must be one of {', '.join(KINDS)}")
    wanted: list[Iterator[Review]] = []
    mine = laid(connection, LabelFilter(by=(by,)))
    for kind in KINDS:
        if kind not in kinds:
            continue
        if kind == "merge":
            wanted.append(_merges(connection, by, where))
        elif kind == "dispute":
            judged = {one.value for one in mine if one.stands and one.field == "dispute"}
            wanted.append(_disputes(connection, judged))
        else:
            seen = {one.claim for one in mine if one.stands and one.field == "claim"}
            wanted.append(_low(connection, seen))
    whole = itertools.chain.from_iterable(wanted)
    yield from itertools.islice(whole, page.offset, None if page.limit is None else page.offset + page.limit)


def _low(connection: Connection, seen: Collection[str | None]) -> Iterator[Review]:
    c = claims.c
    statement = sa.select(c.key, c.id).where(CURRENT, c.confidence < LOW).order_by(c.confidence, c.key)
    keys = (row.key for row in rows_of(connection, statement) if row.id not in seen)
    for some in _batched(keys):
        for claim in claims_by_key(connection, some):
            yield Review(claim.id, "low", "claim", claim)


def _disputes(connection: Connection, judged: Collection[str | None]) -> Iterator[Review]:
    d = disputes.c
    statement = (
        sa.select(d.key, d.id)
        .outerjoin(readings, readings.c.key == d.reading)
        .where(sa.or_(d.reading.is_(None), readings.c.current == 1))
        .order_by(d.key.desc())
    )
    keys = (row.key for row in rows_of(connection, statement) if row.id not in judged)
    for some in _batched(keys):
        found = disputes_by_key(connection, some)
        sides = _current(connection, {side for one in found for side in (one.a, one.b)})
        for one in found:
            if one.a in sides and one.b in sides:
                yield Review(one.id, "dispute", "dispute", sides[one.a], sides[one.b], one)


def _current(connection: Connection, ids: Collection[str]) -> dict[str, ClaimRecord]:
    keys = connection.execute(sa.select(claims.c.key).where(claims.c.id.in_(ids), CURRENT)).scalars().all()
    return {one.id: one for one in claims_by_key(connection, keys)}


def _merges(connection: Connection, by: str, where: str) -> Iterator[Review]:
    j = judgements.c
    back = undone(connection)
    mine = connection.execute(
        sa.select(j.incident, j.other).where(j.author == "person", j.by == by, j.other.is_not(None))
    )
    judged = {frozenset(row) for row in mine}
    machine = j.author.in_(("rule", "model"))
    unsure = sa.and_(j.action == "note", j.verdict == "unsure")
    weak = sa.and_(j.action == "merge", j.score < SURE)
    statement = (
        sa.select(j.id, j.noun).where(machine, j.other.is_not(None), sa.or_(unsure, weak)).order_by(j.score, j.key)
    )
    seen = set()
    for row in connection.execute(statement):
        given = loads(row.noun, Judgement)
        pair = frozenset((given.incident, given.other))
        if row.id in back or pair in judged or pair in seen:
            continue
        seen.add(pair)
        found = _proposal(connection, row.id, given, where)
        if found is not None:
            yield Review(row.id, "merge", merge=found)


def _proposal(connection: Connection, id_: str, given: Judgement, where: str) -> Proposal | None:
    """The proposal of a judgement; None where an incident has no claims any more, or others decided since."""
    try:
        a, b = (incident_record(connection, one or "", where) for one in (given.incident, given.other))
    except NotInLedger:
        return None
    together = a.id == b.id
    if not a.claims or not b.claims or together != (given.action == "merge"):
        return None
    sides = _current(connection, given.claims)
    told = tuple(sides[one] for one in given.claims if one in sides)
    return Proposal(id_, given.action == "merge", a, b, given.score, given.reason, told)


def _batched(found: Iterator[Any]) -> Iterator[list[Any]]:
    while some := list(itertools.islice(found, MANY)):
        yield some
