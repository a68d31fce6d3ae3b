"""Meaning: what a time expression says, before it is counted from any day."""

from typing import Literal

from msgspec import Struct

from sayso.model import TimexMod, TimexType

How = Literal[
    "day", "month", "year", "decade", "century", "season", "quarter", "half", "weekday", "named day", "shift", "duration",
    "set", "reference", "clock", "week of month",
    "same day",
]  # fmt: skip
# From which day a relative expression is counted: the day of publication or of speech, or the date told last.
Role = Literal["said", "told"]


class Meaning(Struct, frozen=True):
    """What the words of one expression say; slots that they do not fill stay empty.

    how: which rule resolves it. type: its TIMEX3 type.
    year, month, day, weekday (ISO, 1 Monday), season (1 spring to 4 winter), n (which quarter, half, decade, century).
    bc: the year or century is before Christ. part: START, MID or END of the stretch.
    relative: -1 last, 0 this, 1 next; None when the words do not say. role: what it is counted from.
    unit and amount: the step of a shift, or the unit that a relative one names; vague: the amount is "a few".
    value: the finished TIMEX3 value of durations, sets, references. clock: "T14:30", "TMO", "TNI" ... with zone.
    word: the words of named days. mod, quant, freq: TIMEX3's attributes, as far as words of their own tell them.
    """

    how: How
    type: TimexType = "DATE"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    n: int | None = None
    bc: bool = False
    fiscal: bool = False
    part: str = ""
    relative: int | None = None
    role: Role = "said"
    unit: str = ""
    amount: float = 0
    vague: bool = False
    value: str = ""
    clock: str = ""
    word: str = ""
    mod: TimexMod | None = None
    quant: str = ""
    freq: str = ""


class Piece(Struct, frozen=True):
    """One expression of a match: tokens [first, last) of the lexed text, and what they say.

    joined: it is the first of a stated range with the next piece. kind: the kind of its rule.
    """

    first: int
    last: int
    meaning: Meaning
    kind: str = ""
    joined: bool = False
