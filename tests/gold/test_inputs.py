"""Real articles: every one of them is annotated without a problem."""

import json
import os
from pathlib import Path

import pytest

from evaluation.gate import gold_folder
from sayso.running import annotate
from sayso.settings import Settings


@pytest.mark.gold
@pytest.mark.parametrize("name", ["wire", "wikinews", "fa-kes", "worldwide"])
def test_every_article_is_annotated_without_a_problem(name: str) -> None:
    folder = gold_folder()
    if folder is None:
        pytest.skip("no gold sets here; SAYSO_GOLD names the folder that holds input/")
    path = Path(folder, "input", f"{name}.jsonl")
    with path.open("rb") as lines:
        names = [json.loads(line)["doc"] for line in lines]
    with path.open("rb") as lines:
        found = [json.loads(line) for line in annotate(lines, Settings(), os.cpu_count() or 1)]
    assert [line["doc"] for line in found] == names
    assert [line for line in found if "problem" in line] == []
