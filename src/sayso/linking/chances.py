"""Chances: how likely every two mentions of a story are of the same event."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sayso.linking.pairs import Floats, Story, features, table_of
from sayso.resources.linking import MentionWeights

# Mentions that are compared with all of the story at once; bounds the memory of a large story.
BLOCK = 64
Doubles: TypeAlias = NDArray[np.float64]


class Judge(Protocol):
    """Tells how likely pairs are of the same event from their features, (..., features)."""

    def chances(self, inputs: Floats) -> Doubles:
        """The chance of each pair, 0 to 1."""


class Networks:
    """The trained networks; their chances are averaged."""

    def __init__(self, weights: MentionWeights) -> None:
        self.names = weights.features
        self._means = np.array(weights.means)
        self._scales = np.array(weights.scales)
        self._layers = [
            (np.array(one.into), np.array(one.inner), np.array(one.out), one.bias) for one in weights.networks
        ]

    def chances(self, inputs: Floats) -> Doubles:
        """The chance of each pair, 0 to 1; inputs: (..., features) in the order of `names`."""
        scaled = (inputs - self._means) / self._scales
        found = [
            1 / (1 + np.exp(-(np.tanh(scaled @ into + inner) @ out + bias))) for into, inner, out, bias in self._layers
        ]
        chances: Doubles = np.mean(found, axis=0)
        return chances


def inputs_of(story: Story, names: Sequence[str]) -> Floats:
    """The named features of every two mentions, (mentions, mentions, features); for stories that fit into memory."""
    table = table_of(story)
    found = features(table, 0, len(story.mentions))
    return np.stack([found[name] for name in names], axis=-1)


def story_chances(story: Story, judge: Networks) -> Doubles:
    """The chance of every two mentions, symmetric, 1 for a mention with itself; (mentions, mentions)."""
    table = table_of(story)
    size = len(story.mentions)
    chances = np.ones((size, size))
    for start in range(0, size, BLOCK):
        end = min(size, start + BLOCK)
        found = features(table, start, end)
        chances[start:end] = judge.chances(np.stack([found[name] for name in judge.names], axis=-1))
    chances = (chances + chances.T) / 2
    np.fill_diagonal(chances, 1.0)
    return chances
