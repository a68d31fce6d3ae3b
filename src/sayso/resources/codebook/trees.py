"""Boosted trees over a row of numbers, kept as an .npz file, all of them walked down at once."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.errors import BadResource, MissingResource

ARRAYS: Final = ("feature", "bound", "left", "right", "value")
Array = NDArray[np.float32]
Steps = NDArray[np.int32]


class Trees(Struct, frozen=True):
    """Trees for each of several labels in turn; the values of a label's leaves are added to its score.

    feature, bound, left, right, value: (trees, nodes). At a node a number that is not above the bound goes left. A leaf's own index
    stands in left and right. labels: tree number n speaks for label n modulo their number. depth: steps to the deepest leaf.
    """

    labels: tuple[str, ...]
    feature: Steps
    bound: Array
    left: Steps
    right: Steps
    value: Array
    depth: int

    def shares(self, rows: Sequence[Sequence[float]]) -> Array:
        """The probability of each label for each row, (rows, labels); each row's sum to 1."""
        table = np.asarray(rows, dtype=np.float32)
        trees, at = np.arange(len(self.feature))[None, :], np.zeros((len(table), len(self.feature)), dtype=np.int32)
        row = np.arange(len(table))[:, None]
        for _ in range(self.depth):
            lower = table[row, self.feature[trees, at]] <= self.bound[trees, at]
            at = np.where(lower, self.left[trees, at], self.right[trees, at])
        sums = self.value[trees, at].reshape(len(table), -1, len(self.labels)).sum(axis=1)
        powers = np.exp(sums - sums.max(axis=1, keepdims=True))
        found: Array = powers / powers.sum(axis=1, keepdims=True)
        return found


def load_trees(file: Traversable, labels: Sequence[str]) -> Trees:
    """The trees of a file; raises MissingResource or BadResource naming it."""
    if not file.is_file():
        raise MissingResource(str(file), "the trees are not installed")
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
        if set(stored.files) != set(ARRAYS):
            raise BadResource(str(file), f"it has {sorted(stored.files)}, not {sorted(ARRAYS)}")
        feature, bound, left, right, value = (stored[name] for name in ARRAYS)
    shapes = {array.shape for array in (feature, bound, left, right, value)}
    if len(shapes) != 1 or feature.ndim != 2 or len(feature) % len(labels):
        raise BadResource(str(file), f"its arrays are of the shapes {sorted(shapes)}, for {len(labels)} labels")
    whole = tuple(array.astype(np.int32) for array in (feature, left, right))
    return Trees(
        tuple(labels),
        whole[0],
        bound.astype(np.float32),
        whole[1],
        whole[2],
        value.astype(np.float32),
        _depth(*whole[1:]),
    )


def _depth(left: Steps, right: Steps) -> int:
    """The most steps from a root to a leaf."""
    trees, reached, steps = np.arange(len(left))[:, None], np.zeros((len(left), 1), dtype=np.int32), 0
    while True:
        below = np.concatenate([left[trees, reached], right[trees, reached]], axis=1)
        if steps > left.shape[1] or (below == np.concatenate([reached, reached], axis=1)).all():
            return steps
        reached, steps = below, steps + 1
