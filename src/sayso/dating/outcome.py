"""Outcome: a resolution made of a meaning and the stretch of the calendar that it names, if any."""

from sayso.dating.context import Resolution
from sayso.dating.meaning import Meaning
from sayso.dating.moment import Moment
from sayso.dating.stretches import part_edtf
from sayso.model import Anchor, TimexType


def placed(meaning: Meaning, moment: Moment, anchor: Anchor = "none", base: Moment | None = None) -> Resolution:
    """A resolution on a stretch of the calendar, with the clock time or part of day if there is one."""
    kind: TimexType = "TIME" if meaning.clock else meaning.type
    value = moment.value
    if meaning.fiscal:
        value = f"FY{value}"
    if meaning.clock:
        value = f"{value}{'-XX' * (moment.unit == 'month')}{meaning.clock}"
    return Resolution(
        kind, value, part_edtf(moment, meaning.part), anchor, base.edtf if base and anchor != "none" else None, moment
    )


def unplaced(meaning: Meaning, value: str) -> Resolution:
    """A resolution with an open value and no date, for want of an anchor."""
    return Resolution("TIME" if meaning.clock else meaning.type, f"{value}{meaning.clock}")
