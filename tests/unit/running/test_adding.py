"""Adding: every document once, whatever happens on the way."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bench import samples as made
from made.desk import RUN, added, open_desk
from sayso.errors import LedgerError, LedgerFull
from sayso.ledger import Store
from sayso.model import Ledger
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.running.adding import add, read_document
from sayso.running.tally import Tally

TESTS = Path(__file__).parents[2]
DESK = TESTS / "made" / "desk.py"
ARABIC = "وقالت وكالة الأنباء إن العبارتين اصطدمتا في الضباب قبالة ميناء كالان يوم الجمعة، ولم يقتل أحد في الحادث. " * 3


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk.sayso", write=True) as opened:
        yield opened


def articles(count: int) -> list[dict[str, object]]:
    """Articles that have nothing in common."""
    noise = random.Random(7)
    small = ["the", "of", "and", "to", "that", "was", "were", "has", "with", "from", "which", "by", "after", "before"]
    large = [
        "harbour",
        "ferry",
        "fog",
        "captain",
        "baker",
        "flour",
        "mayor",
        "report",
        "coast",
        "guard",
        "ship",
        "town",
    ]
    return [
        {
            "doc": f"a{number}",
            "date": "2015-10-02",
            "text": f"The {number}th " + " ".join(noise.choice(small) + " " + noise.choice(large) for _ in range(40)),
        }
        for number in range(count)
    ]


def test_what_is_added_is_there_with_its_claims_and_where_it_appeared(store: Store, tmp_path: Path) -> None:
    row: dict[str, object] = {
        "doc": "a1", "text": made.STORY, "date": "2015-10-02", "publisher": "Post", "license": "CC BY", "credit": "AFP",
    }  # fmt: skip
    source = str(made.jsonl(tmp_path / "news.jsonl", [row]))
    tally = added(store, source)
    assert (tally.documents, tally.read, tally.claims, tally.problems) == (1, 1, 1, 0)
    (record,) = store.documents()
    (appearance,) = store.document(record.id).appearances
    assert (appearance.doc, appearance.publisher, appearance.licence, appearance.credit, appearance.source) == (
        "a1", "Post", "CC BY", "AFP", source,
    )  # fmt: skip
    assert store.text(record.id) == made.STORY


def test_the_same_command_again_adds_nothing(store: Store, tmp_path: Path) -> None:
    source = str(made.jsonl(tmp_path / "news.jsonl", articles(5)))
    added(store, source)
    before = list(store.log())
    tally = added(store, source)
    assert (tally.read, tally.known, tally.appeared) == (0, 5, 0)
    assert before == list(store.log())


def test_the_same_text_elsewhere_is_one_document_with_two_appearances(store: Store, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"doc": name, "text": made.STORY, "date": "2015-10-02", "publisher": name} for name in ("Post", "Echo")
    ]
    tally = added(store, str(made.jsonl(tmp_path / "news.jsonl", rows)))
    assert (tally.read, tally.known, tally.appeared) == (1, 1, 1)
    (record,) = store.documents()
    assert sorted(one.publisher or "" for one in store.document(record.id).appearances) == ["Echo", "Post"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_syndicated_copy_is_related_to_the_agencys_text_by_its_credit(
    store: Store, tmp_path: Path, turned: bool
) -> None:
    rows: list[dict[str, object]] = [
        {"doc": "wire", "text": made.STORY, "date": "2015-10-02", "publisher": "Reuters"},
        {"doc": "copy", "text": f"{made.STORY} —Reuters", "date": "2015-10-02", "publisher": "Post"},
    ]
    tally = added(store, str(made.jsonl(tmp_path / "news.jsonl", rows[::-1] if turned else rows)))
    assert (tally.copies, tally.versions) == (1, 0)
    copy = next(one for one in store.documents() if one.doc == "copy")
    (relation,) = store.document(copy.id).relations
    wire = next(one for one in store.documents() if one.doc == "wire")
    assert (relation.document, relation.other, relation.kind) == (copy.id, wire.id, "copy")
    assert relation.credit is not None
    assert "Reuters" in relation.credit
    assert relation.evidence[0].words(store.text(copy.id)) == "—Reuters"
    assert copy.origin == wire.id


def test_an_update_by_the_same_outlet_is_a_version(store: Store, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"doc": "first", "text": made.STORY, "date": "2015-10-02", "publisher": "Post"},
        {
            "doc": "second",
            "text": f"{made.STORY} The sea was calm, she added.",
            "date": "2015-10-03",
            "publisher": "Post",
        },
        {"doc": "other", "text": made.OTHER, "date": "2015-10-03", "publisher": "Post"},
    ]
    tally = added(store, str(made.jsonl(tmp_path / "news.jsonl", rows)))
    assert (tally.copies, tally.versions) == (0, 1)


def test_other_languages_are_kept_and_said_to_be_unread(store: Store, tmp_path: Path) -> None:
    tally = added(store, str(made.jsonl(tmp_path / "news.jsonl", [{"text": ARABIC}, {"text": made.STORY}])))
    assert (tally.unread, dict(tally.languages), tally.claims) == (1, {"ar": 1}, 1)
    assert sorted(one.language or "" for one in store.documents()) == ["ar", "en"]


def test_what_fails_is_a_problem_of_its_source_and_gone_once_it_is_read(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    made.jsonl(path, [*articles(2), {"doc": "odd", "text": "fail"}, {"doc": "empty"}])
    tally = added(store, str(path))
    assert (tally.read, tally.problems) == (2, 2)
    assert {(one.doc, one.where, one.source) for one in store.problems()} == {
        ("odd", f"{path}:3", str(path)), (None, f"{path}:4", str(path)),
    }  # fmt: skip
    made.jsonl(path, [*articles(3), {"doc": "empty"}])
    tally = added(store, str(path))
    assert (tally.read, tally.known, tally.solved) == (1, 2, 1)
    assert [one.where for one in store.problems()] == [f"{path}:4"]


def test_a_document_that_the_ledger_does_not_take_is_a_problem_and_a_full_disk_ends_the_run(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = str(made.jsonl(tmp_path / "news.jsonl", articles(2)))
    faults: list[LedgerError] = [LedgerError("x", "odd"), LedgerFull("x", "full")]
    keep = Store.add

    def odd(self: Store, ledger: Ledger, *rest: Any) -> Any:
        if ledger.document.doc == "a0":
            raise faults[0]
        return keep(self, ledger, *rest)

    monkeypatch.setattr(Store, "add", odd)
    tally = added(store, source)
    assert (tally.read, [one.cause for one in store.problems()]) == (1, ["the ledger does not take it: odd"])
    faults.pop(0)
    with pytest.raises(LedgerFull):
        added(store, source)


def test_an_entry_that_could_not_be_read_is_not_taken_for_read_at_the_next_visit(store: Store, tmp_path: Path) -> None:
    long = "fail " + " ".join(f"word{number}" for number in range(300))
    items = [("Odd", "http://post.example/odd", "", long), ("Ferries", "http://post.example/1", "", made.STORY * 4)]
    feed = tmp_path / "feed.xml"
    feed.write_bytes(made.rss(items))
    tally = added(store, str(feed))
    assert (tally.read, tally.problems) == (1, 1)
    assert (store.feed("http://post.example/odd"), store.feed("http://post.example/1")) == (None, (None, None))
    assert (added(store, str(feed)).problems, added(store, str(feed)).passed) == (1, 1)


def test_an_interrupt_ends_the_run_and_the_next_one_goes_on(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = articles(6)
    stop: dict[str, object] = {"text": "interrupt"}
    made.jsonl(path, [*rows[:3], stop, *rows[3:]])
    tally = added(store, str(path))
    assert (tally.interrupted, tally.read) == (True, 3)
    made.jsonl(path, rows)
    tally = added(store, str(path))
    assert (tally.interrupted, tally.read, tally.known) == (False, 3, 3)


def test_several_workers_give_the_same_ledger(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TESTS))
    rows: list[dict[str, object]] = [*articles(12), {"doc": "odd", "text": "fail"}, *articles(3)]
    source = str(made.jsonl(tmp_path / "news.jsonl", rows))
    tally = added(store, source, workers=2)
    assert (tally.read, tally.known, tally.problems) == (12, 3, 1)
    with Store.open(tmp_path / "other.sayso", write=True) as other:
        added(other, source)
        one, two = ({(record.id, record.claims) for record in each.documents()} for each in (store, other))
    assert one == two


def test_progress_is_told_with_the_time_left(store: Store, tmp_path: Path) -> None:
    source = str(made.jsonl(tmp_path / "news.jsonl", articles(4)))
    seen: list[tuple[int, int]] = []
    tally = add(
        [source], store, workers=1, opener=open_desk, run=RUN, watch=lambda now: seen.append((now.read, now.taken))
    )
    assert tally.size == tally.taken == Path(source).stat().st_size
    assert [read for read, _ in seen][-1] == 4
    assert sorted(seen) == seen


def test_the_time_left_goes_by_the_bytes_of_the_last_minutes() -> None:
    now = time.monotonic()
    tally = Tally(size=1_000, taken=700, started=now - 500, marks=[(now - 10, 600), (now - 5, 650)])
    assert tally.seconds_left == pytest.approx(30, abs=1)
    assert Tally(size=None, taken=25, marks=[(now - 10, 0)]).seconds_left is None
    assert Tally(size=100, taken=0).seconds_left is None


def test_a_ledger_is_the_same_after_its_way_from_a_worker(pipeline: Pipeline) -> None:
    document = document_of(made.STORY, doc="a1", date="2015-10-02", publisher="Post")
    answer = read_document(msgspec.msgpack.encode(document), 1, pipeline.read, pipeline.settings)
    assert pipeline.read(document) == msgspec.msgpack.decode(answer, type=Ledger)


def test_the_run_is_known_before_the_pipeline_is_opened(pipeline: Pipeline) -> None:
    assert Pipeline.run_of(pipeline.settings) == pipeline.run


@pytest.mark.filterwarnings("ignore:The Result.tuples:DeprecationWarning")  # of the ledger, to SQLAlchemy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no kill -9")
def test_killed_at_twenty_points_nothing_is_lost_and_nothing_doubled(tmp_path: Path) -> None:
    """Each start is killed a little way on, somewhere; the same command goes on until it ends by itself."""
    rows = articles(150)
    rows += [{"doc": "again", "text": rows[0]["text"], "date": "2015-10-02"}, {"doc": "odd", "text": "fail"}]
    source, ledger = made.jsonl(tmp_path / "news.jsonl", rows), tmp_path / "desk.sayso"
    noise = random.Random(11)
    ends: list[int] = []
    command = [sys.executable, str(DESK), str(ledger), str(source)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        while ends[-1:] != [0]:
            desk.stdin.write("add\n")
            desk.stdin.flush()
            child = int(desk.stdout.readline())
            if len(ends) < 20:
                time.sleep(noise.uniform(0.02, 0.3))
                os.kill(child, signal.SIGKILL)
            ends.append(int(desk.stdout.readline()))
        desk.stdin.close()
    assert ends == [-signal.SIGKILL] * 20 + [0]
    with Store.open(ledger, write=True) as store:
        records = list(store.documents())
        assert len(records) == 150
        assert {record.claims for record in records} == {1}
        assert sum(len(store.document(record.id).readings) for record in records) == 150
        assert sum(len(store.document(record.id).appearances) for record in records) == 151
        assert [one.doc for one in store.problems()] == ["odd"]
        assert list(store.verify()) == []
