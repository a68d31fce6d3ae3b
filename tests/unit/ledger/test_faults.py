"""What a ledger survives: power cuts, full disks, files that may not be written, files that are cut short."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.made_up import made_up
from sayso.errors import LedgerDamaged, LedgerError, LedgerFull, LedgerReadOnly
from sayso.ledger import Decision, Judgement, Store, recover

ADDING = """
import sys
from bench.made_up import made_up
from sayso.ledger import Store
with Store.open(sys.argv[1], write=True) as store:
    print("open", flush=True)
    for number in range(int(sys.argv[2]), 10_000):
        store.add(made_up(number, 3))
        print(number, flush=True)
"""
ROOT = Path(__file__).parents[3]
KILLS = 20


def test_kill_minus_nine_loses_nothing_and_doubles_nothing(path: Path) -> None:
    """Killed at random points, the adding goes on where it stopped; all that was said to be added is there."""
    chance, done = random.Random(5), -1
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    for _ in range(KILLS):
        adding = subprocess.Popen(
            [sys.executable, "-c", ADDING, str(path), str(max(0, done))],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        assert adding.stdout is not None
        assert adding.stdout.readline() == "open\n"
        time.sleep(chance.random() * 0.15)
        adding.send_signal(signal.SIGKILL)
        said = adding.stdout.read().split("\n")[:-1]
        adding.wait()
        adding.stdout.close()
        done = max([done, *(int(line) for line in said)])
    with Store.open(path) as store:
        there = {one.doc for one in store.documents()}
        assert {f"report-{number}" for number in range(done + 1)} <= there
        assert len(there) <= done + 2  # the last may have been kept and not said
        assert store.count() == 3 * len(there)
        assert list(store.verify()) == []


def test_a_full_disk_is_said_and_leaves_the_ledger_whole(path: Path) -> None:
    with Store.open(path, write=True) as store:
        store.add(made_up(0, 3))
        with store.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        with pytest.raises(LedgerFull, match="make room"), store.batch():  # noqa: PT012  # the block fills the disk
            connection_pages = f"PRAGMA max_page_count = {pages + 10}"
            with store.writing() as connection:
                connection.exec_driver_sql(connection_pages)
            for number in range(1, 50):
                store.add(made_up(number, 20))
    with Store.open(path) as store:
        assert [one.doc for one in store.documents()] == ["report-0"]
        assert list(store.verify()) == []


def test_a_file_that_may_not_be_written_can_be_read(path: Path) -> None:
    """Asked by a user who may not write the file, nor anything beside it (root may write everything)."""
    with Store.open(path, write=True) as store:
        store.add(made_up(0, 3))
        store.settle()
    for left in path.parent.glob(f"{path.name}-*"):
        left.unlink()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    asking = f"""
import os
from sayso.errors import LedgerReadOnly
from sayso.ledger import Store
with Store.open({str(path.parent.with_name("warm"))!r}, write=True) as store:
    store.count()  # loads all that is needed, from folders that the other user may not see
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
with Store.open({str(path)!r}) as store:
    print(store.count())
try:
    Store.open({str(path)!r}, write=True)
except LedgerReadOnly:
    print("refused")
"""
    for folder in path.parents:
        if folder != path.parent and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        done = subprocess.run(
            [sys.executable, "-c", asking], capture_output=True, text=True, env=environment, check=False
        )
    finally:
        path.parent.chmod(0o755)
    assert (done.stdout, done.stderr) == ("3\nrefused\n", "")


def test_a_file_that_is_cut_short_is_said_and_recovered(path: Path, tmp_path: Path) -> None:
    with Store.open(path, write=True) as store:
        for number in range(12):
            store.add(made_up(number, 5))
        incident = next(store.incidents()).id
        store.judge(Judgement("note", "anna", "2026-05-01T12:00:00Z", incident=incident, reason="kept"))
        store.settle()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 6 // 10])
    with pytest.raises(LedgerDamaged, match=r"cut short|no whole ledger"):
        Store.open(path)
    target = tmp_path / "saved.sayso"
    done = recover(path, target)
    assert done.readings + done.lost > 0
    with Store.open(target) as store:
        assert list(store.verify()) == []
        for document in store.documents():
            if document.claims:
                assert store.ledger(document.id) == made_up(int(document.doc.removeprefix("report-")), 5)
    with pytest.raises(LedgerError, match="already"):
        recover(path, target)


def test_a_whole_file_is_recovered_whole(path: Path, tmp_path: Path) -> None:
    with Store.open(path, write=True) as store:
        for number in range(4):
            store.add(made_up(number, 4))
        one, other, *_ = store.incidents()
        store.judge(Judgement("merge", "anna", "2026-05-01T12:00:00Z", incident=one.id, other=other.id))
        (taken,) = store.label(Decision(store.incident(one.id).claim_ids[0], "type", "accept"), by="anna")
        store.undo(taken, by="anna")
        store.settle()
        labels = list(store.labels())
        entries = len(list(store.log()))
    done = recover(path, tmp_path / "saved.sayso")
    assert (done.documents, done.readings, done.texts, done.judgements) == (4, 4, 0, 1)
    assert (done.labels, done.lost, done.entries) == (2, 0, entries)
    with Store.open(tmp_path / "saved.sayso") as store:
        assert store.incident(other.id).id == one.id
        assert list(store.labels()) == labels
        assert list(store.verify()) == []


def test_a_file_that_is_no_ledger_is_refused(path: Path) -> None:
    path.write_bytes(b"These are notes of the desk, and no ledger at all.\n" * 10)
    for write in (False, True):
        with pytest.raises(LedgerDamaged, match="no ledger"):
            Store.open(path, write=write)
    with pytest.raises(LedgerDamaged):
        recover(path, path.with_name("saved"))


def test_a_page_that_was_overwritten_is_said(path: Path) -> None:
    with Store.open(path, write=True) as store:
        for number in range(5):
            store.add(made_up(number, 5))
        store.settle()
    content = bytearray(path.read_bytes())
    for start in range(4096 * 3, len(content) - 4096, 4096):
        content[start : start + 200] = b"\xff" * 200
    path.write_bytes(bytes(content))
    with pytest.raises(LedgerDamaged, match="recover"), Store.open(path) as store:
        list(store.claims())


def test_forgotten_words_are_not_in_the_file(path: Path) -> None:
    gone = made_up(3, 4)
    words = gone.document.text.split("\n")[1].encode()
    with Store.open(path, write=True) as store:
        store.add(made_up(1, 4))
        store.add(gone)
        store.settle()
        assert words in path.read_bytes()
        store.forget(gone.document.id, "asked")
        for file in path.parent.iterdir():
            assert words not in file.read_bytes()
            assert gone.document.doc.encode() not in file.read_bytes()


def test_a_ledger_of_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="folder"):
        Store.open(tmp_path)
    shutil.rmtree(tmp_path / "none", ignore_errors=True)
    with pytest.raises((LedgerError, LedgerReadOnly)):
        Store.open(tmp_path / "none" / "x.sayso", write=True)
    with pytest.raises(LedgerError, match="mysql"):
        Store.open("mysql://localhost/desk")
