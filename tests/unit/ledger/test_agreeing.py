"""Krippendorff's alpha, against the examples worked out in his paper (Computing Krippendorff's Alpha-Reliability, 2011)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.reviewing.agreeing import alpha


def units(*observers: str) -> list[list[str]]:
    """The values of each item, from the rows of a reliability data matrix; a dot is a missing value."""
    return [[value for value in item if value != "."] for item in zip(*(row.split() for row in observers), strict=True)]


def test_two_observers_of_two_values() -> None:
    found = alpha(units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))
    assert found == pytest.approx(0.095, abs=0.0005)


def test_two_observers_of_many_values() -> None:
    found = alpha(units("a a b b d c c c e d d a", "b a b b b c c c e d d d"))
    assert found == pytest.approx(0.692, abs=0.0005)


def test_many_observers_who_leave_some_out() -> None:
    found = alpha(
        units(
            "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."
        )
    )  # fmt: skip
    assert found == pytest.approx(0.743, abs=0.0005)


def test_it_is_not_defined_where_all_values_are_alike_or_nothing_is_in_common() -> None:
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None
    assert alpha([["a", "a"], ["a", "a"]]) is None


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4)))
def test_it_does_not_hang_on_the_order_and_is_one_only_where_all_agree(matrix: list[list[str]]) -> None:
    found = alpha(matrix)
    assert found == pytest.approx(alpha([unit[::-1] for unit in matrix[::-1]]))
    if found is not None:
        agree = all(len(set(unit)) == 1 for unit in matrix if len(unit) > 1)
        assert found <= 1
        assert agree == (found == pytest.approx(1))
