"""`sayso link`: marked events in, linked events out."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.cli.main import main

TEXT = "Rebels shelled the market of Arbin on Monday."
GOOD = json.dumps({"doc": "a", "text": TEXT, "events": [{"start": 7, "end": 14}]})


def call(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run the command in this process; its exit code."""
    monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_marked_events_come_out_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> None:
    file = tmp_path / "marked.jsonl"
    file.write_text(f"{GOOD}\n", encoding="utf-8")
    assert 0 == call(monkeypatch, "link", "--given", str(file))
    out = json.loads(capfdbinary.readouterr().out)
    assert ("a", 7, 14) == (out["doc"], out["events"][0]["start"], out["events"][0]["end"])


def test_a_bad_line_is_told_and_the_exit_code_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any
) -> None:
    file = tmp_path / "marked.jsonl"
    file.write_text(f"{GOOD}\nnonsense\n", encoding="utf-8")
    assert 1 == call(monkeypatch, "link", "--given", str(file))
    found = capfdbinary.readouterr()
    assert f"{file}, line 2" == json.loads(found.out.splitlines()[1])["problem"]["where"]
    assert b"1 of 2 documents failed" in found.err


def test_a_file_that_is_not_there_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> None:
    assert 1 == call(monkeypatch, "link", "--given", "nowhere.jsonl")
    assert b"sayso: nowhere.jsonl: no such file or directory\n" == capfdbinary.readouterr().err
