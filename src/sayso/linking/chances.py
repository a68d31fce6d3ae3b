"""Chances: how likely every two mentions of a story are of the same event."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sayso.linking.company import Doubles, company_of, look_again
from sayso.linking.pairs import Floats, Story, features, table_of
from sayso.resources.linking import Look, MentionWeights

Block: TypeAlias = Callable[[int, int], Mapping[str, Floats]]

# Mentions that are compared with all of the story at once; bounds the memory of a large story.
BLOCK = 64


class Networks:
    """The trained networks of one look; their chances are averaged."""

    def __init__(self, look: Look) -> None:
        self.names = look.features
        self._means = np.array(look.means)
        self._scales = np.array(look.scales)
        self._layers = [(np.array(one.into), np.array(one.inner), np.array(one.out), one.bias) for one in look.networks]

    def chances(self, inputs: NDArray[np.floating]) -> Doubles:
        """The chance of each pair, 0 to 1; inputs: (..., features) in the order of `names`."""
        scaled = (inputs - self._means) / self._scales
        found = [
            1 / (1 + np.exp(-(np.tanh(scaled @ into + inner) @ out + bias))) for into, inner, out, bias in self._layers
        ]
        chances: Doubles = np.mean(found, axis=0)
        return chances


def story_chances(story: Story, weights: MentionWeights) -> Doubles:
    """The chance of every two mentions after the second look, symmetric, 1 for a mention with itself."""
    table = table_of(story)
    size = len(story.mentions)
    first = _symmetric(size, Networks(weights.first), lambda start, end: features(table, start, end))
    company = company_of(first, story.document)
    return _symmetric(
        size,
        Networks(weights.second),
        lambda start, end: features(table, start, end) | look_again(company, start, end),
    )


def _symmetric(size: int, networks: Networks, block: Block) -> Doubles:
    chances = np.ones((size, size))
    for start in range(0, size, BLOCK):
        end = min(size, start + BLOCK)
        found = block(start, end)
        chances[start:end] = networks.chances(np.stack([found[name] for name in networks.names], axis=-1))
    chances = (chances + chances.T) / 2
    np.fill_diagonal(chances, 1.0)
    return chances
