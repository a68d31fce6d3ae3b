"""What a person has taken apart is not linked again."""

from pathlib import Path

from bench.made_up import made_up
from sayso.ledger import Judgement, Store
from sayso.running.linking import apart_of, reports_of

WHEN = "2026-05-01T12:00:00Z"


def test_an_undone_link_and_one_that_was_judged_different_stay_apart(tmp_path: Path) -> None:
    with Store.open(tmp_path / "desk.sayso", write=True) as store:
        store.add(made_up(4, 6))
        a, b, c = [one.id for one in store.incidents()][:3]
        (link,) = store.judge(Judgement("merge", "linker", WHEN, incident=a, other=b, author="rule", score=0.8))
        assert apart_of(store, reports_of(store)) == []
        store.undo(link, by="anna", reason="two attacks")
        store.judge(Judgement("note", "anna", WHEN, incident=a, other=c, verdict="different"))
        store.judge(Judgement("note", "anna", WHEN, incident=b, other=c, verdict="same"))
        assert set(apart_of(store, reports_of(store))) == {frozenset({a, b}), frozenset({a, c})}
