"""Trees of lightgbm as arrays."""

import numpy as np

from training.trees import trees_of

LEAF = {"leaf_value": 0.5}
SPLIT = {
    "split_feature": 1, "threshold": 2.0, "left_child": {"leaf_value": 1.0},
    "right_child": {"split_feature": 0, "threshold": 0.5, "left_child": {"leaf_value": 2.0}, "right_child": {"leaf_value": 3.0}},
}  # fmt: skip


def test_a_tree_gives_each_row_the_value_of_its_leaf() -> None:
    trees = trees_of([SPLIT, LEAF], ("yes", "no"))
    assert trees.depth == 2
    told = trees.shares([[0.0, 2.0], [0.5, 3.0], [1.0, 3.0]])
    yes = np.exp([1.0, 2.0, 3.0])
    assert np.allclose(told[:, 0], yes / (yes + np.exp(0.5)))
