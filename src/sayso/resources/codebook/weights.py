"""Trained weights of a linear classifier over named features, kept as a JSON file."""

import math
from collections.abc import Iterable, Sequence
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

from sayso.errors import BadResource
from sayso.resources.codebook.book import text_of

# Shares closer to 0 or 1 than this are alike.
SURE = 1e-6


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """A multinomial logistic regression: labels, a bias and one row of weights per feature.

    bias: one figure a label. rows: feature to one figure a label; an unknown feature counts nothing.
    scales: one figure a label, by which a score of that label from elsewhere is multiplied; none where there is no such score.
    calibration: slope and shift of the log-odds, by which a share becomes the chance that the label is right.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    rows: dict[str, tuple[float, ...]]
    scales: tuple[float, ...] = ()
    calibration: tuple[float, float] = (1.0, 0.0)

    def __post_init__(self) -> None:
        width = len(self.labels)
        if len(self.bias) != width or set(map(len, self.rows.values())) - {width}:
            raise ValueError(f"a row is not as long as the {width} labels")
        if len(self.scales) not in (0, width):
            raise ValueError(f"there are {len(self.scales)} scales for {width} labels")

    def shares(self, features: Iterable[str], scores: Sequence[float] = ()) -> Sequence[float]:
        """Probability of each label, in the order of labels; they sum to 1. scores: one a label, if there are scales."""
        rows = [row for feature in features if (row := self.rows.get(feature)) is not None]
        if self.scales:
            rows.append(tuple(scale * score for scale, score in zip(self.scales, scores, strict=True)))
        sums = [sum(column) for column in zip(self.bias, *rows, strict=True)]
        top = max(sums)
        powers = [math.exp(value - top) for value in sums]
        total = sum(powers)
        return [power / total for power in powers]

    def chance(self, share: float) -> float:
        """The chance, as observed, that a label with this share is right."""
        share = min(max(share, SURE), 1 - SURE)
        slope, shift = self.calibration
        return 1 / (1 + math.exp(-slope * math.log(share / (1 - share)) - shift))


def load_weights(file: Traversable) -> Weights:
    """Weights of a JSON file. Raises BadResource naming the file and what is wrong with it."""
    try:
        return msgspec.json.decode(text_of(file), type=Weights)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise BadResource(str(file), str(error)) from error
