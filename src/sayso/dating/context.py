"""Context: from which days an expression is counted; Resolution: what it then means."""

from datetime import date

from msgspec import Struct

from sayso.dating.moment import Moment, moment_of
from sayso.model import Anchor, TimexType


class Context(Struct, frozen=True):
    """What is known at one point of the text.

    said: the day of publication or of speech; None where it is not known. anchor: which of the two it is.
    told: the date that the text told last. narrative: the text is a history, so its own dates carry the others.
    ancient: the year before Christ that the text told last, in a text that counts so.
    tense: -1 the verb is past, 1 it is future, 0 it is present or there is none.
    """

    said: date | None = None
    anchor: Anchor = "published"
    told: Moment | None = None
    narrative: bool = False
    ancient: int | None = None
    tense: int = 0

    def base(self, role: str) -> tuple[Moment | None, Anchor]:
        """The stretch that an expression of that role is counted from, and the name of the anchor."""
        if self.told is not None and (self.narrative or role == "told"):
            return self.told, "narrative"
        return (moment_of("day", self.said) if self.said else None), self.anchor


class Resolution(Struct, frozen=True):
    """What an expression means in its context.

    moment: the stretch of the calendar it names, where it names one; it becomes the date told last.
    """

    type: TimexType
    value: str
    edtf: str | None = None
    anchor: Anchor = "none"
    anchored_on: str | None = None
    moment: Moment | None = None
