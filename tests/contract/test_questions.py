"""What every store answers, be it a SQLite file or a PostgreSQL database: filters, orders, pages, searches."""

import hashlib

import msgspec
import pytest

from bench.made_up import made_up
from made.arbin import TEXT, arbin_ledger
from sayso.errors import BadQuery
from sayso.ledger import (
    ALL,
    ClaimFilter,
    DocumentFilter,
    Near,
    Page,
    Store,
)
from sayso.ledger.asking import searching
from sayso.model import Ledger

QUESTIONS = [
    (ClaimFilter(who=("government jets",)), {"e1", "e2", "e3"}),
    (ClaimFilter(who=("SYR_MIL",), factuality=("denied",)), {"e2"}),
    (ClaimFilter(holder=("the defence ministry",)), {"e2"}),
    (ClaimFilter(voice=True), {"e5"}),
    (ClaimFilter(type=("PROTEST", "AID")), {"e5"}),
    (ClaimFilter(mode=("heavy_weapons",)), {"e4"}),
    (ClaimFilter(country=("SY",)), {"e1", "e2"}),
    (ClaimFilter(place=("ARBIN",)), {"e1", "e2"}),
    (ClaimFilter(near=Near(33.5, 36.3, 20)), {"e1", "e2"}),
    (ClaimFilter(near=Near(33.5, 36.3, 2)), set()),
    (ClaimFilter(since="2015-09-28", until="2015-09-28"), {"e1", "e2"}),
    (ClaimFilter(since="2015-09-29"), set()),
    (ClaimFilter(published_since="2015-10-02", published_until="2015-10-02"), {"e1", "e2", "e3", "e4", "e5"}),
    (ClaimFilter(publisher=("Northern News Wire",), killed=12), {"e1"}),
    (ClaimFilter(killed=13), set()),
    (ClaimFilter(confidence=1.0), {"e1", "e2", "e3", "e4", "e5"}),
    (ClaimFilter(disputed=True), {"e1", "e2"}),
    (ClaimFilter(disputed=False), {"e3", "e4", "e5"}),
    (ClaimFilter(words='"covered market"'), {"e1"}),
    (ClaimFilter(words="bomb* -denied"), {"e1"}),
    (ClaimFilter(words="bombed OR march"), {"e1", "e5"}),
    (ClaimFilter(who=("nobody at all",)), set()),
]


def test_a_filter_finds_what_fits(store: Store) -> None:
    store.add(arbin_ledger())
    for asked, wanted in QUESTIONS:
        assert (asked, wanted) == (asked, {claim.claim.id for claim in store.claims(asked)})
        assert (asked, len(wanted)) == (asked, store.count(asked))


def test_lists_are_sorted_and_come_in_pages(store: Store) -> None:
    for number in range(4):
        store.add(made_up(number, 6))
    days = [claim.claim.time.edtf or "" for claim in store.claims() if claim.claim.time is not None]
    assert days == sorted(days, reverse=True)
    whole = [claim.id for claim in store.claims()]
    pages = [claim.id for first in range(0, 24, 7) for claim in store.claims(page=Page(limit=7, offset=first))]
    assert whole == pages
    killed = [claim.claim.event.toll.killed.low for claim in store.claims(order="killed", page=Page(descending=False))
              if claim.claim.event.toll.killed is not None]  # fmt: skip
    assert killed == sorted(killed, key=lambda low: low or 0)


def test_search_finds_words_phrases_and_beginnings_in_texts_and_claims(store: Store) -> None:
    store.add(arbin_ledger())
    assert [hit.claim.claim.id for hit in store.search("COVERED market", "claims") if hit.claim is not None] == ["e1"]
    found = list(store.search('"share this article"', "documents"))
    assert [hit.document.doc for hit in found if hit.document is not None] == ["arbin"]
    assert "Share this article" in found[0].snippet
    assert list(store.search('"article this share"')) == []
    assert [hit.document is not None for hit in store.search("market", page=Page(limit=1, offset=2))] == [True]
    for bad in ("-alone", '"open', "", "!!"):
        with pytest.raises(BadQuery):
            list(store.search(bad))


def test_search_gives_the_best_first_and_of_equals_the_one_that_was_added_last(store: Store) -> None:
    told = {"once": "harbour quiet quiet", "thrice": "harbour harbour harbour", "again": "quiet harbour quiet"}
    for doc, words in told.items():
        store.add(_about(doc, f"{TEXT} {words}"))
    assert ["thrice", "again", "once"] == _docs(store, "harbour")
    assert ["thrice"] == _docs(store, "harbour", Page(limit=1))
    assert ["again", "once"] == _docs(store, "harbour", Page(limit=2, offset=1))


def test_a_search_with_very_many_finds_ranks_those_added_last(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "RANKED", 3)
    for doc, times in (("oldest", 9), ("older", 1), ("much", 5), ("some", 2), ("more", 3)):
        store.add(_about(doc, TEXT + " harbour" * times + " quiet" * (9 - times)))
    whole = ["much", "more", "some", "older", "oldest"]
    assert whole == _docs(store, "harbour")
    assert whole == [doc for first in range(5) for doc in _docs(store, "harbour", Page(limit=1, offset=first))]


def _about(doc: str, text: str) -> Ledger:
    ledger, id_ = arbin_ledger(), hashlib.sha256(text.encode()).hexdigest()
    return msgspec.structs.replace(
        ledger, document=msgspec.structs.replace(ledger.document, text=text, doc=doc, id=id_)
    )


def _docs(store: Store, query: str, page: Page = ALL) -> list[str]:
    return [hit.document.doc for hit in store.search(query, "documents", page=page) if hit.document is not None]


def test_documents_are_filtered(store: Store) -> None:
    store.add(arbin_ledger())
    store.add(made_up(1, 2))
    assert [one.doc for one in store.documents(DocumentFilter(publisher=("Northern News Wire",)))] == ["arbin"]
    assert [one.doc for one in store.documents(DocumentFilter(words="traders"))] == ["arbin"]
    assert [one.doc for one in store.documents(DocumentFilter(since="2015-10-02", until="2015-10-02"))] == ["arbin"]
