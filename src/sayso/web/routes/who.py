"""Who is who: pairs of actors that may be the same, and what people decide on them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from msgspec import Struct
from starlette.responses import Response

from sayso.ledger.actor_nouns import ActorJudgement, ActorJudgementRecord, ActorProposal
from sayso.ledger.nouns import Verdict
from sayso.ledger.opening.opened import now
from sayso.web.asking import Id
from sayso.web.body import body_of
from sayso.web.desk import Desk, Reading, Reviewer, Served, user_of
from sayso.web.encoding import answer
from sayso.web.lanes import in_lane
from sayso.web.listing import Listed, Part
from sayso.web.routes.reviewing import MEANT, Given, Reason
from sayso.web.schemas import gives, takes
from sayso.web.users import User

router = APIRouter(tags=["review"])


class GivenActorJudgement(Struct, frozen=True, forbid_unknown_fields=True):
    """A judgement on two actors (ids): merge them, split one off again, or note an opinion; the author is whoever sends it."""

    action: Literal["merge", "split", "note"]
    actor: Given
    other: Given
    verdict: Verdict | None = None
    reason: Reason = ""


@router.get("/actors/proposals", responses=gives(Listed[ActorProposal]))
def proposals(
    request: Request,
    store: Reading,
    part: Part,
    actor: Annotated[str | None, Query(pattern="^[0-9a-f]{6,64}$", description="Only pairs with this one.")] = None,
    by: Annotated[str | None, Query(max_length=80, description="Whose queue; one's own by default.")] = None,
) -> Response:
    """Pairs of actors that may be the same and that an author has not judged, the likest first."""
    name = user_of(request).name if by is None else by
    return part.answer(store.proposed_actors(actor, name, page=part.page()))


@router.post("/actors/judgements", responses=gives(ActorJudgementRecord), openapi_extra=takes(GivenActorJudgement))
async def judge(request: Request, desk: Served, user: Reviewer) -> Response:
    """Judge who is who. What two names were found under is never lost: a split, or an undoing, brings it back."""
    given = await body_of(request, GivenActorJudgement)
    return answer(await in_lane(desk.lanes.writing, _judge, desk, user, given))


def _judge(desk: Desk, user: User, given: GivenActorJudgement) -> ActorJudgementRecord:
    judgement = ActorJudgement(
        action=given.action, by=user.name, at=now(), actor=given.actor, other=given.other,
        verdict=given.verdict or MEANT.get(given.action, "unsure"), reason=given.reason,
    )  # fmt: skip
    with desk.writing() as store:
        (id_,) = store.judge_actors(judgement)
    return next(one for one in desk.store.actor_judgements(given.actor) if one.id == id_)


@router.get("/actors/{id}/judgements", responses=gives(Listed[ActorJudgementRecord]))
def judgements(store: Reading, part: Part, id: Id) -> Response:  # noqa: A002  # the noun's own field name
    """The judgements on who an actor is, in order."""
    return answer(part.cut(store.actor_judgements(id)))
