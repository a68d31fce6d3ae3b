"""Boosted trees read from a file."""

from pathlib import Path

import numpy as np
import pytest

from sayso.errors import BadResource, MissingResource
from sayso.resources.codebook import load_trees

# One tree a label. The first: x0 <= 0.5 ? (x1 <= 2 ? 1 : 2) : 3, as nodes 0, (1, 2), (3, 4); the second is a leaf of 1.
TREES = {
    "feature": [[0, 1, 0, 0, 0], [0, 0, 0, 0, 0]],
    "bound": [[0.5, 2, 0, 0, 0], [0, 0, 0, 0, 0]],
    "left": [[1, 3, 2, 3, 4], [0, 1, 2, 3, 4]],
    "right": [[2, 4, 2, 3, 4], [0, 1, 2, 3, 4]],
    "value": [[0, 0, 3, 1, 2], [1, 0, 0, 0, 0]],
}


def kept(folder: Path) -> Path:
    file = folder / "trees.npz"
    arrays = {name: np.array(value) for name, value in TREES.items()}
    np.savez(file, allow_pickle=False, **arrays)
    return file


def test_a_row_goes_down_each_tree_to_its_leaf(tmp_path: Path) -> None:
    trees = load_trees(kept(tmp_path), ("yes", "no"))
    assert trees.depth == 2
    scores = np.array([[1.0, 1.0], [2.0, 1.0], [3.0, 1.0], [1.0, 1.0]])
    wanted = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    assert np.allclose(trees.shares([[0, 0], [0, 3], [1, 0], [0.5, 2]]), wanted)


def test_several_trees_of_a_label_are_added(tmp_path: Path) -> None:
    trees = load_trees(kept(tmp_path), ("only",))
    assert trees.shares([[0, 0]]).tolist() == [[1.0]]


def test_files_that_are_none_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match=r"trees\.npz"):
        load_trees(tmp_path / "trees.npz", ("yes", "no"))
    with pytest.raises(BadResource, match=r"trees\.npz"):
        load_trees(kept(tmp_path), ("a", "b", "c"))
    np.savez(tmp_path / "other.npz", feature=np.zeros((2, 1)))
    with pytest.raises(BadResource, match="feature"):
        load_trees(tmp_path / "other.npz", ("yes", "no"))
