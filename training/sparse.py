"""Rows of few features out of many, and weights that are learned of them."""

from collections import Counter
from typing import Any

import numpy as np

RATE, EPOCHS = 0.1, 250


class Sparse:
    """Rows of features as numbers, those seen fewer than `least` times left out."""

    def __init__(self, rows: list[list[str]], least: int) -> None:
        counts = Counter(name for row in rows for name in row)
        self.names = sorted(name for name, count in counts.items() if count >= least)
        index = {name: i for i, name in enumerate(self.names)}
        inside = [[index[name] for name in row if name in index] for row in rows]
        self.columns = np.array([i for row in inside for i in row], dtype=np.int64)
        self.rows = np.repeat(np.arange(len(rows)), [len(row) for row in inside])
        self.count = len(rows)

    def totals(self, weights: Any) -> Any:
        """Each row's sum of weights."""
        return np.bincount(self.rows, weights=weights[self.columns], minlength=self.count)

    def slopes(self, errors: Any) -> Any:
        """Each feature's sum of the rows' errors."""
        return np.bincount(self.columns, weights=errors[self.rows], minlength=len(self.names))


def descend(sparse: Sparse, errors_of: Any, shrink: float, rising: tuple[str, ...] = ()) -> dict[str, float]:
    """Minimise by Adam over the full batch; errors_of(totals) gives each row's slope.

    rising: the starts of the names of features whose weights never fall below nothing.
    """
    weights, first, second = (np.zeros(len(sparse.names)) for _ in range(3))
    bounded = np.array([name.startswith(rising) for name in sparse.names]) if rising else np.zeros(len(weights), bool)
    for step in range(1, EPOCHS + 1):
        slope = sparse.slopes(errors_of(sparse.totals(weights))) + shrink * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights[bounded] = np.maximum(weights[bounded], 0.0)
    return {name: round(float(w), 3) for name, w in zip(sparse.names, weights, strict=True) if abs(w) >= 0.01}
