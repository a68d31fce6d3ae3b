"""What the tagger reads off one window."""

from dataclasses import dataclass

from sayso.tagging.chains import Floats
from sayso.tagging.encoder import Scores
from sayso.tagging.stretches import Stretch


@dataclass(frozen=True, slots=True)
class WindowReading:
    """What was read off one window; stretches count in the document's words.

    nesting: per word, the probability that it is the cue of an attribution inside a content.
    """

    scores: Scores
    start: int
    roles: list[Stretch]
    names: list[Stretch]
    nesting: Floats
