"""The lake: parts that are there as a whole or not at all, and a ledger that is loaded from them."""

import json
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from sayso.errors import LedgerError
from sayso.ledger import Store
from sayso.model import Document, Ledger, Run
from sayso.pipeline import Pipeline
from sayso.reading.stories import Taking
from sayso.running.adding import add
from sayso.running.cluster import Lake, load
from sayso.running.cluster.answering import Answer, answer_piece, decode_answer
from sayso.running.cluster.pieces import encode_piece, pieces_of
from sayso.running.one import Read
from sayso.settings import Settings

RUN = Run("test", "test", "test")
TEXT = "Rebels attacked the port of Tartus on Monday, killing three soldiers, the army said."


def read_nothing(document: Document) -> Ledger:
    """Reads nothing out of a document; fails where its text says so."""
    if document.text == "fail":
        raise ValueError("this document is odd")
    return Ledger(document, RUN)


def answers(source: Path, read: Read, *, lines: bool = True) -> list[Answer]:
    """What a reader answers to every piece of a file."""
    return [
        decode_answer(answer_piece(encode_piece(placed), 1, read, Settings()))
        for placed in pieces_of(str(source), Taking(), lines=lines)
    ]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three articles of two months, one of which fails."""
    file = tmp_path / "articles.jsonl"
    rows = [("a", TEXT, "2024-01-09"), ("b", "fail", "2024-02-09"), ("c", TEXT + " It was foggy.", "2024-02-10")]
    file.write_text("".join(json.dumps({"doc": d, "text": t, "date": day}) + "\n" for d, t, day in rows))
    return file


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    found = Lake(str(tmp_path / "lake"))
    found.opened(RUN)
    return found


def test_a_lake_has_a_part_for_every_month_and_knows_what_is_done(source: Path, lake: Lake) -> None:
    found = answers(source, read_nothing)
    lake.write(found)
    assert lake.keys() == {one.key for one in found}
    assert [part.split("/")[-2] for part in lake.parts("documents")] == [
        "month=2024-01",
        "month=2024-02",
        "month=unknown",
    ]


def test_what_is_written_twice_is_there_once(source: Path, lake: Lake) -> None:
    found = answers(source, read_nothing)
    lake.write(found)
    lake.write(found[::-1])
    assert sum(len(list(lake.rows(part))) for part in lake.parts("documents")) == 3


def test_what_a_killed_run_left_half_done_is_swept_away(source: Path, lake: Lake, pipeline: Pipeline) -> None:
    lake.write(answers(source, pipeline.read))
    kept = lake.parts("claims")
    assert kept
    orphan = Path(kept[0]).with_name("part-0.parquet")
    orphan.write_bytes(Path(kept[0]).read_bytes())
    unfinished = Path(lake.parts("documents")[0] + ".unfinished")
    unfinished.write_bytes(b"PAR1")
    lake.opened(RUN)
    assert lake.parts("claims") == kept
    assert not unfinished.exists()


def test_another_version_does_not_go_on_with_a_lake(lake: Lake) -> None:
    with pytest.raises(LedgerError, match="another version"):
        lake.opened(Run("other", "test", "test"))


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "about.json").write_text("{}")
    with pytest.raises(LedgerError, match=r"about\.json"):
        Lake(str(tmp_path)).about()


def test_the_claims_of_a_lake_are_the_rows_of_the_export(source: Path, lake: Lake, pipeline: Pipeline) -> None:
    lake.write(answers(source, pipeline.read))
    table = pq.read_table(lake.parts("claims")[0], partitioning=None)
    assert {"claim", "type", "killed_low", "document"} <= set(table.column_names)
    assert 3 in table["killed_low"].to_pylist()


def test_a_ledger_loaded_from_a_lake_is_the_one_that_adding_makes(
    tmp_path: Path, lake: Lake, pipeline: Pipeline
) -> None:
    source = tmp_path / "articles.jsonl"
    texts = [TEXT, TEXT, TEXT + " It was foggy.", "Rebels shelled the town of Homs, residents said."]
    source.write_text(
        "".join(json.dumps({"id": f"d{i}", "text": text, "date": "2024-01-09"}) + "\n" for i, text in enumerate(texts))
    )
    lake.write(answers(source, pipeline.read, lines=False))
    found = []
    for name in ("added", "loaded"):
        with Store.open(str(tmp_path / f"{name}.sayso"), write=True) as store:
            tally = (
                load(lake, store)
                if name == "loaded"
                else add([str(source)], store, workers=1, opener=lambda _: pipeline.read)
            )
            claims = sorted(msgspec.json.encode((one.id, one.document, one.incident)) for one in store.claims())
            papers = sorted((one.id, len(store.document(one.id).appearances), one.origin) for one in store.documents())
            assert not list(store.verify())
            found.append((claims, papers, tally.read, tally.known, tally.claims))
    assert found[0] == found[1]


def test_loading_twice_adds_nothing_and_keeps_the_problems(tmp_path: Path, source: Path, lake: Lake) -> None:
    lake.write(answers(source, read_nothing))
    with Store.open(str(tmp_path / "my.sayso"), write=True) as store:
        first, second = load(lake, store), load(lake, store)
        (problem,) = store.problems()
    assert (first.read, first.problems, second.read, second.known) == (2, 1, 0, 2)
    assert (problem.doc, problem.cause, problem.where) == ("b", "ValueError: this document is odd", "line 2")


def test_a_lake_names_the_users_own_actors_as_their_file_does(tmp_path: Path, lake: Lake) -> None:
    file = tmp_path / "actors.toml"
    file.write_text(
        '[[actor]]\nid = "NORTHERN_FRONT"\nkind = "armed_group"\nnames = ["Northern Front", "NF"]\ncountry = "SY"\n'
    )
    source = tmp_path / "articles.jsonl"
    source.write_text(json.dumps({"doc": "a", "text": TEXT.replace("Rebels", "NF fighters")}) + "\n")
    settings = Settings(actors=(str(file),))
    read = Pipeline.open(settings).read
    (placed,) = pieces_of(str(source), Taking(), lines=True)
    lake.write([decode_answer(answer_piece(encode_piece(placed), 1, read, settings))])
    table = pq.read_table(lake.parts("claims")[0], partitioning=None)
    assert "Northern Front" in table["agent"].to_pylist()
