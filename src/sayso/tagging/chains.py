"""Reading tags off scores: the best legal sequence of a conditional random field, and how sure it is of each word."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of moving from tag to tag.

    tags: names of the T tags. moves: (T, T), from row to column. first: (T,), of the first tag of a sequence.
    """

    tags: tuple[str, ...]
    moves: Floats
    first: Floats

    @classmethod
    def of(cls, tags: tuple[str, ...], moves: Floats, first: Floats) -> "Chain":
        """A chain in which "I-x" follows nothing but "B-x" and "I-x"."""
        legal = np.array([[not tag.startswith("I-") or before[2:] == tag[2:] for tag in tags] for before in tags])
        inside = np.array([tag.startswith("I-") for tag in tags])
        return cls(
            tags,
            np.where(legal, moves, FORBIDDEN).astype(np.float32),
            np.where(inside, FORBIDDEN, first).astype(np.float32),
        )


def _padded(rows: list[Floats]) -> Floats:
    table = np.zeros((len(rows), max(len(row) for row in rows), rows[0].shape[1]), dtype=np.float32)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table


def best(chain: Chain, rows: list[Floats]) -> list[Ints]:
    """The best legal tag numbers of each sequence; rows: (words, T) scores of each, at least one word."""
    table = _padded(rows)
    count, steps, width = table.shape
    back = np.empty((steps, count, width), dtype=np.int64)
    reached = np.empty((steps, count, width), dtype=np.float32)
    reached[0] = chain.first + table[:, 0]
    columns = chain.moves.T
    for step in range(1, steps):
        paths = reached[step - 1][:, None, :] + columns
        back[step] = paths.argmax(axis=2)
        reached[step] = paths.max(axis=2) + table[:, step]
    found = []
    for index, row in enumerate(rows):
        tags = np.empty(len(row), dtype=np.int64)
        tags[-1] = reached[len(row) - 1, index].argmax()
        for step in range(len(row) - 1, 0, -1):
            tags[step - 1] = back[step, index, tags[step]]
        found.append(tags)
    return found


def marginals(chain: Chain, rows: list[Floats]) -> list[Floats]:
    """The probability of each tag of each word, (words, T) per sequence, by the forward and backward sums."""
    table = _padded(rows)
    lengths = np.array([len(row) for row in rows])
    heights = np.exp(table - table.max(axis=2, keepdims=True))
    moves = np.exp(chain.moves - chain.moves.max())
    first = np.exp(chain.first - chain.first.max())
    count, steps, width = table.shape
    forward = np.empty((steps, count, width), dtype=np.float32)
    backward = np.empty((steps, count, width), dtype=np.float32)
    state = first * heights[:, 0]
    forward[0] = state / state.sum(axis=1, keepdims=True)
    for step in range(1, steps):
        state = (forward[step - 1] @ moves) * heights[:, step] + 1e-30
        forward[step] = state / state.sum(axis=1, keepdims=True)
    later = np.ones((count, width), dtype=np.float32) / width
    backward[steps - 1] = later
    turned = moves.T
    for step in range(steps - 1, 0, -1):
        state = (backward[step] * heights[:, step]) @ turned + 1e-30
        state /= state.sum(axis=1, keepdims=True)
        backward[step - 1] = np.where((lengths > step)[:, None], state, later)
    both = forward * backward
    both /= both.sum(axis=2, keepdims=True)
    return [both[: len(row), index] for index, row in enumerate(rows)]


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    heights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Floats = heights / heights.sum(axis=-1, keepdims=True)
    return found
