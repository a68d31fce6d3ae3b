"""Lines of marked events in, lines of linked ones out."""

import json
from typing import Any

from sayso.running.given import link_given

TEXT = "Rebels shelled the market of Arbin on Monday. The shelling killed five traders."


def line(doc: str, events: Any, text: str = TEXT, **more: Any) -> bytes:
    return json.dumps({"doc": doc, "text": text, "events": events, **more}).encode()


def event(word: str, text: str = TEXT) -> dict[str, int]:
    return {"start": text.index(word), "end": text.index(word) + len(word)}


def linked(*lines: bytes) -> list[dict[str, Any]]:
    return [json.loads(one) for one in link_given(lines, "marked.jsonl")]


def test_every_line_comes_out_in_order_with_a_cluster_for_each_event() -> None:
    events = [event("killed"), event("shelled")]
    first, second = linked(line("b", events, date="2015-10-02", topic=3), b"", line("a", []))
    assert {"doc": "a", "events": []} == second
    assert "b" == first["doc"]
    assert events == [{"start": one["start"], "end": one["end"]} for one in first["events"]]
    assert all(isinstance(one["cluster"], str) and one["cluster"] for one in first["events"])


def test_a_bad_line_is_a_problem_that_names_file_line_and_cause() -> None:
    bad = [
        b"{", b"[]", b"null", b"\xff\xfe", line("x", [{"start": 3, "end": 3}]), line("x", [{"start": 0, "end": 5_000}]),
        line("x", [{"start": -1, "end": 4}]), line("x", [{"start": "a", "end": 4}]), line("x", None),
        json.dumps({"doc": "x", "text": TEXT}).encode(), json.dumps({"text": TEXT, "events": []}).encode(), b"[" * 5_000,
    ]  # fmt: skip
    found = linked(*bad, line("good", [event("shelled")]))
    assert [f"marked.jsonl, line {number}" for number in range(1, len(bad) + 1)] == [
        one["problem"]["where"] for one in found[:-1]
    ]
    assert all(one["problem"]["cause"] for one in found[:-1])
    assert "good" == found[-1]["doc"]
    assert "[0, 5000) is no part of the text, which has" in found[5]["problem"]["cause"]
    assert "x" == found[5]["doc"]


def test_a_line_that_fails_changes_nothing_for_the_others() -> None:
    good = [line("a", [event("shelled")]), line("b", [event("shelling")])]
    assert linked(*good) == linked(good[0], b"{", good[1])[::2]
