"""Evidence: what the trained tagger's labels say of a cue that the rules have found."""

from math import exp, log

from sayso.model import Tags, Token

# How far a label moves the odds at most, and how far its absence does: the tagger has learnt from outermost attributions
# alone, so that its silence inside of a content says little.
MOST = 4.0
SILENCE = 0.5


class Evidence:
    """The tagger's cue labels, looked up by the place of a word."""

    def __init__(self, tags: Tags | None) -> None:
        labels = () if tags is None else (*tags.inner, *tags.roles)
        self._scores = {
            place: tag.score for tag in labels if tag.label == "cue" for place in range(tag.span.start, tag.span.end)
        }
        self._listening = bool(self._scores)

    def weigh(self, likelihood: float, cue: Token) -> float:
        """The likelihood that a cue reports, given what the tagger says of it; unchanged where there are no labels."""
        if not self._listening:
            return likelihood
        score = self._scores.get(cue.start)
        factor = SILENCE if score is None else min(MOST, max(1 / MOST, score / max(1 - score, 1e-6)))
        clipped = min(0.999, max(0.001, likelihood))
        return 1 / (1 + exp(-(log(clipped / (1 - clipped)) + log(factor))))
