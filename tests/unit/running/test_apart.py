"""What a person has taken apart is not linked again; what may be one happening is noted for a person."""

from pathlib import Path

from bench.made_up import made_up
from sayso.ledger import Judgement, Store
from sayso.linking.gathering import Link
from sayso.running.linking import Linked, apart_of, link, reports_of

WHEN = "2026-05-01T12:00:00Z"


def test_an_undone_link_and_one_that_was_judged_different_stay_apart(tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk.sayso", write=True) as store:
        store.add(made_up(4, 6))
        a, b, c = [one.id for one in store.incidents()][:3]
        (linked,) = store.judge(Judgement("merge", "linker", WHEN, incident=a, other=b, author="rule", score=0.8))
        assert apart_of(store, reports_of(store)) == []
        store.undo(linked, by="anna", reason="two attacks")
        store.judge(Judgement("note", "anna", WHEN, incident=a, other=c, verdict="different"))
        store.judge(Judgement("note", "anna", WHEN, incident=b, other=c, verdict="same"))
        assert set(apart_of(store, reports_of(store))) == {frozenset({a, b}), frozenset({a, c})}


def test_a_near_miss_is_noted_once_for_a_person_to_judge(tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk.sayso", write=True) as store:
        store.add(made_up(4, 6))
        a, b = [one.id for one in store.incidents()][:2]
        claims = (store.incident(a).claim_ids[0], store.incident(b).claim_ids[0])

        def near(*_: object) -> list[Link]:
            return [Link(a, b, 0.6, claims, "one day apart", made=False)]

        assert (0, 1) == _links_and_proposed(link(store, gatherer=near))
        assert (0, 0) == _links_and_proposed(link(store, gatherer=near))
        (offered,) = store.review("anna", ("merge",))
        assert offered.merge is not None
        assert (False, {a, b}, 0.6) == (
            offered.merge.merged,
            {offered.merge.a.id, offered.merge.b.id},
            offered.merge.score,
        )
        store.judge(Judgement("note", "anna", WHEN, incident=a, other=b, verdict="different"))
        assert [] == list(store.review("anna", ("merge",)))


def _links_and_proposed(done: Linked) -> tuple[int, int]:
    return done.links, done.proposed


def test_a_second_linking_writes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk.sayso", write=True) as store:
        for number in (4, 5):
            store.add(made_up(number, 2))
        a, b = [one.id for one in store.incidents()][:2]
        claims = (store.incident(a).claim_ids[0], store.incident(b).claim_ids[0])
        assert link(store, gatherer=lambda *_: [Link(a, b, 0.9, claims, "the same day")]).links == 1
        seal = store.seal()
        link(store)
        assert store.seal() == seal
