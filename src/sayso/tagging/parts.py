"""Parts: what the encoder's states say of who takes part in an event, read off by a small trained network.

The network looks at two words: the one that names the event, and one that heads a phrase, with its neighbours. It knows
neither the parse nor the lexicon, so that it errs elsewhere than weights over these do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np

from sayso.errors import BadResource, MissingResource
from sayso.tagging.chains import Floats, Ints

PARTS: Final = ("none", "agent", "patient")
"""What a phrase may be to an event, in the order of the network's outputs."""
FILE: Final = "parts.npz"
GAPS: Final = 6
"""Distances of two words, by powers of two, that are told apart to either side."""
BESIDE: Final = (-1, 0, 1)
"""The words that speak for a phrase: the one before its head, the head, the one after it."""


@dataclass(frozen=True, slots=True)
class States:
    """What the encoder's middle layer has of the words of a document, in the order of the text.

    starts: (words,) the first character of each. vectors: (words, width). Words that were left out have none.
    """

    starts: Ints
    vectors: Floats

    def rows(self, positions: Sequence[int]) -> Ints:
        """The row of the word at each character; of the nearest one before it where that was left out."""
        found: Ints = np.searchsorted(self.starts, np.asarray(positions, dtype=np.int64), side="right") - 1
        return np.maximum(found, 0)

    def beside(self, rows: Ints) -> Floats:
        """The vectors of words with their neighbours', (rows, 3 * width); the last word of all is its own neighbour."""
        last = len(self.starts) - 1
        return np.concatenate([self.vectors[np.clip(rows + step, 0, last)] for step in BESIDE], axis=1)


def gaps(trigger: int, rows: Ints) -> Ints:
    """How far words stand from the trigger, and on which side of it: 0 to 2 * GAPS, GAPS for the trigger itself."""
    apart = rows - trigger
    steps = np.minimum(np.ceil(np.log2(np.abs(apart) + 1)), GAPS).astype(np.int64)
    found: Ints = np.sign(apart) * steps + GAPS
    return found


@dataclass(frozen=True, slots=True)
class PartWeights:
    """The weights of the network, for states of a width and `hidden` units.

    trigger: (width, 2 * hidden) and head: (3 * width, 2 * hidden), with their biases: the first half of either is added to the
    other's, the second half multiplied with it. gap: (2 * GAPS + 1, hidden), added too. middle: (2 * hidden, hidden).
    out: (hidden, PARTS).
    """

    trigger: Floats
    trigger_bias: Floats
    head: Floats
    head_bias: Floats
    gap: Floats
    middle: Floats
    middle_bias: Floats
    out: Floats
    out_bias: Floats

    @classmethod
    def open(cls, folder: Path) -> "PartWeights":
        """Read the weights that stand in a folder; raises MissingResource or BadResource."""
        file = folder / FILE
        if not file.exists():
            raise MissingResource(str(file), "the weights of participants are not installed")
        names = [field.name for field in fields(cls)]
        with np.load(file, allow_pickle=False) as stored:
            if set(stored.files) != set(names):
                raise BadResource(str(file), f"it has {sorted(stored.files)}, not {sorted(names)}")
            weights = cls(**{name: stored[name].astype(np.float32) for name in names})
        hidden, width = len(weights.middle_bias), len(weights.trigger)
        wanted = [
            (width, 2 * hidden), (2 * hidden,), (len(BESIDE) * width, 2 * hidden), (2 * hidden,), (2 * GAPS + 1, hidden),
            (2 * hidden, hidden), (hidden,), (hidden, len(PARTS)), (len(PARTS),),
        ]  # fmt: skip
        shapes = [getattr(weights, name).shape for name in names]
        if shapes != wanted:
            raise BadResource(str(file), f"its shapes are {shapes}, not {wanted}")
        return weights

    def scores(self, states: States, trigger: int, rows: Ints) -> Floats:
        """The logarithm of the probability of each part, (rows, PARTS). trigger, rows: of the words in states."""
        hidden = len(self.middle_bias)
        event = states.vectors[trigger] @ self.trigger + self.trigger_bias
        phrase = states.beside(rows) @ self.head + self.head_bias
        added = event[:hidden] + phrase[:, :hidden] + self.gap[gaps(trigger, rows)]
        first = np.maximum(np.concatenate([added, event[hidden:] * phrase[:, hidden:]], axis=1), 0)
        sums = np.maximum(first @ self.middle + self.middle_bias, 0) @ self.out + self.out_bias
        sums -= sums.max(axis=1, keepdims=True)
        found: Floats = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        return found


@dataclass(frozen=True, slots=True)
class Parts:
    """Who takes part in the events of one document, as far as the encoder's states tell."""

    states: States
    weights: PartWeights | None

    def __call__(self, trigger: int, heads: Sequence[int]) -> list[list[float]]:
        """For each phrase the logarithms of the probabilities of PARTS; [] where there are no weights or nothing was read.

        trigger, heads: the first characters of the event's word and of the phrases' heads.
        """
        if self.weights is None or not len(self.states.starts) or not heads:
            return []
        word = int(self.states.rows([trigger])[0])
        found: list[list[float]] = self.weights.scores(self.states, word, self.states.rows(heads)).tolist()
        return found
