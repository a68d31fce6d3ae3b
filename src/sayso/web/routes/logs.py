"""What was done with the ledger: its problems, runs and changes."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso.ledger import JudgementRecord, ProblemRecord, RunRecord
from sayso.ledger.asking.changing import Change
from sayso.web.asking import Id
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import Listed, Part
from sayso.web.schemas import gives

router = APIRouter(tags=["log"])

Since = Annotated[str, Query(max_length=40, description="A day or time, ISO 8601, UTC.")]


@router.get("/problems", responses=gives(Listed[ProblemRecord]))
def problems(
    store: Reading,
    part: Part,
    solved: Annotated[
        bool | None, Query(description="Those that stand, or those that are gone.")
    ] = False,  # a query parameter
) -> Response:
    """The documents that could not be read."""
    return answer(part.cut(store.problems(solved=solved)))


@router.get("/runs", responses=gives(Listed[RunRecord]))
def runs(store: Reading, part: Part) -> Response:
    """What produced the readings."""
    return answer(part.cut(store.runs()))


@router.get("/changes", responses=gives(Listed[Change]))
def changes(store: Reading, part: Part, since: Since = "0001-01-01", until: Since | None = None) -> Response:
    """What is new, revised, judged, ... since a day or time, in order."""
    return answer(part.listed(islice(store.changes(since, until), part.offset, None)))


@router.get("/incidents/{id}/judgements", responses=gives(Listed[JudgementRecord]))
def judgements(store: Reading, part: Part, id: Id) -> Response:  # noqa: A002  # the noun's own field name
    """The judgements about an incident, in order."""
    return answer(part.cut(store.judgements(store.incident(id).id)))
