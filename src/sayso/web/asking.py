"""Query parameters as the filters of a ledger."""

from typing import Annotated, Literal

from fastapi import Depends, Path, Query

from sayso.errors import BadQuery
from sayso.ledger import ClaimFilter, IncidentFilter, Near

Several = Annotated[list[str], Query(max_length=200)]
Id = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{6,64}$",
        description="An id that the ledger gave; its beginning is enough where it is unique.",
    ),
]
Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$", description="YYYY-MM-DD")]
Number = Annotated[int | None, Query(ge=0, le=1_000_000_000)]
Descending = Annotated[bool, Query(description="From the last to the first.")]
Words = Annotated[str | None, Query(max_length=1_000, description="A search, as `sayso search` takes it.")]


async def claim_filter(
    who: Several = [],  # noqa: B006  # FastAPI makes a new list for each request
    whom: Several = [],  # noqa: B006  # the same
    holder: Several = [],  # noqa: B006  # the same
    type: Several = [],  # noqa: A002, B006  # the parameter's own name
    mode: Several = [],  # noqa: B006  # the same
    factuality: Several = [],  # noqa: B006  # the same
    country: Several = [],  # noqa: B006  # the same
    place: Several = [],  # noqa: B006  # the same
    publisher: Several = [],  # noqa: B006  # the same
    document: Several = [],  # noqa: B006  # the same
    incident: Several = [],  # noqa: B006  # the same
    near: Annotated[str | None, Query(max_length=100, description="LAT,LON,KM")] = None,
    since: Day = None,
    until: Day = None,
    published_since: Day = None,
    published_until: Day = None,
    killed: Number = None,
    confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
    disputed: bool | None = None,
    words: Words = None,
    *,
    voice: bool = False,
) -> ClaimFilter:
    """The claims that a request asks for. Raises BadQuery."""
    return ClaimFilter(
        who=tuple(who), whom=tuple(whom), holder=tuple(holder), voice=voice, type=_upper(type), mode=tuple(mode),
        factuality=tuple(factuality), country=_upper(country), place=tuple(place),
        near=None if near is None else near_of(near), since=since, until=until, published_since=published_since,
        published_until=published_until, publisher=tuple(publisher), killed=killed, confidence=confidence,
        disputed=disputed, documents=tuple(document), incidents=tuple(incident), words=words,
    )  # fmt: skip


async def incident_filter(
    type: Several = [],  # noqa: A002, B006  # the parameter's own name; FastAPI makes a new list for each request
    country: Several = [],  # noqa: B006  # the same
    since: Day = None,
    until: Day = None,
    documents: Number = None,
    killed: Number = None,
    disputed: bool | None = None,
) -> IncidentFilter:
    """The incidents that a request asks for."""
    return IncidentFilter(
        type=_upper(type), country=_upper(country), since=since, until=until, documents=documents, killed=killed,
        disputed=disputed,
    )  # fmt: skip


def near_of(given: str) -> Near:
    """A circle written as LAT,LON,KM. Raises BadQuery."""
    try:
        lat, lon, km = (float(one) for one in given.split(","))
    except ValueError as error:
        raise BadQuery(f"{given!r} is no circle; write it as LAT,LON,KM, such as 33.5,36.3,25") from error
    return Near(lat, lon, km)


def _upper(values: list[str]) -> tuple[str, ...]:
    return tuple(value.upper() for value in values)


AskedClaims = Annotated[ClaimFilter, Depends(claim_filter)]
AskedIncidents = Annotated[IncidentFilter, Depends(incident_filter)]
Order = Literal["day", "published", "killed", "confidence"]
