"""TimeExpression: words that tell a time, and what they mean under TIMEX3 and EDTF."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "speech", "narrative", "none"]


class TimeExpression(Struct, frozen=True):
    """Words that tell a time.

    value: TIMEX3 value ("2015-10-01", "PXD", "P3D", "2015-W40-WE"); edtf: EDTF date or interval, None where the value
    stays relative (no anchor is known) or is no date at all.
    anchor: what a relative value was counted from; "none" for absolute and unresolved ones.
    anchored_on: the EDTF day it was counted from, where anchored.
    """

    span: Span
    type: TimexType
    value: str
    edtf: str | None = None
    anchor: Anchor = "none"
    anchored_on: str | None = None
