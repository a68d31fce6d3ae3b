"""The role linker: which source, cue and content belong together.

Every word of a content points to a cue, every word of a cue to a source, by vectors that the tagger was trained to give.
A cue and what points to it are one attribution: its contents may be several, before and after it, over sentences and lines;
its source may be nothing ("it was reported"). The best assignment of a window is found for all its cues at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sayso.model.attribution import Attribution
from sayso.model.span import Span
from sayso.tagging.chains import Floats, softmax
from sayso.tagging.edges import tidy
from sayso.tagging.labels import LINK_WIDTH, LINKS
from sayso.tagging.pairing import MARKS, Judge, Layout, pair_marks
from sayso.tagging.quotation import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.tagging.stretches import Stretch
    from sayso.tagging.window_reading import WindowReading
    from sayso.tagging.words import Words

CONTENT_CUE, CUE_SOURCE = LINKS.index("content-cue"), LINKS.index("cue-source")
MOST_WORDS: Final = 12
UNTRAINED: Final = {name: [[[[1.0]] + [[0.0]] * (MARKS - 1), [0.0]]] for name in ("content-cue", "cue-source")}
"""Judges that go by the tagger's attention alone."""
DEFAULTS: Final = {"least_content": 0.0, "least_inner": 0.5, "shared_source": 0.6, "nesting": 0.05}


SUREST: Final = 1e-4
AS_IT_IS: Final = (1.0, 0.0)
"""Slope and shift of a score that is taken for a probability."""


def log_odds(scores: Any) -> Any:
    """Log odds of scores between 0 and 1, kept finite."""
    clipped = np.clip(scores, SUREST, 1 - SUREST)
    return np.log(clipped / (1 - clipped))


@dataclass(slots=True)
class Group:
    """A cue and what belongs to it; score: how sure the links are, 0 to 1."""

    cue: Stretch
    contents: list[Stretch] = field(default_factory=list)
    sources: list[Stretch] = field(default_factory=list)
    links: list[float] = field(default_factory=list)

    @property
    def score(self) -> float:
        """The mean of what the tagger and the links are sure of."""
        parts = [self.cue.score, *(item.score for item in (*self.contents, *self.sources)), *self.links]
        return sum(parts) / len(parts)


def attention(window: WindowReading, link: int, start: int, end: int) -> Floats:
    """Where the words start to end (of the document) point on average: (places,), place 0 is nothing.

    The first few words of a long stretch speak for it.
    """
    scores = window.scores
    end = min(end, start + MOST_WORDS)
    rows = scores.pointing[link, start - window.start + 1 : end - window.start + 1]
    found: Floats = softmax(rows @ scores.pointed[link].T / LINK_WIDTH**0.5).mean(axis=0)
    return found


def towards(window: WindowReading, chances: Floats, goals: Sequence[Stretch]) -> Floats:
    """The chance that falls on each goal, (goals,)."""
    return np.array(
        [chances[goal.start - window.start + 1 : goal.end - window.start + 1].sum() for goal in goals], dtype=np.float32
    )


def candidates(layout: Layout, window: WindowReading, link: int, item: Stretch, goals: Sequence[Stretch]) -> Floats:
    """Marks of the pairs of a stretch with each goal and, last, with nothing."""
    places = attention(window, link, item.start, item.end)
    return pair_marks(layout, item, goals, towards(window, places, goals), float(places[0]))


