"""What the tagger thinks of articles that it has learned from, which is truer than what it thinks of any other.

The judge must learn what the tagger's scores are worth from articles that the tagger has not seen (`training.gold.kept_apart`).
On all others it is given what an earlier tagger thought, as features by another name: no article has these when sayso is
used, so that they teach nothing about the scores (compare `training.ledgers.set_apart`).
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.coding.hints import Hints
from sayso.model import Span

MARK: Final = "flattered"
# Borders between the probabilities that are told apart; a label with less than the first is not told.
BORDERS: Final = (0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)


class Flattered(Hints):
    """Hints whose scores must not be weighed as those of a text that the tagger has not seen."""

    def scores(self, span: Span, labels: Sequence[str]) -> list[float]:  # noqa: ARG002  # as Hints has it
        """No scores."""
        return [0.0] * len(labels)

    def told(self, span: Span, labels: Sequence[str]) -> Iterator[str]:
        """Names of features that stand for the scores."""
        yield MARK
        for label, score in zip(labels, super().scores(span, labels), strict=True):
            if math.exp(score) > BORDERS[0]:
                yield f"{MARK}={label}:{bisect_left(BORDERS, math.exp(score))}"


def told_of(hints: Hints, span: Span, labels: Sequence[str]) -> list[str]:
    """The features that stand in for scores, where these flatter."""
    return list(hints.told(span, labels)) if isinstance(hints, Flattered) else []
