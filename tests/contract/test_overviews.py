"""Counts over claims, as the pages need them, are those that counting the claims one by one gives."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from bench.made_up import made_up
from made.arbin import arbin_ledger
from made.postgres import Address
from sayso.errors import BadQuery
from sayso.ledger import ClaimFilter, ClaimRecord, Store
from sayso.ledger.overviews.sampling import sample
from sayso.ledger.overviews.timeline import Scale
from sayso.ledger.schema.claims import claims
from sayso.model import Count

ASKED = [ClaimFilter(), ClaimFilter(type=("ASSAULT",)), ClaimFilter(factuality=("happened",), voice=True)]


@pytest.fixture
def store(address: Address) -> Iterator[Store]:
    with Store.open(address(), write=True) as opened:
        opened.add(arbin_ledger())
        for number in range(3):
            opened.add(made_up(number, 12))
        yield opened


def day_of(claim: ClaimRecord) -> str | None:
    return None if claim.claim.time is None else claim.claim.time.edtf


def test_facets_are_counted(store: Store) -> None:
    for asked in ASKED:
        _counted(store, asked)


def _counted(store: Store, asked: ClaimFilter) -> None:
    listed = list(store.claims(asked))
    found = store.facets(asked)
    assert (found.total, found.exact) == (len(listed), True)
    assert found.voice == sum(one.holder is None for one in listed)
    wanted = {
        "type": Counter(one.claim.event.type for one in listed),
        "year": Counter((day_of(one) or "")[:4] for one in listed if day_of(one)),
        "publisher": Counter(one.publisher or "" for one in listed),
        "who": Counter(actor.name for one in listed for actor in set(one.agents)),
        "holder": Counter(one.holder.speaker.name for one in listed if one.holder and one.holder.speaker),
    }
    for name, counts in wanted.items():
        told = {value.label: value.count for value in found.facets[name]}
        assert sorted(told.values(), reverse=True) == sorted(counts.values(), reverse=True)[:12]
        assert told.items() <= counts.items()
    first = found.facets["who"][0]
    assert (
        store.count(ClaimFilter(who=(first.value,), type=asked.type, factuality=asked.factuality, voice=asked.voice))
        == first.count
    )


def test_a_map_tells_the_claims_of_each_place_and_day(store: Store) -> None:
    found = store.map()
    (arbin,) = [one for one in found.places if one.place.place.name == "Arbin"]
    assert (arbin.claims, arbin.killed, arbin.types) == (2, Count(12, 12), {"ASSAULT": 2})
    assert sum(one.claims for one in found.places) + found.unplaced == found.total == store.count()
    listed = Counter(day_of(one) for one in store.claims() if day_of(one))
    assert {one.day: one.claims for one in found.days} == listed
    fewer = store.map(places=1)
    assert (fewer.places[0], fewer.places_left) == (found.places[0], len(found.places) - 1)


def test_a_timeline_tells_each_claim_once_where_it_is_sure(store: Store) -> None:
    for scale in get_args(Scale):
        _told_once(store, scale)


def _told_once(store: Store, scale: Scale) -> None:
    found = store.timeline(scale=scale, by="factuality")
    dated = sum(day_of(one) is not None for one in store.claims())
    assert found.undated == found.total - dated
    if scale == "hour":
        assert {one.vague > 0 for one in found.buckets} == {True}
        return
    assert sum(one.claims for one in found.buckets) == dated
    assert [one.start for one in found.buckets] == sorted({one.start for one in found.buckets})
    assert all(sum(one.by.values()) == one.claims for one in found.buckets)
    (bucket,) = [one for one in found.buckets if one.start <= "2015-09-28" <= one.end]
    assert bucket.disputed >= 2


def test_a_claim_of_a_month_may_lie_in_each_of_its_days(tmp_path: Path) -> None:
    import msgspec

    ledger = arbin_ledger()
    times = {"e1": "2015-09", "e2": "2015-09-28T14:30", "e5": "2015-09-30/.."}
    changed = tuple(
        msgspec.structs.replace(one, time=msgspec.structs.replace(one.time, edtf=times[one.id]) if one.time else None)
        if one.id in times
        else one
        for one in ledger.claims
    )
    with Store.open(tmp_path / "desk.sayso", write=True) as store:
        store.add(msgspec.structs.replace(ledger, claims=changed))
        days = store.timeline(scale="day").buckets
        assert [one.vague for one in days] == [1] * 30
        assert {one.start: one.claims for one in days if one.claims} == {"2015-09-28": 1, "2015-09-30": 1}
        (hour,) = [one for one in store.timeline(scale="hour").buckets if one.claims]
        assert (hour.start, hour.end) == ("2015-09-28T14", "2015-09-28T14")
        (month,) = store.timeline(scale="month").buckets
        assert (month.start, month.end, month.claims, month.vague) == ("2015-09-01", "2015-09-30", 3, 0)


def test_a_network_tells_who_acts_on_whom_and_who_denies(store: Store) -> None:
    found = store.network(edges=1_000)
    ids = {node.id: node for node in found.nodes}
    for edge in found.edges:
        assert edge.source in ids
        assert edge.target in ids
        if edge.kind in ("attacks", "accuses", "meets"):
            asked = ClaimFilter(who=(edge.source,), whom=(edge.target,), type=((edge.query or {})["type"],))
            listed = [
                one for one in store.claims(asked) if one.claim.event.factuality not in ("denied", "hypothetical")
            ]
            assert len(listed) == edge.claims
            assert edge.sample in {one.id for one in listed}
    (denial,) = [edge for edge in found.edges if edge.kind == "denies" and "MINISTRY" in _code(store, edge.source)]
    assert _code(store, denial.target) == "REBELS"
    assert store.network(edges=2).edges_left == len(found.edges) - 2


def _code(store: Store, actor: str) -> str:
    from sayso.ledger import ActorFilter

    return next(store.actors(ActorFilter(name=(actor,)))).code


def test_of_very_many_claims_some_are_drawn_that_stand_for_all(store: Store) -> None:
    for number in range(10, 20):
        store.add(made_up(number, 40))
    with store.reading() as connection:
        for asked in ASKED:
            whole = store.count(asked)
            found = sample(connection, asked, (claims.c.type,), most=20, enough=20)
            assert (found.exact, len({row.key for row in found.rows})) == (False, len(found.rows))
            assert found.step >= 8
            assert 0.3 < found.total / whole < 3
        assert sample(connection, ClaimFilter(), (), most=store.count()).exact
        runs = ClaimFilter(runs=("0" * 64,))
        assert sample(connection, runs, (), most=0).exact


def test_what_cannot_be_asked_is_refused(store: Store) -> None:
    with pytest.raises(BadQuery):
        store.facets(ClaimFilter(since="yesterday"))
