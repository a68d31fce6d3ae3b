"""The lines of `sayso code`."""

import json
from typing import Any

import pytest

from sayso.model import Span
from sayso.running.pairs import code_lines


def coded(*lines: str) -> list[tuple[dict[str, Any], bool]]:
    seen = code_lines([line.encode() for line in lines], lambda text, source, target: f"{text}{source}{target}")
    return [(json.loads(line), failed) for line, failed in seen]


def test_a_line_is_coded_with_its_marks() -> None:
    (found,) = coded('{"id": "a", "text": "Bo met Al", "source": [0, 2], "target": null, "quad": 1}')
    assert ({"id": "a", "type": f"Bo met Al{Span(0, 2)}None"}, False) == found


def test_blank_lines_are_passed_over_and_numbers_are_those_of_the_file() -> None:
    (found, failed), *_ = coded("", "{", '{"id": "a", "text": "x"}')
    assert failed
    assert found["problem"]["where"] == "line 2"


@pytest.mark.parametrize(
    ("line", "id_", "cause"),
    [
        ('{"id": "a", "text": "x", "source": [0, 5]}', "a", "ends after the text"),
        ('{"id": "a", "text": "xyz", "source": [2, 1]}', "a", "not a span"),
        ('{"id": "a"}', "a", "the field `text` is missing"),
        ('{"id": 7, "text": "x"}', None, "not a marked sentence"),
        ("[]", None, "not a marked sentence"),
        ("nonsense", None, "not valid JSON"),
    ],
)
def test_a_line_that_cannot_be_coded_is_a_problem_of_its_own(line: str, id_: str | None, cause: str) -> None:
    (bad, failed), (good, _) = coded(line, '{"id": "b", "text": "x"}')
    assert failed
    assert bad["id"] == id_
    assert cause in bad["problem"]["cause"]
    assert good["id"] == "b"
