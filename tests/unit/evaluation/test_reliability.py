"""Bins of confidence, their error and their picture; intervals."""

from xml.etree import ElementTree as ET

import pytest

from evaluation.coding import Tally, bootstrap, total
from evaluation.reliability import bins, expected_error, picture


def test_who_is_right_as_often_as_he_says_has_no_error() -> None:
    pairs = [(0.75, True)] * 3 + [(0.75, False)]
    assert expected_error(bins(pairs)) == 0


def test_the_error_weighs_bins_by_their_events() -> None:
    pairs = [(0.75, False)] + [(0.25, True), (0.25, False), (0.25, False), (0.25, False)] * 2 + [(0.75, False)]
    assert expected_error(bins(pairs)) == pytest.approx(0.75 * 2 / 10)


def test_confidence_one_belongs_to_the_last_bin() -> None:
    assert [one.count for one in bins([(1.0, True), (0.95, True)])] == [2]


def test_no_events_have_no_error() -> None:
    assert expected_error([]) == 0.0


def test_the_picture_is_well_formed_and_has_a_dot_for_each_bin() -> None:
    table = bins([(0.15, False), (0.85, True), (0.95, True)])
    root = ET.fromstring(picture(table))  # our own text
    assert sum(node.tag.endswith("circle") for node in root.iter()) == len(table) == 3


def test_the_interval_of_a_mean_holds_the_mean() -> None:
    low, high = bootstrap([0.0, 1.0] * 50, lambda some: sum(some) / len(some))
    assert low < 0.5 < high


def test_counts_of_articles_add_up_to_figures() -> None:
    both = total([Tally(gold=3, found=2, detected=2, typed=1), Tally(gold=1, found=2, detected=1, typed=1)])
    assert both.figures == (0.75, 0.75, 0.75, 0.5)
