"""Learning to choose: log-linear weights of choices among options, and what they are worth over folds."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sayso.claiming.chooser import Option
from sayso.resources.attachment import Weights
from training.ledgers import APART
from training.sparse import Sparse

FOLDS = 5
# A feature seen less often is left out; weights are pulled to nothing by this much of their square.
LEAST = 4
SMOOTH = 2.0
# A doer is chosen even where it is less likely than none, as far as the folds tell that this is right more often. Places
# and times are held back a little in the second look: over the folds of the gold articles that costs a hundredth of F1 at
# most and buys precision, and what a text does not tell shall stay empty.
BIASES = (0.0, -0.2, -0.4, -0.6, -0.8, -1.0, -1.3, -1.6)
CAUTION = {"place": 0.0, "time": 0.0, "place_shared": 0.2, "time_shared": 0.2, "mates": 0.0}
STEPS = 80
SMALL = 0.01
TINY = 1e-300


class Case(Struct, frozen=True):
    """One choice: its article, the options, which of them are right, and whether gold has a value at all."""

    article: int
    options: list[Option]
    right: frozenset[int]
    wanted: bool


def learn(cases: Sequence[Case], smooth: float = SMOOTH, least: int = LEAST) -> dict[str, float]:
    """Log-linear weights by the likelihood of the right options (any of them), without those of `set_apart`."""
    sizes = np.array([len(case.options) for case in cases])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    case_of = np.repeat(np.arange(len(cases)), sizes)
    right = np.array([float(i in case.right) for case in cases for i in range(len(case.options))])

    rows = Sparse([option.features for case in cases for option in case.options], least)
    table = csr_matrix((np.ones(len(rows.columns)), (rows.rows, rows.columns)), shape=(rows.count, len(rows.names)))
    turned = table.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        totals = table @ weights
        raised = np.exp(totals - np.maximum.reduceat(totals, starts)[case_of])
        every, fitting = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts) + TINY
        slope = turned @ (raised / every[case_of] - raised * right / fitting[case_of]) + smooth * weights
        return float((np.log(every) - np.log(fitting)).sum() + smooth / 2 * weights @ weights), slope

    options = {"maxiter": STEPS, "maxcor": 8}
    found = minimize(loss, np.zeros(len(rows.names)), jac=True, method="L-BFGS-B", options=options).x
    weights = {name: round(float(w), 3) for name, w in zip(rows.names, found, strict=True) if abs(w) >= SMALL}
    return {name: weight for name, weight in weights.items() if not name.startswith(APART)}


def scored(case: Case, weights: dict[str, float]) -> dict[str, float]:
    """The pooled share of each value of a case, without the normalising total."""
    scorer = Weights(weights)
    scores = np.array([scorer.score(option.features) for option in case.options])
    shares: dict[str, float] = {}
    for option, share in zip(case.options, np.exp(scores - scores.max()), strict=True):
        shares[option.value] = shares.get(option.value, 0.0) + float(share)
    return shares


def f1(cases: Sequence[Case], shares: Sequence[dict[str, float]], bias: float) -> float:
    """F1 of choosing anything but none rightly, where none's log odds are moved by bias."""
    right = chosen = wanted = 0
    for case, share in zip(cases, shares, strict=True):
        best = _best(share, bias)
        chosen += best != ""
        wanted += case.wanted
        right += best != "" and any(case.options[i].value == best for i in case.right if i)
    return 2 * right / max(chosen + wanted, 1)


def accuracy(cases: Sequence[Case], shares: Sequence[dict[str, float]], bias: float) -> float:
    """Share of right choices, none where gold has none included."""
    right = 0
    for case, share in zip(cases, shares, strict=True):
        best = _best(share, bias)
        right += not case.wanted if best == "" else any(case.options[i].value == best for i in case.right if i)
    return right / max(len(cases), 1)


def _best(share: dict[str, float], bias: float) -> str:
    moved = {value: part * (np.exp(bias) if value == "" else 1.0) for value, part in share.items()}
    return max(moved, key=moved.__getitem__)


class Learned(Struct, frozen=True):
    """Weights of all cases, with their figures, and for each fold those of the other folds."""

    weights: Weights
    folds: list[Weights]


def cross_validated(name: str, cases: Sequence[Case]) -> Learned:
    """Learn on all, and on the other folds of each fold; tell the best bias and its F1."""
    folds, held, shares = [], [], []
    for fold in range(FOLDS):
        weights = learn([case for case in cases if case.article % FOLDS != fold])
        folds.append(weights)
        apart = [case for case in cases if case.article % FOLDS == fold]
        held += apart
        shares += [scored(case, weights) for case in apart]
    measure = accuracy if name == "agent" else f1
    found = {bias: measure(held, shares, bias) for bias in (BIASES if name == "agent" else (0.0, CAUTION[name]))}
    bias = max(found, key=found.__getitem__) if name == "agent" else CAUTION[name]
    told = f"{measure.__name__} over five folds"
    figures = {told: round(found[bias], 3), "cases": float(len(cases))}
    if name != "agent" and bias:
        figures = {
            f"{told}, not held back": round(found[0.0], 3), "held back by": bias, "cases": float(len(cases)),
        }  # fmt: skip
    print(name, figures, "without bias", round(found[0.0], 3), "bias", bias, flush=True)
    return Learned(Weights(_moved(learn(cases), bias), figures), [Weights(_moved(weights, bias)) for weights in folds])


def _moved(weights: dict[str, float], bias: float) -> dict[str, float]:
    return {**weights, "none": round(weights["none"] + bias, 3)} if "none" in weights else weights
