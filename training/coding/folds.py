"""Cases judged by weights that have not seen their article, and what that tells of how sure the judge may be."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct
from scipy.optimize import minimize

from sayso.resources.codebook import Weights
from sayso.resources.codebook.weights import SURE
from training.coding.fit import Case, fit
from training.coding.flattered import MARK

FOLDS: Final = 5
NONE: Final = "none"


class Judged(Struct, frozen=True):
    """A case with the likeliest type that it may be, and the share that the weights give it."""

    case: Case
    label: str
    share: float

    @property
    def right(self) -> bool:
        """Is it an event of that type?"""
        return self.label == self.case.label


def judge(weights: Weights, cases: Sequence[Case]) -> list[Judged]:
    """The likeliest type of each case ("none" is no type)."""
    found = []
    for case in cases:
        shares = dict(zip(weights.labels, weights.shares(case.features, case.scores), strict=True))
        label = max((name for name in shares if name != NONE), key=lambda name: (shares[name], name))
        found.append(Judged(case, label, shares[label]))
    return found


def in_folds(cases: Sequence[Case], labels: Sequence[str], shrink: float) -> list[Judged]:
    """Every case of an article, judged by weights that have not seen the article; those of no article are only learned from."""
    found = []
    for fold in range(FOLDS):
        weights = fit([case for case in cases if not _held(case, fold)], labels, shrink)
        found.extend(judge(weights, [case for case in cases if _held(case, fold)]))
    return found


def _held(case: Case, fold: int) -> bool:
    return case.article >= 0 and case.article % FOLDS == fold


def honest(judged: Sequence[Judged]) -> list[Judged]:
    """Those of articles that the tagger has not learned from; all, where there are none."""
    unseen = [one for one in judged if MARK not in one.case.features]
    return unseen or list(judged)


def calibration_of(judged: Sequence[Judged]) -> tuple[float, float]:
    """Slope and shift of the log-odds under which the shares tell best how often the label is right (Platt's scaling)."""
    return platt([one.share for one in judged], [one.right for one in judged])


def platt(chances: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Slope and shift of the log-odds of chances under which what is right is likeliest."""
    shares = np.clip(chances, SURE, 1 - SURE)
    odds = np.log(shares / (1 - shares))
    signs = np.where(right, 1.0, -1.0)

    def loss(row: np.ndarray) -> float:  # type: ignore[type-arg]  # as scipy hands it over
        return float(np.logaddexp(0, -signs * (row[0] * odds + row[1])).sum())

    # a search that needs no gradient stops where it begins, since its first step from a shift of nothing is next to nothing
    slope, shift = minimize(loss, [1.0, 0.0], method="BFGS").x
    return round(float(slope), 3), round(float(shift), 3)
