"""Documents: listed, one in full, and one laid open with all that was read in it."""

from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.responses import Response

from sayso.ledger import (
    AttributionRecord,
    ClaimFilter,
    ClaimRecord,
    DisputeRecord,
    DocumentFilter,
    DocumentRecord,
    LabelFilter,
    LabelRecord,
    Page,
)
from sayso.model import Actor, Dateline, Mention, TimeExpression, Toponym
from sayso.web.asking import Day, Descending, Id, Several, Words
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import GoingOn, Listed
from sayso.web.schemas import gives

router = APIRouter(tags=["documents"])


class Left(Struct, frozen=True):
    """A stretch of the text that is no part of the report."""

    start: int
    end: int
    why: str


class Laid(Struct, frozen=True, kw_only=True):
    """A document laid open, as the reading that counts has it.

    text: null once it is forgotten. actors, mentions, places, times: with the ids that are local to the reading, by which claims
    and attributions name them. claims: in the order of the text.
    """

    document: DocumentRecord
    text: str | None
    left_out: tuple[Left, ...] = ()
    dateline: Dateline | None = None
    attributions: tuple[AttributionRecord, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    disputes: tuple[DisputeRecord, ...] = ()
    labels: tuple[LabelRecord, ...] = ()


@router.get("/documents", responses=gives(Listed[DocumentRecord]))
def documents(
    store: Reading,
    part: GoingOn,
    publisher: Several = [],  # noqa: B006  # FastAPI makes a new list for each request
    language: Several = [],  # noqa: B006  # the same
    since: Day = None,
    until: Day = None,
    words: Words = None,
    forgotten: Annotated[bool | None, Query(description="Only tombstones, or only texts that are here.")] = None,
    *,
    descending: Descending = True,
) -> Response:
    """The documents that fit, by the day of publication."""
    asked = DocumentFilter(
        publisher=tuple(publisher), language=tuple(language), since=since, until=until, words=words, forgotten=forgotten
    )
    return answer(
        part.listed(
            lambda cursor, limit: store.documents_after(cursor, asked, limit=limit, descending=descending),
            lambda page: store.documents(asked, page=page),
            descending=descending,
        )
    )


@router.get("/documents/{id}", responses=gives(DocumentRecord))
def document(store: Reading, id: Id) -> Response:  # noqa: A002  # the noun's own field name
    """One document, with its appearances, copies, versions and readings."""
    return answer(store.document(id))


@router.get("/documents/{id}/reading", responses=gives(Laid))
def reading(store: Reading, id: Id) -> Response:  # noqa: A002  # the noun's own field name
    """One document with its text and all that was read in it."""
    record = store.document(id)
    if record.forgotten is not None or not record.readings:
        return answer(Laid(document=record, text=None if record.forgotten is not None else store.text(record.id)))
    ledger = store.ledger(record.id)
    found = sorted(
        store.claims(ClaimFilter(documents=(record.id,)), page=Page(descending=False)),
        key=lambda one: (one.claim.event.trigger, one.id),
    )
    return answer(
        Laid(
            document=record,
            text=ledger.document.text,
            left_out=tuple(Left(one.span.start, one.span.end, one.why) for one in ledger.document.left_out),
            dateline=ledger.document.dateline,
            attributions=store.attributions(record.id),
            claims=tuple(found),
            actors=ledger.cast.actors,
            mentions=ledger.cast.mentions,
            places=ledger.places,
            times=ledger.times,
            disputes=store.disputes([one.id for one in found]),
            labels=tuple(store.labels(LabelFilter(documents=(record.id,)))),
        )
    )
