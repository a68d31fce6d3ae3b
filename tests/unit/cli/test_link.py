"""`sayso link`: marked events in, linked events out."""

import json
from pathlib import Path

from made.calling import Sayso

TEXT = "Rebels shelled the market of Arbin on Monday."
GOOD = json.dumps({"doc": "a", "text": TEXT, "events": [{"start": 7, "end": 14}]})


def test_marked_events_come_out_linked(tmp_path: Path, sayso: Sayso) -> None:
    file = tmp_path / "marked.jsonl"
    file.write_text(f"{GOOD}\n", encoding="utf-8")
    found = sayso("link", "--given", str(file))
    assert 0 == found.code
    out = json.loads(found.out)
    assert ("a", 7, 14) == (out["doc"], out["events"][0]["start"], out["events"][0]["end"])


def test_a_bad_line_is_told_and_the_exit_code_says_so(tmp_path: Path, sayso: Sayso) -> None:
    file = tmp_path / "marked.jsonl"
    file.write_text(f"{GOOD}\nnonsense\n", encoding="utf-8")
    found = sayso("link", "--given", str(file))
    assert 1 == found.code
    assert f"{file}, line 2" == json.loads(found.out.splitlines()[1])["problem"]["where"]
    assert "1 of 2 documents failed" in found.err


def test_a_file_that_is_not_there_is_one_clear_line(sayso: Sayso) -> None:
    found = sayso("link", "--given", "nowhere.jsonl")
    assert (1, "sayso: nowhere.jsonl: there is no such file\n") == (found.code, found.err)
