"""Multinomial logistic regression over named features, by L-BFGS, written as the stages read it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, issparse

from sayso.resources.codebook import Weights

STEPS = 100
# Steps that are enough from weights that are nearly right.
FEW_STEPS = 50
SELDOM = 2
SMALL = 0.015
# How firmly the scales of the labels are held to their mean.
TOGETHER = 3.0
Floats = NDArray[np.float64]


class Case(Struct, frozen=True):
    """One thing to learn from: the article it is in, its features, its label, how much it counts, and scores from elsewhere.

    event: the id of the gold event that it is, where there is one.
    """

    article: int
    features: list[str]
    label: str
    weight: float = 1.0
    scores: list[float] = []
    event: str = ""


class Problem:
    """The loss of weights laid out in one row: the rows of features, the bias, the scales."""

    def __init__(self, table: Any, cases: Sequence[Case], labels: Sequence[str], shrink: float) -> None:
        """table: (cases, features), dense or sparse."""
        self.shape = (table.shape[1], len(labels))
        self.shrink = shrink
        self.table = table
        self.turned = table.T.tocsr() if issparse(table) else table.T
        self.wanted = np.array([labels.index(case.label) for case in cases])
        self.counted = np.array([case.weight for case in cases])
        self.scores = np.array([case.scores for case in cases])

    def solved(self, steps: int = STEPS, begin: Floats | None = None) -> tuple[Floats, Floats, Floats]:
        """The rows of features, the bias and the scales with the least loss that is found in so many steps.

        begin: weights to go on from, laid out in one row.
        """
        options = {"maxiter": steps, "maxcor": 8}
        first = self.start() if begin is None else begin
        return self.parts(minimize(self.loss, first, jac=True, method="L-BFGS-B", options=options).x)

    def parts(self, row: Floats) -> tuple[Floats, Floats, Floats]:
        """The rows of features, the bias and the scales."""
        features, labels = self.shape
        edge = features * labels
        return row[:edge].reshape(self.shape), row[edge : edge + labels], row[edge + labels :]

    def start(self) -> Floats:
        """Where the search begins: nothing."""
        features, labels = self.shape
        return np.zeros(features * labels + labels + (labels if self.scores.size else 0))

    def loss(self, row: Floats) -> tuple[float, Floats]:
        """The penalised loss and its gradient."""
        rows, bias, scales = self.parts(row)
        sums = self.table @ rows + bias
        if scales.size:
            sums = sums + scales * self.scores
        sums -= sums.max(axis=1, keepdims=True)
        totals = np.log(np.exp(sums).sum(axis=1))
        index = np.arange(len(sums))
        missed = float(((totals - sums[index, self.wanted]) * self.counted).sum())
        off = np.exp(sums - totals[:, None])
        off[index, self.wanted] -= 1
        off *= self.counted[:, None]
        parts = [(self.turned @ off + self.shrink * rows).ravel(), off.sum(axis=0)]
        total = missed + self.shrink / 2 * float((rows**2).sum())
        if scales.size:
            apart = scales - scales.mean()
            parts.append((off * self.scores).sum(axis=0) + TOGETHER * apart)
            total += TOGETHER / 2 * float((apart**2).sum())
        return total, np.concatenate(parts)


def laid_out(weights: Weights, names: Sequence[str]) -> Floats:
    """Weights in one row, as Problem has them; features of other names are left out, new ones begin with nothing."""
    nothing = (0.0,) * len(weights.labels)
    rows = np.array([weights.rows.get(name, nothing) for name in names])
    return np.concatenate([rows.ravel(), weights.bias, weights.scales])


def table(cases: Sequence[Case], names: Sequence[str]) -> Any:
    """Which case has which of the named features: a sparse (cases, features) matrix of counts."""
    index = {name: n for n, name in enumerate(names)}
    columns = [[index[name] for name in case.features if name in index] for case in cases]
    edges = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    flat = np.array([column for row in columns for column in row], dtype=np.int64)
    return csr_matrix((np.ones(len(flat)), flat, edges), shape=(len(cases), len(names)))


def fit(cases: Sequence[Case], labels: Sequence[str], shrink: float, begin: Weights | None = None) -> Weights:
    """Weights that make the cases' labels likely; shrink is the strength of the L2 penalty.

    Where the cases have scores, each label gets a scale for them. Features seen in fewer than SELDOM cases are left out,
    and rows in which every weight is below SMALL. begin: weights of the same labels, of most of the same cases, to go on from.
    """
    counts = Counter(name for case in cases for name in set(case.features))
    names = sorted(name for name, count in counts.items() if count >= SELDOM)
    problem = Problem(table(cases, names), cases, labels, shrink)
    if begin is None:
        rows, bias, scales = problem.solved()
    else:
        rows, bias, scales = problem.solved(FEW_STEPS, laid_out(begin, names))
    kept = {
        name: tuple(round(value, 3) for value in row.tolist())
        for name, row in zip(names, rows, strict=True)
        if np.abs(row).max() >= SMALL
    }
    return Weights(
        labels=tuple(labels),
        bias=tuple(round(value, 3) for value in bias.tolist()),
        rows=kept,
        scales=tuple(round(value, 3) for value in scales.tolist()),
    )
