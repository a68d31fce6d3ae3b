"""Reviewing: labels on fields of claims, judgements on incidents, their undoing, the queue, and agreement."""

from collections.abc import Iterator
from typing import Annotated, Final, Literal

import msgspec
from fastapi import APIRouter, Query, Request
from msgspec import Meta, Struct
from starlette.responses import Response, StreamingResponse

from sayso.ledger import Decision, Judgement, JudgementRecord, LabelFilter, LabelRecord, Store
from sayso.ledger.nouns import LabelField, Verdict
from sayso.ledger.opening.opened import now
from sayso.ledger.reviewing.agreeing import Agreement
from sayso.ledger.reviewing.reviewing import KINDS, Review, ReviewKind
from sayso.web.body import body_of
from sayso.web.desk import Desk, Reading, Reviewer, Served, user_of
from sayso.web.encoding import answer, encoded
from sayso.web.lanes import in_lane
from sayso.web.listing import GoingOn, Listed, Part
from sayso.web.schemas import gives, streams, takes
from sayso.web.users import User

router = APIRouter(tags=["review"])

MOST: Final = 1_000
Given = Annotated[str, Meta(pattern="^[0-9a-f]{6,64}$")]
Reason = Annotated[str, Meta(max_length=2_000)]
Queue = Literal["low", "disputes", "merges", "all"]
QUEUES: Final[dict[Queue, tuple[ReviewKind, ...]]] = {
    "low": ("low",), "disputes": ("dispute",), "merges": ("merge",), "all": KINDS,
}  # fmt: skip
MEANT: Final[dict[str, Verdict]] = {"link": "same", "merge": "same", "cut": "different", "split": "different"}
Several = Annotated[list[str], Query(max_length=200)]


class GivenLabel(Struct, frozen=True, forbid_unknown_fields=True):
    """A decision on a field of a claim (id); field "claim": on the claim as a whole. value: what is right, where the verdict is correct."""

    claim: Given
    field: LabelField
    verdict: Literal["accept", "correct", "reject"]
    value: Annotated[str, Meta(max_length=2_000)] | None = None
    reason: Reason = ""


Labels = Annotated[list[GivenLabel], Meta(min_length=1, max_length=MOST)]


class GivenJudgement(Struct, frozen=True, forbid_unknown_fields=True):
    """A judgement on incidents, as `sayso judge` takes it; the author is whoever sends it."""

    action: Literal["link", "cut", "merge", "split", "note"]
    incident: Given
    other: Given | None = None
    claims: Annotated[tuple[Given, ...], Meta(max_length=10_000)] = ()
    verdict: Verdict | None = None
    reason: Reason = ""


class Undo(Struct, frozen=True, forbid_unknown_fields=True):
    """The id of a label or judgement."""

    id: Given
    reason: Reason = ""


class Undone(Struct, frozen=True):
    """The id of what takes it back."""

    id: str


@router.get("/labels", responses=gives(Listed[LabelRecord]))
def labels(
    store: Reading,
    part: GoingOn,
    document: Several = [],  # noqa: B006  # FastAPI makes a new list for each request
    claim: Several = [],  # noqa: B006  # the same
    by: Several = [],  # noqa: B006  # the same
    field: Annotated[list[LabelField], Query(max_length=20)] = [],  # noqa: B006  # the same
    *,
    standing: Annotated[
        bool, Query(description="Only those that count: not taken back, nor followed by a later one.")
    ] = False,
) -> Response:
    """What people decided on fields of claims, the latest first."""
    asked = LabelFilter(
        documents=tuple(document), claims=tuple(claim), by=tuple(by), field=tuple(field), standing=standing
    )
    return answer(
        part.listed(
            lambda cursor, limit: store.labels_after(cursor, asked, limit=limit),
            lambda page: store.labels(asked, page=page),
            descending=True,
        )
    )


