"""Gold files: their lines, their spans, and annotated articles with their texts put back."""

import hashlib
import json
from pathlib import Path

import pytest

from sayso.model import Span
from training.gold import ChangedText, annotated, as_spans, jaccard, read_lines, spans


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one\u2028two"}\n\n{"text": "three"}\n', encoding="utf-8")
    assert ["one\u2028two", "three"] == [record["text"] for record in read_lines(path)]


def test_null_one_span_and_several_are_lists_of_spans() -> None:
    assert [] == as_spans(None)
    assert [(2, 5)] == as_spans([2, 5])
    assert [(2, 5), (7, 9)] == as_spans([[2, 5], None, [7, 9]])
    assert (Span(2, 5),) == spans([2, 5])


def test_the_shared_part_of_nothing_and_nothing_is_all_of_it() -> None:
    assert (1.0, 0.0, 0.5) == (jaccard(set(), set()), jaccard({1}, set()), jaccard({1, 2}, {2}))


def test_an_annotated_article_gets_its_text_back_unless_it_has_changed(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    texts, text = tmp_path / "texts.jsonl", "The ferry sank."
    ledger = {"doc": "a", "sha256": hashlib.sha256(text.encode()).hexdigest(), "events": []}
    (tmp_path / "own" / "a.json").write_text(json.dumps(ledger), encoding="utf-8")
    texts.write_text(json.dumps({"doc": "a", "text": text}), encoding="utf-8")
    assert [{**ledger, "text": text}] == list(annotated(tmp_path / "own", texts))
    texts.write_text(json.dumps({"doc": "a", "text": "The ferry sank today."}), encoding="utf-8")
    with pytest.raises(ChangedText):
        list(annotated(tmp_path / "own", texts))
