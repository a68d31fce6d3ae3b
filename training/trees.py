"""From the trees that lightgbm grows to the arrays that sayso reads."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from sayso.resources.codebook import Trees


def trees_of(roots: Sequence[dict[str, Any]], labels: Sequence[str]) -> Trees:
    """Trees as lightgbm tells them ("tree_structure" of its dumped model), one row a tree, those of the labels by turns."""
    width = max(sum(1 for _ in _nodes(root)) for root in roots)
    feature, left, right = (np.zeros((len(roots), width), dtype=np.int32) for _ in range(3))
    bound, value = (np.zeros((len(roots), width), dtype=np.float32) for _ in range(2))
    depth = 0
    for n, root in enumerate(roots):
        for at, (node, below, steps) in enumerate(_nodes(root)):
            depth = max(depth, steps)
            left[n, at], right[n, at] = below or (at, at)
            if below is not None:
                feature[n, at], bound[n, at] = node["split_feature"], node["threshold"]
            else:
                value[n, at] = node["leaf_value"]
    return Trees(tuple(labels), feature, bound, left, right, value, depth)


def _nodes(root: dict[str, Any]) -> Iterator[tuple[dict[str, Any], tuple[int, int] | None, int]]:
    """The nodes of a tree, breadth first, each with the places of the two below it and its depth."""
    waiting, made = [(root, 0)], 1
    for node, steps in waiting:
        if "left_child" not in node:
            yield node, None, steps
            continue
        waiting += [(node["left_child"], steps + 1), (node["right_child"], steps + 1)]
        yield node, (made, made + 1), steps
        made += 2