@router.get("/labels.jsonl", responses=streams("application/jsonl", "A label a line."))
def training(
    request: Request,
    store: Reading,
    by: Several = [],  # noqa: B006  # FastAPI makes a new list for each request
) -> Response:
    """The labels that count, one's own by default, as training data: a line each, with document, characters, field and value."""
    asked = LabelFilter(by=tuple(by) or (user_of(request).name,), standing=True)
    return StreamingResponse(
        _lines(store, asked), media_type="application/jsonl",
        headers={"Content-Disposition": "attachment; filename=labels.jsonl"},
    )  # fmt: skip


def _lines(store: Store, asked: LabelFilter) -> Iterator[bytes]:
    for one in store.labels(asked):
        yield encoded(one) + b"\n"


@router.post("/labels", responses=gives(list[LabelRecord]), openapi_extra=takes(Labels))
async def label(request: Request, desk: Served, user: Reviewer) -> Response:
    """Keep decisions on fields of claims, all of them or none."""
    given = await body_of(request, Labels)
    return answer(await in_lane(desk.lanes.writing, _label, desk, user, given))


def _label(desk: Desk, user: User, given: list[GivenLabel]) -> list[LabelRecord]:
    decisions = [Decision(**msgspec.structs.asdict(one)) for one in given]
    with desk.writing() as store:
        ids = store.label(*decisions, by=user.name)
    known = {
        one.id: one
        for one in desk.store.labels(LabelFilter(by=(user.name,), claims=tuple({one.claim for one in given})))
    }
    return [known[id_] for id_ in dict.fromkeys(ids)]


@router.post("/judgements", responses=gives(JudgementRecord), openapi_extra=takes(GivenJudgement))
async def judge(request: Request, desk: Served, user: Reviewer) -> Response:
    """Judge what is one happening: link or cut claims, merge another incident, split claims off, or note an opinion."""
    given = await body_of(request, GivenJudgement)
    return answer(await in_lane(desk.lanes.writing, _judge, desk, user, given))


def _judge(desk: Desk, user: User, given: GivenJudgement) -> JudgementRecord:
    judgement = Judgement(
        action=given.action, by=user.name, at=now(), incident=given.incident, other=given.other, claims=given.claims,
        verdict=given.verdict or MEANT.get(given.action, "unsure"), author="person", reason=given.reason,
    )  # fmt: skip
    with desk.writing() as store:
        (id_,) = store.judge(judgement)
    return JudgementRecord(id_, judgement)


@router.post("/undo", responses=gives(Undone), openapi_extra=takes(Undo))
async def undo(request: Request, desk: Served, user: Reviewer) -> Response:
    """Take back a label or judgement of one's own, or a judgement of a rule, by a new one that reverses it."""
    given = await body_of(request, Undo)
    return answer(await in_lane(desk.lanes.writing, _undo, desk, user, given))


def _undo(desk: Desk, user: User, given: Undo) -> Undone:
    with desk.writing() as store:
        return Undone(store.undo(given.id, by=user.name, reason=given.reason))


@router.get("/review", responses=gives(Listed[Review]))
def review(
    request: Request,
    store: Reading,
    part: Part,
    kind: Queue = "all",
    by: Annotated[str | None, Query(max_length=80, description="Whose queue; one's own by default.")] = None,
) -> Response:
    """What an author has not yet judged and is most worth a look."""
    name = user_of(request).name if by is None else by
    return part.answer(store.review(name, QUEUES[kind], page=part.page()))


@router.get("/agreement", responses=gives(Agreement))
def agreement(
    store: Reading,
    a: Annotated[str, Query(min_length=1, max_length=80)],
    b: Annotated[str, Query(min_length=1, max_length=80)],
) -> Response:
    """How far two authors' labels agree: Krippendorff's alpha, nominal."""
    return answer(store.agreement(a, b))


class Author(Struct, frozen=True):
    """Somebody who labelled, and how many of their labels count."""

    name: str
    labels: int


@router.get("/authors", responses=gives(Listed[Author]))
def authors(store: Reading, part: Part) -> Response:
    """Who labelled, those with most labels first."""
    counted: dict[str, int] = {}
    for one in store.labels(LabelFilter(standing=True)):
        counted[one.by] = counted.get(one.by, 0) + 1
    return answer(
        part.cut(Author(name, many) for name, many in sorted(counted.items(), key=lambda one: (-one[1], one[0])))
    )
