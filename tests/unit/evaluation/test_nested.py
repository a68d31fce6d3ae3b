from typing import Any

from evaluation.nested import count_nested, figures

TEXT = "Aid workers said elders told them that the bridge was shelled."
OUTER = {"id": "a1", "source": [0, 11], "cue": [12, 16], "content": [17, 61], "parent": None}
INNER = {"id": "a2", "source": [17, 23], "cue": [24, 28], "content": [39, 61], "parent": "a1"}


def system(*items: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**item, "source": [item["source"]], "content": [item["content"]]} for item in items]


def test_what_is_nested_alike_is_found_with_its_source_and_place() -> None:
    expected = {"gold": 1, "system": 1, "found": 1, "lenient": 1, "placed": 1}
    assert expected == dict(count_nested(TEXT, [OUTER, INNER], system(OUTER, INNER)))


def test_another_source_is_found_and_not_lenient() -> None:
    other = {**INNER, "source": [0, 11]}
    expected = (1, 0)
    found = count_nested(TEXT, [OUTER, INNER], system(OUTER, other))
    assert expected == (found["found"], found["lenient"])


def test_an_inner_attribution_read_as_an_outer_one_is_missed() -> None:
    found = figures(count_nested(TEXT, [OUTER, INNER], system(OUTER, {**INNER, "parent": None})))
    expected = {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert expected == found["found"]


def test_each_is_paired_once() -> None:
    found = count_nested(TEXT, [OUTER, INNER], system(OUTER, INNER, {**INNER, "id": "a3"}))
    expected = (2, 1)
    assert expected == (found["system"], found["found"])
