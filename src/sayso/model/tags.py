"""Tags: what the trained tagger says of a document's words."""

from msgspec import Struct

from sayso.model.span import Span


class Tag(Struct, frozen=True):
    """A labelled stretch of words with the tagger's confidence (0 to 1)."""

    span: Span
    label: str
    score: float


class TriggerTag(Struct, frozen=True):
    """A word that the tagger takes for the trigger of an event.

    types: score of each codebook type, and of "none"; factuality: score of each factuality value.
    """

    span: Span
    types: dict[str, float]
    factuality: dict[str, float]


class Tags(Struct, frozen=True):
    """The tagger's labels and scores over one document.

    roles: attribution roles, label "source", "cue" or "content"; inner: the same, for attributions inside a content.
    names: names of persons, organisations, places, groups; triggers: candidate events.
    model: the id of the weights.
    """

    model: str
    roles: tuple[Tag, ...] = ()
    inner: tuple[Tag, ...] = ()
    names: tuple[Tag, ...] = ()
    triggers: tuple[TriggerTag, ...] = ()
