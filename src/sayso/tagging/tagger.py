"""The tagger: a document in, its Tags and its linked attributions out."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from sayso.model.attribution import Attribution
from sayso.model.document import Document
from sayso.model.span import Span
from sayso.model.tags import Tag, Tags, TriggerTag
from sayso.tagging.chains import Chain, Floats, Ints, best, marginals, softmax
from sayso.tagging.encoder import Encoder, Scores
from sayso.tagging.labels import EVENTS, FACTS, ROLE_TAGS
from sayso.tagging.linking import Group, Linker
from sayso.tagging.parts import FILE, Parts, PartWeights, States
from sayso.tagging.stretches import Stretch, stretches
from sayso.tagging.window_reading import WindowReading
from sayso.tagging.windows import windows
from sayso.tagging.words import Words, read_words

WINDOW: Final = 256
"""Word pieces that the encoder sees at once, the two special ones included."""
FEWEST: Final = 6
"""Words of a content that is worth reading by itself."""
CUE: Final = [ROLE_TAGS.index("B-cue"), ROLE_TAGS.index("I-cue")]
FAINT: Final = 0.02
"""A word is kept as a candidate trigger when it is an event with at least this probability."""
HERE: Final = Path(__file__).parent.parent / "resources" / "tagger"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the tagger finds in one document.

    attributions: linked roles, in the order of the text, nested ones with their parents; kinds, ids and confidence
    set, nothing yet said of actors, classes of cues or time.
    parts: what the encoder says of who takes part in any event, asked by place.
    """

    tags: Tags
    attributions: tuple[Attribution, ...]
    parts: Parts = field(compare=False)


class Tagger:
    """The trained tagger, opened once and used for any number of documents.

    Reading is a function of the document alone: each window is read by itself, whatever else is read before it.
    """

    def __init__(self, encoder: Encoder, linker: Linker, parts: PartWeights | None) -> None:
        self._encoder = encoder
        self._linker = linker
        self._parts = parts

    @classmethod
    def open(cls, path: Path | None = None, threads: int = 1) -> "Tagger":
        """The tagger of a folder, or the one that is installed with sayso; threads per document.

        One of a folder without weights of participants, such as training makes first, has no opinion of these.
        """
        encoder = Encoder.open(path or HERE, threads)
        has_parts = path is None or (path / FILE).exists()
        return cls(encoder, Linker.of(encoder.settings), PartWeights.open(path or HERE) if has_parts else None)

    def with_parts(self, parts: PartWeights) -> "Tagger":
        """The same with other weights of participants."""
        return Tagger(self._encoder, self._linker, parts)

    @property
    def model(self) -> str:
        """The id of the weights."""
        return self._encoder.model

    def tag(self, document: Document) -> Tags:
        """The labels and scores of all heads."""
        return self.read(document).tags

    def attributions(self, document: Document) -> tuple[Attribution, ...]:
        """The document's attributions."""
        return self.read(document).attributions

    def read(self, document: Document) -> Reading:
        """Tags and attributions, the text being encoded once."""
        words, found = self.windows(document)
        outer = self._linker.outer(document.text, words, found)
        inside = self._windows(words, self._spots(words, found, outer))
        tags = Tags(
            model=self.model,
            roles=self._tags(words, [stretch for window in found for stretch in window.roles]),
            inner=self._tags(words, [stretch for window in inside for stretch in window.roles]),
            names=self._tags(words, [stretch for window in found for stretch in window.names]),
            triggers=tuple(trigger for window in found for trigger in self._triggers(words, window)),
        )
        attributions = self._linker.attributions(document.text, words, outer, inside)
        return Reading(tags, attributions, Parts(states_of(words, found), self._parts))

    def _spots(self, words: Words, found: list[WindowReading], outer: list[Group]) -> list[tuple[int, int]]:
        """The contents (first word, end) in which somebody else may be speaking, to be read by themselves."""
        likely = {
            window.start + index
            for window in found
            for index in np.flatnonzero(window.nesting >= self._linker.settings["nesting"]).tolist()
        }
        return [
            (content.start, content.end)
            for group in outer
            for content in group.contents
            if content.end - content.start >= FEWEST
            and words.first[content.end] - words.first[content.start] <= WINDOW - 2
            and not likely.isdisjoint(range(content.start, content.end))
        ]

    def states(self, document: Document) -> States:
        """What the encoder's middle layer has of the document's words."""
        return states_of(*self.windows(document))

    def windows(self, document: Document) -> tuple[Words, list[WindowReading]]:
        """The document's words, and what was read off each of its windows (none of what was left out)."""
        text = document.text
        words = read_words(text, self._encoder.tokenizer)
        edges = windows(words, text, WINDOW - 2) if len(words) else []
        left_out = [item.span for item in document.left_out]
        return words, self._windows(words, [edge for edge in edges if not self._is_left_out(words, edge, left_out)])

    @staticmethod
    def _is_left_out(words: Words, edge: tuple[int, int], left_out: list[Span]) -> bool:
        """Does a whole window stand in one stretch that is not the report?"""
        start, end = int(words.start[edge[0]]), int(words.end[edge[1] - 1])
        return any(span.start <= start and end <= span.end for span in left_out)

    def _windows(self, words: Words, edges: list[tuple[int, int]]) -> list[WindowReading]:
        return self.decode([(start, self._encoder.read(words, start, end)) for start, end in edges])

    def decode(self, encoded: list[tuple[int, Scores]]) -> list[WindowReading]:
        """The stretches of a document's windows, each given by its first word and its scores."""
        if not encoded:
            return []
        found: dict[str, list[list[Stretch]]] = {}
        for head, chain in self._chains().items():
            rows: list[Floats] = [getattr(scores, head) for _, scores in encoded]
            tags: list[Ints] = best(chain, rows)
            chances = marginals(chain, rows)
            found[head] = [
                stretches(chain.tags, tag, chance, start)
                for tag, chance, (start, _) in zip(tags, chances, encoded, strict=True)
            ]
        return [
            WindowReading(
                scores, start, found["roles"][i], found["names"][i], softmax(scores.inner)[:, CUE].sum(axis=1)
            )
            for i, (start, scores) in enumerate(encoded)
        ]

    def _chains(self) -> dict[str, Chain]:
        return {"roles": self._encoder.roles, "names": self._encoder.names}

    @staticmethod
    def _tags(words: Words, found: list[Stretch]) -> tuple[Tag, ...]:
        return tuple(Tag(item.span(words), item.label, round(item.score, 4)) for item in found)

    @staticmethod
    def _triggers(words: Words, window: WindowReading) -> list[TriggerTag]:
        """The words that may trigger an event, with the scores of its types and factuality."""
        types, facts = softmax(window.scores.events), softmax(window.scores.facts)
        return [
            TriggerTag(
                Span(int(words.start[window.start + index]), int(words.end[window.start + index])),
                {name: round(float(score), 4) for name, score in zip(EVENTS, types[index], strict=True)},
                {name: round(float(score), 4) for name, score in zip(FACTS, facts[index], strict=True)},
            )
            for index in np.flatnonzero(types[:, 0] < 1 - FAINT).tolist()
        ]


def states_of(words: Words, found: list[WindowReading]) -> States:
    """The states of the words of all windows."""
    if not found:
        return States(np.empty(0, np.int64), np.empty((0, 0), np.float32))
    starts = [words.start[one.start : one.start + len(one.scores.states)] for one in found]
    return States(np.concatenate(starts), np.concatenate([one.scores.states for one in found]))
