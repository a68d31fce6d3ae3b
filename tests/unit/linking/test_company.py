"""What all the chances of a story say of two of its mentions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sayso.linking.company import Doubles, company_of, look_again

DOCUMENT = np.array([0, 0, 1, 1, 2, 2, 3])


@some.composite
def chances(draw: some.DrawFn) -> Doubles:
    size = draw(some.integers(1, 7))
    found = np.eye(size)
    for i in range(size):
        for j in range(i):
            found[i, j] = found[j, i] = draw(some.integers(0, 100)) / 100
    return found


@settings(max_examples=50)
@given(chances())
def test_every_feature_is_finite_and_the_same_from_both_sides(found: Doubles) -> None:
    company = company_of(found, DOCUMENT[: len(found)])
    for name, values in look_again(company, 0, len(found)).items():
        assert np.isfinite(values).all(), name
        assert np.allclose(values, values.T, atol=1e-5), name


@settings(max_examples=50)
@given(chances())
def test_blocks_have_the_same_features_as_the_whole(found: Doubles) -> None:
    company = company_of(found, DOCUMENT[: len(found)])
    whole, last = look_again(company, 0, len(found)), look_again(company, len(found) - 1, len(found))
    assert all(np.allclose(whole[name][-1:], values, atol=1e-5) for name, values in last.items())


def test_a_third_mention_brings_two_together() -> None:
    found = np.array([[1.0, 0.1, 0.9], [0.1, 1.0, 0.8], [0.9, 0.8, 1.0]])
    again = look_again(company_of(found, np.array([0, 1, 2])), 0, 3)
    assert 0.8 == pytest.approx(again["go-between"][0, 1])
    assert again["company"][0, 1] > 0.1


def test_a_likelier_partner_in_the_same_document_is_a_rival() -> None:
    found = np.array([[1.0, 0.9, 0.4], [0.9, 1.0, 0.2], [0.4, 0.2, 1.0]])
    again = look_again(company_of(found, np.array([0, 1, 1])), 0, 3)
    assert 0.9 == pytest.approx(again["rival high"][0, 2])
    assert 0.4 == pytest.approx(again["rival high"][0, 1])
    assert 0.5 == pytest.approx(again["over rival"][0, 1])
