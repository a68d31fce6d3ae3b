"""Incidents: listed, and one laid out with its accounts side by side."""

from functools import cache
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query
from msgspec import Struct
from msgspec.structs import replace
from starlette.responses import Response

from sayso.exporting import NameOf, name_in
from sayso.ledger import IncidentRecord, Within
from sayso.linking.policies import Policy
from sayso.model import DisputeField
from sayso.resources.actors import Registry
from sayso.running.explaining import Explained, explain
from sayso.running.incident import Account, Incident, MatrixOrigin
from sayso.running.incident import incident as laid_out
from sayso.web.asking import AskedIncidents, Descending, Id
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import GoingOn, Listed
from sayso.web.schemas import gives

router = APIRouter(tags=["incidents"])
LONGEST: Final = 300

Named = Literal["conservative", "informative", "representative", "lowest", "highest", "majority"]


class IncidentItem(Struct, frozen=True, kw_only=True):
    """An incident in a list: as it is kept, how many independent origins it has, and on which fields its claims pull apart.

    words: the beginning of how one of its claims tells it, so that it is told from others of its type and day.
    """

    id: str
    opened: str
    claims: int
    documents: int
    day: str | None
    day_to: str | None
    type: str
    country: str | None
    killed_low: int | None
    killed_high: int | None
    disputed: bool
    forward: str | None
    origins: int
    contested: tuple[DisputeField, ...]
    words: str


def item(record: IncidentRecord, more: Within) -> IncidentItem:
    """An incident as an item of the list."""
    kept = {name: getattr(record, name) for name in IncidentItem.__struct_fields__ if hasattr(record, name)}
    return IncidentItem(**kept, origins=more.origins, contested=more.contested, words=more.words[:LONGEST])


@cache
def registry_names() -> NameOf:
    """The names of the registry."""
    return name_in(Registry.open())


@router.get("/incidents", responses=gives(Listed[IncidentItem]))
def incidents(
    store: Reading,
    asked: AskedIncidents,
    part: GoingOn,
    order: Literal["day", "documents", "killed", "disputed"] = "day",
    *,
    descending: Descending = True,
) -> Response:
    """The incidents that fit."""
    listed = part.listed(
        lambda cursor, limit: store.incidents_after(cursor, asked, order=order, limit=limit, descending=descending),
        lambda page: store.incidents(asked, order=order, page=page),
        descending=descending,
    )
    more = store.within([one.id for one in listed.items])
    return answer(Listed([item(one, more.get(one.id, Within())) for one in listed.items], listed.next))


@router.get("/incidents/{id}", responses=gives(Incident))
def incident(
    store: Reading,
    id: Id,  # noqa: A002  # the noun's own field name
    policy: Annotated[
        Named | None, Query(description="How the summary is boiled down; without one there is none.")
    ] = None,
    *,
    brief: Annotated[
        bool,
        Query(description="Without claims in full, the words of cells, and the fields on which an account is silent."),
    ] = False,
) -> Response:
    """One incident, or the one that it was merged into: its accounts side by side."""
    found = laid_out(store, id, None if policy is None else Policy(policy))
    return answer(in_brief(found) if brief else found)


def in_brief(whole: Incident) -> Incident:
    """What is drawn of an incident before anything in it is opened: a quarter of the bytes of a large one."""
    origins = tuple(_brief_origin(one) for one in whole.matrix.origins)
    return replace(whole, matrix=replace(whole.matrix, origins=origins), claims=())


def _brief_origin(origin: MatrixOrigin) -> MatrixOrigin:
    return replace(origin, accounts=tuple(_brief_account(one) for one in origin.accounts))


def _brief_account(account: Account) -> Account:
    told = {field: cell for field, cell in account.cells.items() if cell.value is not None}
    brief = {field: replace(cell, claim=None, document=None, quote="", words="") for field, cell in told.items()}
    return replace(account, cells=brief)


@router.get("/explain", responses=gives(Explained))
def explained(
    store: Reading,
    a: Annotated[str, Query(pattern="^[0-9a-f]{64}$")],
    b: Annotated[str, Query(pattern="^[0-9a-f]{64}$")],
) -> Response:
    """Why two claims are, or are not, taken for one happening."""
    return answer(explain(store, a, b))
