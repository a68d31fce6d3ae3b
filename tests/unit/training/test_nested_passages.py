"""Marked passages become offsets."""

import json
from pathlib import Path
from typing import Any

import pytest

from training.nested.marks import BadMarks, passage, passages

FOLDER = Path(__file__).parents[3] / "training/nested"


def words(record: dict[str, Any], span: list[int] | tuple[int, int]) -> str:
    text: str = record["text"]
    return text[span[0] : span[1]]


def test_an_attribution_inside_anothers_content_has_it_as_parent() -> None:
    record = passage("p", "{1s Ana} {1c said} {1t {2s Bo} {2c fears} {2t rain}}.")
    assert "Ana said Bo fears rain." == record["text"]
    outer, inner = record["attributions"]
    assert (None, "A1") == (outer["parent"], inner["parent"])
    assert ["Bo fears rain", "rain"] == [words(record, one["content"][0]) for one in (outer, inner)]


def test_who_is_cited_for_a_whole_report_stands_inside_it() -> None:
    record = passage("p", "{1s The Post} {1c reported}, {2c citing} {2s Bo}, {1t {2t rain was near}}.")
    assert [None, "A1"] == [one["parent"] for one in record["attributions"]]


def test_quotation_marks_decide_the_kind() -> None:
    record = passage(
        "p",
        "“{1t It will rain,}” {1s Ana} {1c said}; {2s Bo} {2c said} {2t it would “pour”}; {3s Cy} {3c said} {3t no}.",
    )
    assert ["direct", "mixed", "indirect"] == [one["kind"] for one in record["attributions"]]


@pytest.mark.parametrize(
    "line", ["{1s Ana} {1c said}.", "{1t It rains", "It rains}.", "{1t It {rains}}", "{1t It rains}."]
)
def test_marks_that_make_no_attribution_are_refused(line: str) -> None:
    with pytest.raises(BadMarks):
        passage("p", line)


@pytest.mark.parametrize("name", ["train", "evaluation"])
def test_the_data_is_what_the_marks_say_and_every_passage_is_nested(name: str) -> None:
    records = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert json.loads(json.dumps(list(passages(FOLDER / f"{name}.txt")))) == records
    assert all(any(one["parent"] for one in record["attributions"]) for record in records)
