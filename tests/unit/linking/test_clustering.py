"""Average linkage."""

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from sayso.linking.clustering import clusters, sparse_clusters


def test_things_are_joined_while_their_mean_likeness_is_enough() -> None:
    likeness = np.array([[1.0, 0.9, 0.5, 0.0], [0.9, 1.0, 0.2, 0.0], [0.5, 0.2, 1.0, 0.1], [0.0, 0.0, 0.1, 1.0]])
    assert [0, 0, 1, 2] == clusters(likeness, 0.4)
    assert [0, 0, 0, 1] == clusters(likeness, 0.35)


def test_none_and_one_need_no_likeness() -> None:
    assert [] == clusters(np.zeros((0, 0)), 0.5)
    assert [0] == clusters(np.ones((1, 1)), 0.5)


def test_a_group_does_not_outgrow_the_largest() -> None:
    pairs = [(0, 1, 0.9), (2, 3, 0.8), (0, 2, 0.7), (0, 3, 0.7), (1, 2, 0.7), (1, 3, 0.7)]
    assert [[0, 1, 2, 3]] == sparse_clusters(4, pairs, 0.5, 4)
    assert [[0, 1], [2, 3]] == sparse_clusters(4, pairs, 0.5, 3)


def test_pairs_that_are_not_given_count_as_unlike() -> None:
    assert [[0, 1], [2]] == sparse_clusters(3, [(0, 1, 0.9), (1, 2, 0.6)], 0.4, 10)


@some.composite
def matrices(draw: some.DrawFn) -> list[tuple[int, int, float]]:
    """Likenesses by chance: no two groups' means are equal, where either may be joined first."""
    size = draw(some.integers(2, 7))
    chance = random.Random(draw(some.integers(0, 2**32)))
    return [(i, j, chance.random()) for i in range(size) for j in range(i + 1, size)]


@settings(max_examples=50)
@given(matrices())
def test_sparse_and_dense_linkage_agree_where_all_pairs_are_given(pairs: list[tuple[int, int, float]]) -> None:
    size = max(j for _, j, _ in pairs) + 1
    dense = np.eye(size)
    for one, other, value in pairs:
        dense[one, other] = dense[other, one] = value
    groups = sparse_clusters(size, pairs, 0.5, size)
    numbers = clusters(dense, 0.5)
    assert sorted(sorted(i for i in range(size) if numbers[i] == one) for one in set(numbers)) == groups


@settings(max_examples=50)
@given(matrices())
def test_the_order_of_the_pairs_decides_nothing(pairs: list[tuple[int, int, float]]) -> None:
    size = max(j for _, j, _ in pairs) + 1
    assert sparse_clusters(size, pairs, 0.4, 4) == sparse_clusters(size, pairs[::-1], 0.4, 4)
