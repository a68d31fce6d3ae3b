"""Actors: listed, and one by itself."""

from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.responses import Response

from sayso.ledger import ActorFilter, ActorRecord, ClaimFilter, PlaceFilter, PlaceRecord
from sayso.web.asking import Id, Several
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import Listed, Part
from sayso.web.schemas import gives

router = APIRouter(tags=["actors"])


class OneActor(Struct, frozen=True):
    """An actor: in how many claims it acts, is acted on, says so; the names that texts give it, the one used most first.

    members: who belongs to it; part_of: whom it belongs to or speaks for, of several the one of most claims; as texts tell. near: others whom texts call by one of
    its names, and who may be the same.
    """

    actor: ActorRecord
    acts: int
    suffers: int
    says: int
    aliases: tuple[str, ...]
    members: tuple[ActorRecord, ...]
    part_of: ActorRecord | None
    near: tuple[ActorRecord, ...]


@router.get("/actors", responses=gives(Listed[ActorRecord]))
def actors(
    store: Reading,
    part: Part,
    words: Annotated[
        str | None, Query(max_length=200, description="How a name, or a word of it, begins; a code.")
    ] = None,
    name: Several = [],  # noqa: B006  # FastAPI makes a new list for each request
    kind: Several = [],  # noqa: B006  # FastAPI makes a new list for each request
    country: Several = [],  # noqa: B006  # the same
    sector: Several = [],  # noqa: B006  # the same
    known: Annotated[bool | None, Query(description="Only actors of the registry, or only others.")] = None,
) -> Response:
    """The actors that fit, those with most claims first."""
    asked = ActorFilter(
        name=tuple(name), words=words or None, kind=tuple(kind), country=tuple(one.upper() for one in country),
        sector=tuple(sector), known=known,
    )  # fmt: skip
    return part.answer(store.actors(asked, page=part.page()))


@router.get("/actors/{id}", responses=gives(OneActor))
def actor(store: Reading, id: Id) -> Response:  # noqa: A002  # the noun's own field name
    """One actor."""
    record = store.actor(id)
    kin = store.kin(record.id)
    return answer(
        OneActor(
            record,
            acts=store.count(ClaimFilter(who=(record.id,))),
            suffers=store.count(ClaimFilter(whom=(record.id,))),
            says=store.count(ClaimFilter(holder=(record.id,))),
            aliases=record.names,
            members=kin.members,
            part_of=kin.part_of[0] if kin.part_of else None,
            near=kin.near,
        )
    )


@router.get("/places", responses=gives(Listed[PlaceRecord]))
def places(
    store: Reading,
    part: Part,
    name: Several = [],  # noqa: B006  # FastAPI makes a new list for each request
    kind: Several = [],  # noqa: B006  # the same
    country: Several = [],  # noqa: B006  # the same
) -> Response:
    """The places that fit, those with most claims first."""
    asked = PlaceFilter(name=tuple(name), kind=tuple(kind), country=tuple(one.upper() for one in country))
    return part.answer(store.places(asked, page=part.page()))
