"""Annotations are kept as offsets and labels, and their ids and offsets hold together."""

import json
from pathlib import Path
from typing import Any

import pytest

from training.annotations.convert import ATTRIBUTION, EVENT, KEPT, convert, without_words

FOLDER = Path(__file__).parents[3] / "training/annotations"
FILES = sorted(FOLDER.glob("*/*.json"))
TEXT = "Ana said Bo shelled Dune."


def event(**changes: Any) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(EVENT)
    return {**empty, "id": "E1", "trigger": [12, 19], "agent": [[9, 11]], "patient": [], "holder": "A1", **changes}


def notes(**changes: Any) -> dict[str, Any]:
    said = {**dict.fromkeys(ATTRIBUTION), "id": "A1", "source": [0, 3], "cue": [4, 8], "content": [[9, 24]]}
    bo = {"id": "BO", "kind": "person", "names": ["Bo"], "part_of": None, "members": []}
    made = {"doc": "d", "dateline": None, "actors": [bo], "places": [], "attributions": [said], "events": [event()]}
    return {**made, "disputes": [], **changes}


def test_names_and_notes_stay_behind() -> None:
    converted = without_words(notes(events=[event(note="Bo shelled")]), TEXT)
    assert [{"id": "BO", "kind": "person", "part_of": None, "members": []}] == converted["actors"]
    assert list(EVENT) == list(converted["events"][0])
    assert {"place": None, "date": None, "agency": None} == converted["dateline"]


def test_a_dateline_becomes_offsets() -> None:
    dateline = {"place": "Dune", "date": "2020-01-02", "agency": None}
    converted = without_words(notes(dateline=dateline), TEXT)
    assert {"place": [20, 24], "date": "2020-01-02", "agency": None} == converted["dateline"]


def test_a_trigger_outside_its_holders_content_is_refused() -> None:
    with pytest.raises(ValueError, match="d: E1 is outside the content of A1"):
        without_words(notes(events=[event(trigger=[0, 3])]), TEXT)


def test_a_written_file_is_read_back_the_same(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(json.dumps(notes()), encoding="utf-8")
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")
    convert(tmp_path, ["d"], tmp_path / "out")
    written = (tmp_path / "out/d.json").read_text(encoding="utf-8")
    assert without_words(notes(), TEXT) == json.loads(written)


def spans_of(record: dict[str, Any]) -> list[list[int]]:
    found = [record["dateline"]["place"], record["dateline"]["agency"]]
    for one in record["attributions"]:
        found += [one["source"], one["cue"], *one["content"]]
    for one in record["events"]:
        found += [one["trigger"], one["place"], one["time"], *one["agent"], *one["patient"]]
    return [span for span in found if span is not None]


@pytest.mark.parametrize("name", sorted({path.parent.name for path in FILES}))
def test_every_annotation_holds_together(name: str) -> None:
    for path in FOLDER.glob(f"{name}/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        assert path.stem == record["doc"]
        for kind, keys in KEPT.items():
            assert all(set(keys) == set(one) for one in record[kind]), path
        assert all(0 <= start < end <= record["characters"] for start, end in spans_of(record)), path
        attributions, events = ({one["id"] for one in record[kind]} for kind in ("attributions", "events"))
        assert {one["parent"] for one in record["attributions"]} <= {*attributions, None}, path
        assert {one["holder"] for one in record["events"]} <= {*attributions, None}, path
        assert {one[side] for one in record["disputes"] for side in "ab"} <= events, path
