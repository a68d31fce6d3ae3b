"""Lists that are read part by part give every entry once and in order, whatever is added meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

import pytest

from bench.made_up import made_up
from made.arbin import arbin_ledger
from made.postgres import Address
from sayso.errors import BadQuery
from sayso.ledger import ClaimFilter, Decision, DocumentFilter, IncidentFilter, LabelFilter, Page, Store

Part = Callable[[Store, str | None, int, bool], tuple[Sequence[Any], str | None]]
Whole = Callable[[Store, bool], Iterator[Any]]


class Many(NamedTuple):
    """A list, part by part and as a whole."""

    part: Part
    whole: Whole


def claims_by(order: Any) -> Many:
    return Many(
        lambda store, cursor, limit, down: store.claims_after(cursor, order=order, limit=limit, descending=down),
        lambda store, down: store.claims(order=order, page=Page(descending=down)),
    )


def incidents_by(order: Any) -> Many:
    return Many(
        lambda store, cursor, limit, down: store.incidents_after(cursor, order=order, limit=limit, descending=down),
        lambda store, down: store.incidents(order=order, page=Page(descending=down)),
    )


LISTS = {
    **{f"claims by {one}": claims_by(one) for one in ("day", "published", "killed", "confidence")},
    **{f"incidents by {one}": incidents_by(one) for one in ("day", "documents", "killed", "disputed")},
    "documents": Many(
        lambda store, cursor, limit, down: store.documents_after(cursor, limit=limit, descending=down),
        lambda store, down: store.documents(page=Page(descending=down)),
    ),
    "disputes": Many(
        lambda store, cursor, limit, down: store.pulled_after(cursor, limit=limit, descending=down),
        lambda store, down: iter(store.pulled(page=Page(descending=down))),
    ),
    "labels": Many(
        lambda store, cursor, limit, down: store.labels_after(cursor, limit=limit, descending=down),
        lambda store, down: store.labels(page=Page(descending=down)),
    ),
}


@pytest.fixture
def store(address: Address) -> Iterator[Store]:
    with Store.open(address(), write=True) as opened:
        opened.add(arbin_ledger())
        for number in range(3):
            opened.add(made_up(number, 12))
        claims = list(opened.claims())
        for number, one in enumerate(claims[:12]):
            opened.label(
                Decision(one.id, "claim", "accept" if number % 3 else "reject"), by="ana" if number % 2 else "bo"
            )
        opened.undo(next(opened.labels(LabelFilter(by=("ana",)))).id, by="ana")
        yield opened


def id_of(one: Any) -> str:
    return str(one.dispute.id if hasattr(one, "dispute") else one.id)


def gone_through(store: Store, part: Part, limit: int, *, descending: bool, meanwhile: Callable[[], None]) -> list[str]:
    found: list[str] = []
    cursor: str | None = None
    while True:
        some, cursor = part(store, cursor, limit, descending)
        assert len(some) <= limit
        assert len(some) == limit or cursor is None
        found += [id_of(one) for one in some]
        if cursor is None:
            return found
        meanwhile()


def test_parts_that_follow_one_another_give_every_entry_once(store: Store) -> None:
    for (name, (part, whole)), descending in product(LISTS.items(), (True, False)):
        expected = [id_of(one) for one in whole(store, descending)]
        assert len(expected) > 1, name
        for limit in (3, len(expected)):
            found = gone_through(store, part, limit, descending=descending, meanwhile=lambda: None)
            assert expected == found, name


def test_what_is_added_meanwhile_moves_nothing(store: Store) -> None:
    for number, name in enumerate(("documents", "incidents by day", "claims by day")):
        part, whole = LISTS[name]
        before = [id_of(one) for one in whole(store, True)]
        numbers = iter(range(100 + 20 * number, 120 + 20 * number))

        def add(numbers: Iterator[int] = numbers) -> None:
            fresh = next(numbers, None)
            if fresh is not None and fresh % 20 < 3:
                store.add(made_up(fresh, 2))

        found = gone_through(store, part, 2, descending=True, meanwhile=add)
        assert len(set(found)) == len(found)
        assert before == [one for one in found if one in set(before)]


def test_a_cursor_of_another_list_is_refused(store: Store) -> None:
    for name, (part, _) in LISTS.items():
        _, cursor = part(store, None, 1, True)
        assert cursor is not None
        with pytest.raises(BadQuery, match="another order"):
            part(store, cursor, 1, False)
        other = LISTS["documents" if name != "documents" else "labels"].part
        with pytest.raises(BadQuery, match="begin without one"):
            other(store, cursor, 1, True)
        for word in ("o32", "", "é", "WyJkYXkiLHRydWUsNSw1XQ", "WyJkb2N1bWVudHMiLHRydWVd"):
            with pytest.raises(BadQuery, match="begin without one"):
                part(store, word, 1, True)


def test_filters_hold_for_every_part(store: Store) -> None:
    asked = LabelFilter(by=("ana",), standing=True)
    parts = LISTS["labels"]._replace(
        part=lambda store, cursor, limit, down: store.labels_after(cursor, asked, limit=limit, descending=down)
    )
    expected = [one.id for one in store.labels(asked)]
    assert 1 < len(expected) < len(list(store.labels(LabelFilter(by=("ana",)))))
    assert expected == gone_through(store, parts.part, 2, descending=True, meanwhile=lambda: None)
    some, _ = store.claims_after(None, ClaimFilter(type=("ASSAULT",)), limit=5)
    assert {"ASSAULT"} == {one.claim.event.type for one in some}
    assert [] == list(store.documents_after(None, DocumentFilter(publisher=("nobody",)))[0])
    assert all(one.disputed for one in store.incidents_after(None, IncidentFilter(disputed=True))[0])