@dataclass(frozen=True, slots=True)
class Linker:
    """Two judges (of contents and their cues, of cues and their sources) and thresholds, kept with the weights.

    confidence: slope and shift that turn a group's score into the probability that its attribution is right.
    """

    content_cue: Judge
    cue_source: Judge
    settings: dict[str, float]
    confidence: tuple[float, float] = AS_IT_IS

    @classmethod
    def of(cls, settings: dict[str, Any]) -> Linker:
        """The linker that goes with the weights' settings."""
        stored = settings.get("judges", UNTRAINED)
        return cls(
            Judge.of(stored["content-cue"]),
            Judge.of(stored["cue-source"]),
            {**DEFAULTS, **settings.get("linker", {})},
            tuple(settings.get("confidence", AS_IT_IS)),
        )

    def chance(self, group: Group) -> float:
        """The probability that a group is a right attribution."""
        slope, shift = self.confidence
        return float(1 / (1 + np.exp(-(slope * log_odds(group.score) + shift))))

    def groups(self, text: str, words: Words, window: WindowReading) -> list[Group]:
        """The roles of one window put together; contents without any cue are left out."""
        found = window.roles
        cues = [item for item in found if item.label == "cue"]
        if not cues:
            return []
        layout = Layout.of(text, words, window.start, len(window.scores.roles), found)
        groups = [Group(cue) for cue in cues]
        for content in (tidy(text, words, item) for item in found if item.label == "content"):
            chances = self.content_cue.chances(candidates(layout, window, CONTENT_CUE, content, cues))
            index = int(chances[:-1].argmax())
            if chances[index] >= self.settings["least_content"]:
                groups[index].contents.append(content)
                groups[index].links.append(float(chances[index]))
        self._give_sources(layout, window, groups, [item for item in found if item.label == "source"])
        return groups

    def _give_sources(self, layout: Layout, window: WindowReading, groups: list[Group], sources: list[Stretch]) -> None:
        """Each cue takes its likeliest source; one that a surer cue has taken only if it is very sure itself."""
        if not sources:
            return
        wishes: list[tuple[float, int, int]] = []
        for number, group in enumerate(groups):
            chances = self.cue_source.chances(candidates(layout, window, CUE_SOURCE, group.cue, sources))
            wishes.extend(
                (float(chance), number, index) for index, chance in enumerate(chances[:-1]) if chance > chances[-1]
            )
        taken: set[int] = set()
        for chance, number, index in sorted(wishes, key=lambda wish: (-wish[0], wish[1], wish[2])):
            free = index not in taken or chance >= self.settings["shared_source"]
            if not groups[number].sources and free:
                groups[number].sources.append(sources[index])
                groups[number].links.append(chance)
                taken.add(index)

    def outer(self, text: str, words: Words, found: Sequence[WindowReading]) -> list[Group]:
        """The outermost attributions of a document's windows."""
        return [group for window in found for group in self.groups(text, words, window) if group.contents]

    def attributions(
        self, text: str, words: Words, outer: Sequence[Group], inside: Sequence[WindowReading]
    ) -> tuple[Attribution, ...]:
        """All attributions of a document, in the order of the text, with ids and parents.

        inside: what was read of contents by themselves; attributions found there are nested in those of outer.
        """
        inner = [group for group in self.outer(text, words, inside) if group.score >= self.settings["least_inner"]]
        nested = [(group, parent) for group in inner if (parent := enclosing(group, outer)) is not None]
        every: list[tuple[Group, Group | None]] = [*((group, None) for group in outer), *nested]
        every.sort(key=lambda item: (_first(item[0]), item[0].cue.start))
        ids = {id(group): f"a{number}" for number, (group, _) in enumerate(every, start=1)}
        return tuple(
            _attribution(
                text, words, group, ids[id(group)], None if parent is None else ids[id(parent)], self.chance(group)
            )
            for group, parent in every
        )


def enclosing(group: Group, outer: Sequence[Group]) -> Group | None:
    """The attribution in whose content a cue stands."""
    for other in outer:
        if any(content.start <= group.cue.start < content.end for content in other.contents):
            return other
    return None


def _first(group: Group) -> int:
    return min(item.start for item in (group.cue, *group.contents, *group.sources))


def _attribution(
    text: str, words: Words, group: Group, name: str, parent: str | None, confidence: float
) -> Attribution:
    def spans(items: Sequence[Stretch]) -> tuple[Span, ...]:
        return tuple(item.span(words) for item in sorted(items, key=lambda item: item.start))

    content = spans(group.contents)
    return Attribution(
        id=name,
        kind=kind_of(text, content),
        source=spans(group.sources),
        cue=spans([group.cue]),
        content=content,
        parent=parent,
        confidence=round(confidence, 4),
    )
