"""Overviews of the claims that fit: facets, map, timeline, network."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso.ledger.overviews.facets import Facets
from sayso.ledger.overviews.mapping import PLACES, Mapped
from sayso.ledger.overviews.network import EDGES, Network
from sayso.ledger.overviews.timeline import Lanes, Scale, Timeline
from sayso.web.asking import AskedClaims
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.schemas import gives

router = APIRouter(tags=["overviews"])


@router.get("/claims/facets", responses=gives(Facets))
def facets(store: Reading, asked: AskedClaims) -> Response:
    """What the claims that fit are about: the values of most claims, each with its number; estimates where very many fit."""
    return answer(store.facets(asked))


@router.get("/map", responses=gives(Mapped))
def map_(
    store: Reading,
    asked: AskedClaims,
    limit: Annotated[int, Query(ge=1, le=10_000, description="At most so many places, those of most claims.")] = PLACES,
) -> Response:
    """Where the claims that fit are put, and on which days; estimates where very many fit."""
    return answer(store.map(asked, places=limit))


@router.get("/timeline", responses=gives(Timeline))
def timeline(
    store: Reading,
    asked: AskedClaims,
    scale: Scale = "month",
    by: Annotated[Lanes | None, Query(description="Also how many of each, so that they can be drawn in lanes.")] = None,
) -> Response:
    """When the claims that fit happen; estimates where very many fit."""
    return answer(store.timeline(asked, scale=scale, by=by))


@router.get("/network", responses=gives(Network))
def network(
    store: Reading,
    asked: AskedClaims,
    limit: Annotated[int, Query(ge=1, le=5_000, description="At most so many edges, those of most claims.")] = EDGES,
) -> Response:
    """Who accuses, denies, attacks, supports, corroborates whom in the claims that fit; estimates where very many fit."""
    return answer(store.network(asked, edges=limit))
