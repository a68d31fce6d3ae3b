"""A run on two nodes, of which one dies, gives what one process gives."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from sayso.running import annotate
from sayso.running.cluster import Lake
from sayso.settings import Settings

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[3] / "examples"


def articles(times: int) -> list[bytes]:
    """The examples, so many times, each under a name of its own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/article.txt"))]
    return [
        json.dumps({"doc": f"{number}-{copy}", "text": text, "date": f"2024-0{1 + copy % 3}-11"}).encode()
        for copy in range(times)
        for number, text in enumerate(texts)
    ]


def on_two_nodes(source: Path, lake: Path, opener: str) -> dict[str, Any]:
    places = [str(HERE.parents[3] / "src"), str(HERE.parent), *sys.path]
    done = subprocess.run(
        [sys.executable, str(HERE / "two_nodes.py"), str(source), str(lake), opener],
        capture_output=True, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}, timeout=400,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    # Ray itself may print around it
    (line,) = [line for line in done.stdout.splitlines() if line.startswith(b'{"done"')]
    found: dict[str, Any] = json.loads(line)
    return found


def lines_of(lake: Path) -> list[bytes]:
    there = Lake(str(lake))
    return sorted(row["line"].encode() for part in there.parts("documents") for row in there.rows(part, ["line"]))


def test_a_node_that_dies_changes_nothing(tmp_path: Path) -> None:
    lines = articles(4)
    source, lake = tmp_path / "articles.jsonl", tmp_path / "lake"
    source.write_bytes(b"\n".join([*lines[:9], b'{"doc": "broken", "text"', *lines[9:]]) + b"\n")
    found = on_two_nodes(source, lake, "pipeline")
    assert found["killed"] == ["node"]
    assert found["done"]["problems"] == 1
    assert lines_of(lake) == sorted(annotate(source.read_bytes().splitlines(), Settings(), workers=1))
    months = {part.split("/")[-2] for part in Lake(str(lake)).parts("documents")}
    # three of the examples print their day, which is believed before the one given here
    printed = {"month=2017-05", "month=2018-04", "month=2019-06"}
    assert months == printed | {"month=2024-01", "month=2024-02", "month=2024-03", "month=unknown"}


def test_a_document_that_kills_its_reader_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    source, lake = tmp_path / "articles.jsonl", tmp_path / "lake"
    texts = ["Two ships collided."] * 30
    texts[17] = "die"
    source.write_bytes(
        b"".join(json.dumps({"doc": f"d{i}", "text": text}).encode() + b"\n" for i, text in enumerate(texts))
    )
    found = on_two_nodes(source, lake, "open_echo")
    assert found["done"]["documents"] == 30
    there = Lake(str(lake))
    rows = [row for part in there.parts("documents") for row in there.rows(part, ["doc", "problem", "where"])]
    assert [(row["doc"], row["problem"], row["where"]) for row in rows if row["problem"]] == [
        ("d17", "the worker process died twice while reading this document (exit code -9)", "line 18")
    ]
