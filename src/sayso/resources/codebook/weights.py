"""Trained weights of a linear classifier over named features, kept as a JSON file."""

import math
from collections.abc import Iterable, Sequence
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

from sayso.errors import BadResource
from sayso.resources.codebook.book import text_of


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """A multinomial logistic regression: labels, a bias and one row of weights per feature.

    bias: one figure a label. rows: feature to one figure a label; an unknown feature counts nothing.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    rows: dict[str, tuple[float, ...]]

    def __post_init__(self) -> None:
        width = len(self.labels)
        if len(self.bias) != width or any(len(row) != width for row in self.rows.values()):
            raise ValueError(f"a row is not as long as the {width} labels")

    def shares(self, features: Iterable[str]) -> Sequence[float]:
        """Probability of each label, in the order of labels; they sum to 1."""
        rows = [row for feature in features if (row := self.rows.get(feature)) is not None]
        sums = [sum(column) for column in zip(self.bias, *rows, strict=True)]
        top = max(sums)
        powers = [math.exp(value - top) for value in sums]
        total = sum(powers)
        return [power / total for power in powers]


def load_weights(file: Traversable) -> Weights:
    """Weights of a JSON file. Raises BadResource naming the file and what is wrong with it."""
    try:
        return msgspec.json.decode(text_of(file), type=Weights)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise BadResource(str(file), str(error)) from error
