import json
from collections import Counter
from pathlib import Path

import pytest

from evaluation import actors
from evaluation.actors import UnjudgedItem, drawable, figures, interval
from sayso.resources.actors import Registry


def _event(**sides: object) -> dict[str, object]:
    names = ("agent", "patient", "agent_actor", "patient_actor", "inferred")
    return {"trigger": [10, 15], **{name: [] for name in names}, **sides}


def test_every_side_with_words_or_an_actor_is_an_item() -> None:
    events = [
        _event(agent=[[0, 6]], agent_actor=["FRA"], patient=[[16, 26]], patient_actor=["HARBOUR_POLICE"]),
        _event(agent_actor=["FRA"], inferred=["agent"]),
        _event(),
    ]

    items = list(drawable("wikinews", {"doc": "one", "events": events}, Registry.open()))

    assert [(item["role"], item["spans"], item["inferred"], item["actors"]) for item in items] == [
        ("agent", [[0, 6]], False, ["FRA"]),
        ("patient", [[16, 26]], False, [None]),
        ("agent", [], True, ["FRA"]),
    ]


def test_a_long_article_has_no_more_items_than_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sides = _event(agent=[[0, 6]], agent_actor=["FRA"])
    articles = [{"doc": doc, "text": "France warned them."} for doc in ("long", "short")]
    lines = [{"doc": "long", "events": [sides] * 40}, {"doc": "short", "events": [sides] * 2}]
    actor = {"id": "FRA", "kind": "state", "country": "FR", "part_of": None, "names": ["France"]}
    system = tmp_path / "system.jsonl"
    system.write_text("".join(json.dumps({**line, "actors": [actor]}) + "\n" for line in lines), encoding="utf-8")
    monkeypatch.setattr(actors, "fresh", lambda name, _: articles if name == "worldwide" else [])
    out, sheet = tmp_path / "out.jsonl", tmp_path / "sheet.txt"
    told = ["--articles", "2", "0", "0", "--items", "9", "0", "0", "--each", "3"]
    files = ["--system", str(system), "--sheet", str(sheet), "--out", str(out)]

    assert actors.main(["draw", "--seed", "1", *told, *files]) == 0

    drawn = [json.loads(line)["doc"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert Counter(drawn) == {"long": 3, "short": 2}


def test_what_the_judge_said_is_counted_for_all_and_for_those_that_words_name() -> None:
    judged = [
        {"judgement": "right", "inferred": False},
        {"judgement": "wrong", "inferred": True},
        {"judgement": "wrong state", "inferred": False},
        {"judgement": "right", "inferred": False},
    ]

    found = figures(judged)

    assert (found["right"], found["wrong"], found["wrong state"], found["share right"]) == (2, 1, 1, 0.5)
    assert (found["named"], found["named right"]) == (3, 2)


def test_an_item_without_a_judgement_is_told() -> None:
    with pytest.raises(UnjudgedItem, match="''"):
        figures([{"judgement": "right"}, {"judgement": ""}])


def test_the_interval_is_that_of_the_textbook() -> None:
    # 81 of 263: 0.255 to 0.366 (Newcombe 1998, method 3).
    assert tuple(round(end, 3) for end in interval(81, 263)) == (0.255, 0.366)


def test_sets_without_fresh_articles_are_drawn_from_those_annotated_to_be_measured_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = sorted(path.stem for path in (Path(actors.__file__).parent / "drawn" / "wikinews").glob("*.json"))
    folder = tmp_path / "input"
    folder.mkdir()
    written = [{"doc": doc, "text": "Ghana."} for doc in (*own, "another")]
    (folder / "wikinews.jsonl").write_text("".join(json.dumps(one) + "\n" for one in written), encoding="utf-8")
    monkeypatch.setattr(actors, "folder", lambda: tmp_path)
    assert sorted(one["doc"] for one in actors.unread("wikinews")) == own
