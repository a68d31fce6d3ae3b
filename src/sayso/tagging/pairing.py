"""Which of several stretches does one belong to? Marks of a pair, and a small network that weighs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sayso.tagging.chains import Floats, Ints, softmax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.tagging.stretches import Stretch
    from sayso.tagging.words import Words

MARKS: Final = 26
"""Number of marks of a pair."""
LABELS: Final = ("source", "cue", "content")
FAINTEST: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in a window of n words; counts up to each word, (n + 1,).

    start: number of the first word in the document. ends: of sentences; lines: line breaks; begun: per role, stretches
    that begin. quoted: quotation state of each word, (n,).
    """

    start: int
    ends: Ints
    lines: Ints
    begun: dict[str, Ints]
    quoted: Ints

    @classmethod
    def of(cls, text: str, words: Words, start: int, count: int, found: Sequence[Stretch]) -> Layout:
        """The layout of a window with its stretches."""
        first = [text[index] for index in words.start[start : start + count]]
        full = [mark in ".!?" for mark in first]
        begun = {label: np.zeros(count, dtype=np.int64) for label in LABELS}
        for item in found:
            begun[item.label][item.start - start] += 1
        return cls(
            start,
            _counts(np.array(full, dtype=np.int64)),
            _counts(words.line[start : start + count]),
            {label: _counts(marks) for label, marks in begun.items()},
            words.quote[start : start + count],
        )


def _counts(marks: Ints) -> Ints:
    found: Ints = np.concatenate(([0], np.cumsum(marks)))
    return found


def pair_marks(layout: Layout, item: Stretch, goals: Sequence[Stretch], chances: Floats, nothing: float) -> Floats:
    """Marks of the pairs of item with each goal, and in the last row of item with nothing: (goals + 1, MARKS).

    chances: how much of the item's attention falls on each goal; nothing: on nothing.
    """
    start = np.array([goal.start for goal in goals])
    end = np.array([goal.end for goal in goals])
    after = start >= item.end
    gap = np.maximum(np.where(after, start - item.end, item.start - end), 0)
    low = np.where(after, item.end, end) - layout.start
    high = np.maximum(np.where(after, start, item.start) - layout.start, low)
    between = {label: np.minimum(counts[high] - counts[low], 4) for label, counts in layout.begun.items()}
    ends = np.minimum(layout.ends[high] - layout.ends[low], 4)
    lines = np.minimum(layout.lines[high] - layout.lines[low], 4) + 0.0
    share = chances / max(float(chances.sum()), FAINTEST)
    far = np.log1p(gap)
    same_side = [
        gap == gap[after == side].min() if (after == side).any() else np.zeros(len(gap), bool) for side in (False, True)
    ]
    quoted = float(layout.quoted[item.start - layout.start] > 0)
    rows = np.zeros((len(goals) + 1, MARKS), dtype=np.float32)
    columns: list[Any] = [
        np.log(np.maximum(share, FAINTEST)), np.log(np.maximum(chances, FAINTEST)), share, after, far, far * after,
        gap == 0, gap == 1, gap <= 4, ends == 0, ends, ends * after, lines, between["source"], between["cue"],
        between["content"], gap == gap.min(), np.where(after, same_side[1], same_side[0]), quoted, quoted * after,
        [goal.score for goal in goals], np.log(end - start), np.log(len(goals)), np.log(item.end - item.start), 0.0,
    ]  # fmt: skip
    for index, column in enumerate(columns):
        rows[:-1, index] = column
    rows[:-1, MARKS - 1] = 1.0
    rows[-1, 0] = np.log(max(nothing, FAINTEST))
    rows[-1, 1] = np.log(max(float(chances.max()), FAINTEST))
    rows[-1, 2:5] = (float(gap.min() == 0), float(ends.min()), quoted)
    rows[-1, MARKS - 2] = 1.0
    return rows


@dataclass(frozen=True, slots=True)
class Judge:
    """A small network over marks: layers of (weight, bias), tanh between them; one score a row."""

    layers: tuple[tuple[Floats, Floats], ...]

    @classmethod
    def of(cls, stored: list[list[list[Any]]]) -> Judge:
        """The judge of weights kept as lists of numbers."""
        return cls(tuple((np.array(weight, np.float32), np.array(bias, np.float32)) for weight, bias in stored))

    def chances(self, marks: Floats) -> Floats:
        """Probability of each row to be the right one, (rows,)."""
        values = marks
        for index, (weight, bias) in enumerate(self.layers):
            values = values @ weight + bias
            if index < len(self.layers) - 1:
                values = np.tanh(values)
        return softmax(values[:, 0])
