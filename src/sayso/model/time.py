"""TimeExpression: words that tell a time, and what they mean under TIMEX3 and EDTF."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "speech", "narrative", "none"]
TimexMod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START",
    "MID", "END", "APPROX",
]  # fmt: skip


class TimeExpression(Struct, frozen=True):
    """Words that tell a time.

    value: TIMEX3 value ("2015-10-01", "PXD", "P3D", "2015-W40-WE"); edtf: EDTF date or interval, None where the value
    stays relative (no anchor is known) or is no date at all.
    anchor: what a relative value was counted from; "none" for absolute and unresolved ones.
    anchored_on: the EDTF day it was counted from, where anchored.
    mod, quant, freq: TIMEX3's attributes of those names, None where the words do not tell: how the value is modified
    ("more than three days": MORE_THAN, "early 2014": START), and of a SET how its times are counted ("every": EVERY,
    "most nights": MOST) and how often within each ("twice a week": 2X, "three days a week": 3D).
    """

    span: Span
    type: TimexType
    value: str
    edtf: str | None = None
    anchor: Anchor = "none"
    anchored_on: str | None = None
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
