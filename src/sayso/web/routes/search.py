"""Search: claims and texts by their words, actors by their names."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.responses import Response

from sayso.ledger import ActorFilter, Page, Store
from sayso.ledger.asking.hits import Hit, highlighted
from sayso.model import Factuality
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import Listed, Part
from sayso.web.schemas import gives

router = APIRouter(tags=["search"])
FEW = 5
LONGEST = 400


class Found(Struct, frozen=True):
    """Something that fits a search. document: the id of its text; title: the headline, or the actor's name; words: those found.

    Of a claim also how it is told and by whom: voice, by the article itself; holder, the name of who says so, where one is told.
    """

    kind: Literal["claim", "document", "actor"]
    id: str
    document: str | None
    title: str | None
    before: str
    words: str
    after: str
    factuality: Factuality | None = None
    voice: bool = False
    holder: str | None = None


def found(hit: Hit, query: str) -> Found:
    """A hit as an item of the list."""
    if hit.claim is not None:
        one = hit.claim
        return Found(
            "claim", one.id, one.document, one.title or one.doc, *_cut(one.words, query), one.claim.event.factuality,
            voice=one.holder is None, holder=one.holder.speaker.name if one.holder and one.holder.speaker else None,
        )  # fmt: skip
    assert hit.document is not None
    text = hit.document
    return Found("document", text.id, text.id, text.title or text.doc, *_cut(hit.snippet, query))


def _cut(words: str, query: str) -> tuple[str, str, str]:
    before, word, after = highlighted(words, query)
    return before[-LONGEST:], word[:LONGEST], after[:LONGEST]


def named(store: Store, query: str) -> list[Found]:
    """The actors of that name."""
    asked = ActorFilter(name=(query.strip('"'),))
    return [
        Found("actor", one.id, None, one.name, "", "; ".join(one.names[:FEW]), "")
        for one in store.actors(asked, page=Page(FEW))
    ]


@router.get("/search", responses=gives(Listed[Found]))
def search(
    store: Reading,
    part: Part,
    q: Annotated[str, Query(min_length=1, max_length=1_000, description="Words, as `sayso search` takes them.")],
) -> Response:
    """What fits a query: actors of that name before the first part, then claims, then texts."""
    names = named(store, q) if part.offset == 0 else []
    hits = store.search(q, page=part.page())
    listed = part.listed(found(one, q) for one in hits)
    return answer(Listed([*names, *listed.items], listed.next))
