"""Learning from cases, judging in folds, and calibrating."""

import math
import random

import pytest

from training.coding.fit import Case, fit
from training.coding.folds import Judged, calibration_of, in_folds, platt

LABELS = ("none", "AID", "ASSAULT")


def cases(number: int) -> list[Case]:
    words = {"AID": "feed", "ASSAULT": "shell", "none": "walk"}
    return [Case(n, [f"w={words[label]}"], label, scores=[0.0, 0.0, 0.0]) for n, label in enumerate(LABELS * number)]


def test_a_feature_that_goes_with_a_label_makes_it_likely() -> None:
    weights = fit(cases(10), LABELS, 1.0)
    assert max(zip(weights.shares(["w=shell"], [0.0] * 3), LABELS, strict=True))[1] == "ASSAULT"


def test_scores_that_tell_the_label_get_a_scale() -> None:
    told = [Case(n, [], label, scores=[math.log(0.8 if one == label else 0.1) for one in LABELS]) for n, label in enumerate(LABELS * 10)]  # fmt: skip
    weights = fit(told, LABELS, 1.0)
    assert min(weights.scales) > 0


def test_the_same_cases_give_the_same_weights() -> None:
    assert fit(cases(5), LABELS, 1.0) == fit(cases(5), LABELS, 1.0)


def test_going_on_from_weights_comes_to_the_same() -> None:
    first = fit(cases(10), LABELS, 1.0)
    again = fit(cases(10), LABELS, 1.0, begin=first)
    assert all(
        abs(one - other) < 0.01
        for name in first.rows
        for one, other in zip(first.rows[name], again.rows[name], strict=True)
    )


def test_cases_of_no_article_are_learned_from_and_not_judged() -> None:
    unmarked = Case(-1, ["w=feed"], "AID", scores=[0.0, 0.0, 0.0])
    judged = in_folds([*cases(5), unmarked], LABELS, 1.0)
    assert len(judged) == 15
    assert all(one.case.article >= 0 for one in judged)


def test_shares_that_are_too_sure_are_calibrated_down() -> None:
    drawer = random.Random(3)
    judged = [
        Judged(Case(n, [], "AID" if drawer.random() < 0.6 else "none"), "AID", 0.95) for n in range(400)
    ] + [Judged(Case(n, [], "AID" if drawer.random() < 0.4 else "none"), "AID", 0.05) for n in range(400)]  # fmt: skip
    slope, shift = calibration_of(judged)
    chance = 1 / (1 + math.exp(-slope * math.log(0.95 / 0.05) - shift))
    assert chance == pytest.approx(0.6, abs=0.06)


def test_a_calibration_is_found_far_from_where_its_search_begins() -> None:
    odds = [step / 20 for step in range(-40, 61)]
    chances = [1 / (1 + math.exp(-one)) for one in odds for _ in range(50)]
    shares = [1 / (1 + math.exp(-one - 1)) for one in odds]  # what has this chance is right more often: a shift of 1
    right = [n < round(50 * share) for share in shares for n in range(50)]
    slope, shift = platt(chances, right)
    assert abs(slope - 1) < 0.05
    assert abs(shift - 1) < 0.05
