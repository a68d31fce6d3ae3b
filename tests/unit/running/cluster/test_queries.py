"""The questions of docs/cluster.md have answers."""

import json
import re
from pathlib import Path

import duckdb
import pytest

from sayso.pipeline import Pipeline
from sayso.reading.stories import Taking
from sayso.running.cluster import Lake
from sayso.running.cluster.answering import answer_piece, decode_answer
from sayso.running.cluster.pieces import encode_piece, pieces_of
from sayso.settings import Settings

ROOT = Path(__file__).parents[4]
QUERIES = re.findall(r"```sql\n(.+?)```", (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Path:
    """The examples, and a line that is none."""
    place = tmp_path_factory.mktemp("lake")
    source = place / "articles.jsonl"
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*/article.txt"))]
    lines = [
        json.dumps({"doc": str(n), "text": text, "date": f"2024-01-{n + 1:02}", "publisher": "Wire"})
        for n, text in enumerate(texts)
    ]
    source.write_text("\n".join([*lines, '{"doc": "broken"']) + "\n", encoding="utf-8")
    found = Lake(str(place / "LAKE"))
    found.opened(pipeline.run)
    pieces = pieces_of(str(source), Taking(), lines=True)
    found.write([decode_answer(answer_piece(encode_piece(one), 1, pipeline.read, Settings())) for one in pieces])
    return place / "LAKE"


def test_there_are_ten() -> None:
    assert [query.split(".")[0].strip("- ") for query in QUERIES] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("query", QUERIES, ids=[query.splitlines()[0].strip("- ") for query in QUERIES])
def test_a_question_to_a_lake_is_answered(query: str, lake: Path) -> None:
    with duckdb.connect() as connection:
        rows = connection.execute(query.replace("LAKE/", f"{lake}/")).fetchall()
    assert rows


def test_the_columns_of_a_lake_are_documented(lake: Path) -> None:
    page = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        columns = connection.execute(f"DESCRIBE SELECT * FROM read_parquet('{lake}/documents/*/*.parquet')").fetchall()
    assert [name for name, *_ in columns if f"`{name}`" not in page] == []
