"""Hints: what the trained tagger thinks of the words of a document, asked by their place."""

import math
from bisect import bisect_left
from collections.abc import Sequence

from sayso.model import Span, TriggerTag

# Probabilities below this are all alike: the tagger keeps no word that it thinks less likely to be a trigger.
LEAST = 0.003
NEVER = 0.001
# No trigger is longer, so that nothing that begins further to the left reaches the word.
LONGEST = 40


class Hints:
    """The words that the tagger takes for possible triggers."""

    def __init__(self, triggers: Sequence[TriggerTag]) -> None:
        self._triggers = sorted(triggers, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._triggers]

    def of(self, span: Span) -> TriggerTag | None:
        """The surest possible trigger among the words of a span; None where the tagger sees none."""
        found: TriggerTag | None = None
        for one in self._triggers[bisect_left(self._starts, span.start - LONGEST) :]:
            if one.span.start >= span.end:
                break
            if one.span.overlaps(span) and (found is None or one.types["none"] < found.types["none"]):
                found = one
        return found

    def scores(self, span: Span, labels: Sequence[str]) -> list[float]:
        """Logarithms of the tagger's probabilities of each label ("none" and the types) for the words of a span."""
        hint = self.of(span)
        if hint is None:
            rest = 1 - NEVER * (len(labels) - 1)
            return [math.log(rest if label == "none" else LEAST) for label in labels]
        return [math.log(max(hint.types[label], LEAST)) for label in labels]

    def presented(self, span: Span, values: Sequence[str]) -> list[float]:
        """Logarithms of the tagger's probabilities of each factuality; all alike where it sees no trigger."""
        hint = self.of(span)
        return [math.log(max(hint.factuality[value], LEAST)) if hint is not None else 0.0 for value in values]


NO_HINTS = Hints(())
"""For who asks the lexicon alone."""
