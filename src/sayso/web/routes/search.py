"""Search: claims and texts by their words, actors by their names."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.responses import Response

from sayso.ledger import ActorFilter, Page, Store, stretch_of
from sayso.ledger.asking.hits import Hit, highlighted
from sayso.model import Factuality, Span
from sayso.web.desk import Reading
from sayso.web.encoding import answer
from sayso.web.listing import Listed, Part
from sayso.web.schemas import gives

router = APIRouter(tags=["search"])
FEW = 5
SHORT: Final = 60
"""Words of a claim that are shorter tell too little by themselves."""

AROUND: Final = 60
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


def found(hit: Hit, query: str, texts: Mapping[str, str]) -> Found:
    """A hit as an item of the list. texts: of the documents of claims, by id."""
    if hit.claim is not None:
        one = hit.claim
        words = _cut(one.words, query)
        if len(one.words) < SHORT and one.document in texts:
            before, after = around(texts[one.document], stretch_of(one.claim))
            words = (f"{before}{words[0]}", words[1], f"{words[2]}{after}")
        return Found(
            "claim", one.id, one.document, one.title or one.doc, *words, one.claim.event.factuality,
            voice=one.holder is None, holder=one.holder.speaker.name if one.holder and one.holder.speaker else None,
        )  # fmt: skip
    assert hit.document is not None
    text = hit.document
    return Found("document", text.id, text.id, text.title or text.doc, *_cut(hit.snippet, query))


def around(text: str, span: Span) -> tuple[str, str]:
    """The whole words before and after a stretch of a text, a few of them; with the spaces that part them from it."""
    before = (
        text[max(0, span.start - AROUND) : span.start].partition(" ")[2] if span.start > AROUND else text[: span.start]
    )
    after = text[span.end : span.end + AROUND].rpartition(" ")[0] if span.end + AROUND < len(text) else text[span.end :]
    return before, after


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
    hits = list(store.search(q, page=part.page()))
    texts = store.texts(sorted({one.claim.document for one in hits if one.claim is not None}))
    listed = part.listed(found(one, q, texts) for one in hits)
    return answer(Listed([*names, *listed.items], listed.next))
