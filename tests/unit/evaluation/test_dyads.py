"""The figures of what passes between two marked phrases."""

import pytest

from evaluation.dyads import report

FIGURES = {
    "coverage": 0.8, "accuracy": 0.5, "quad": 0.6, "macro F1": 0.55, "types per answer": 1.1, "lines": 100,
    "F1 AID": {"precision": 0.5, "recall": 1.0, "f1": 2 / 3, "n": 4},
}  # fmt: skip


def test_the_share_of_right_answers_has_its_interval() -> None:
    assert report(FIGURES).splitlines()[0] == "accuracy 0.500 [0.402, 0.598] over 100 sentences"


@pytest.mark.parametrize("line", ["coverage 0.800", "types per answer 1.100", "F1 AID 0.67 of 4"])
def test_the_other_figures_follow(line: str) -> None:
    assert line in report(FIGURES).splitlines()
