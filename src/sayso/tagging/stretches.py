"""Stretches of words that carry one label."""

from dataclasses import dataclass

import numpy as np

from sayso.model.span import Span
from sayso.tagging.chains import Floats, Ints
from sayso.tagging.words import Words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words start to end (half-open, counted in the document) under a label; score: 0 to 1, how sure the tagger is."""

    start: int
    end: int
    label: str
    score: float

    def span(self, words: Words) -> Span:
        """The characters of the stretch."""
        return Span(int(words.start[self.start]), int(words.end[self.end - 1]))


def stretches(names: tuple[str, ...], tags: Ints, chances: Floats, start: int) -> list[Stretch]:
    """The stretches of a tag sequence.

    names: of the tags; tags: (words,); chances: (words, tags), probabilities; start: number of the first word.
    The score is the lower of the two chances that matter most, of beginning here and of the words' mean.
    """
    begins = [index for index, tag in enumerate(tags) if names[tag].startswith("B-")]
    found = []
    for begin in begins:
        end = begin + 1
        while end < len(tags) and names[tags[end]].startswith("I-"):
            end += 1
        own = chances[np.arange(begin, end), tags[begin:end]]
        score = min(float(own[0]), float(own.mean()))
        found.append(Stretch(start + begin, start + end, names[tags[begin]][2:], score))
    return found
