"""Tables: JSON Lines, JSON in one piece, CSV, Parquet, and how their columns are told."""

import json
from pathlib import Path

import pytest

from bench import samples as made
from made.taken import File, outcomes, the_story
from sayso.model import Problem
from sayso.reading.stories import Story, Taking


def test_json_lines_are_told_by_their_usual_keys(tmp_path: Path) -> None:
    row: dict[str, object] = {"id": "a1", "headline": "Ferries collide", "body": made.STORY, "published_at": "2015-10-02T23:00:00Z",
           "outlet": "Post", "link": "http://post.example/1", "license": "CC BY"}  # fmt: skip
    story = the_story(made.jsonl(tmp_path / "news.jsonl", [row]))
    assert (story.doc, story.title, story.text) == ("a1", "Ferries collide", made.STORY)
    assert (story.date, story.publisher, story.url, story.licence) == (
        "2015-10-02", "Post", "http://post.example/1", "CC BY",
    )  # fmt: skip


def test_a_list_in_one_piece_of_json_is_a_table_too(file: File) -> None:
    rows = [{"text": made.STORY, "date": "2015-10-02"}, {"words": "x"}]
    first, second = outcomes(file("news.json", json.dumps(rows, indent=2).encode()))
    assert isinstance(first, Story)
    assert (first.text, first.date) == (made.STORY, "2015-10-02")
    assert isinstance(second, Problem)
    assert the_story(file("one.json", json.dumps(rows[0], indent=2).encode())).text == made.STORY


def test_columns_are_named_by_the_user_and_may_be_nested(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"meta": {"words": made.STORY, "when": "02/10/2015"}, "n": 7}]
    taking = Taking(columns=(("text", "meta.words"), ("date", "meta.when"), ("doc", "n")), date_format="%d/%m/%Y")
    story = the_story(made.jsonl(tmp_path / "news.jsonl", rows), taking)
    assert (story.doc, story.text, story.date) == ("7", made.STORY, "2015-10-02")


def test_a_line_that_is_none_is_a_problem_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(f'{{"text": \n\n{{"text": {json.dumps(made.STORY)}}}\n{{"words": "x"}}\n', encoding="utf-8")
    first, second, third = outcomes(path)
    assert isinstance(first, Problem)
    assert first.where == f"{path}:1"
    assert isinstance(second, Story)
    assert isinstance(third, Problem)
    assert "its columns are 'words'" in third.cause


def test_a_date_that_can_be_read_in_two_ways_is_a_problem_that_says_what_to_do(tmp_path: Path) -> None:
    (found,) = outcomes(made.jsonl(tmp_path / "news.jsonl", [{"text": made.STORY, "date": "02/10/2015"}]))
    assert isinstance(found, Problem)
    assert "--date-format" in found.cause


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_whatever_its_delimiter(tmp_path: Path, delimiter: str) -> None:
    rows = [["Title", "Text", "Date"], ["Ferries; collide", made.STORY, "2 October 2015"], ["Bakers", made.OTHER, ""]]
    first, second = outcomes(made.csv_file(tmp_path / "news.csv", rows, delimiter))
    assert isinstance(first, Story)
    assert (first.title, first.text, first.date) == ("Ferries; collide", made.STORY, "2015-10-02")
    assert isinstance(second, Story)
    assert second.date is None


def test_csv_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_bytes('text\n"The café “Zürich” was closed, the owner said."\n'.encode("cp1252"))
    assert the_story(tmp_path / "old.csv").text == "The café “Zürich” was closed, the owner said."


def test_a_table_without_a_text_column_is_told_with_its_columns(tmp_path: Path) -> None:
    (found,) = outcomes(made.csv_file(tmp_path / "news.csv", [["a", "b"], ["1", "2"]]))
    assert isinstance(found, Problem)
    assert "'a', 'b'" in found.cause


def test_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    import datetime as dt

    columns: dict[str, list[object]] = {
        "content": [made.STORY, made.OTHER], "published": [dt.datetime(2015, 10, 2, 3, 4, tzinfo=dt.UTC), None], "noise": [1, 2],
    }  # fmt: skip
    first, second = outcomes(made.parquet(tmp_path / "news.parquet", columns))
    assert isinstance(first, Story)
    assert (first.text, first.date, first.where) == (made.STORY, "2015-10-02", f"{tmp_path}/news.parquet:row 1")
    assert isinstance(second, Story)
    assert second.date is None


def test_a_text_that_is_too_long_is_a_problem_that_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "The port was calm."}\n{"text": "Calm."}\n', encoding="utf-8")
    long, short = outcomes(path, Taking(limit=10))
    assert isinstance(long, Problem)
    assert long.cause.startswith("the text has 18 characters and the limit is 10; split it into articles")
    assert isinstance(short, Story)
