"""Shifts: what is counted in steps of a unit from an anchor."""

from datetime import date

from msgspec.structs import replace

from sayso.dating.context import Context, Resolution
from sayso.dating.meaning import Meaning
from sayso.dating.moment import MONTHS, Moment, Unit, add_days, add_months, finer, moment_of, shift
from sayso.dating.outcome import placed, unplaced
from sayso.model import Anchor

PATTERN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
           "season": "XXXX-XX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
           "fortnight": "XXXX-WXX", "hour": "XXXX-XX-XXTXX", "minute": "XXXX-XX-XXTXX", "second": "XXXX-XX-XXTXX"}  # fmt: skip


# A step of half a unit is one of a finer unit: "a year and a half ago" is 18 months ago.
HALVED: dict[str, tuple[Unit, int]] = {
    "century": ("decade", 10), "decade": ("year", 10), "year": ("month", 12), "month": ("week", 4), "week": ("day", 7)
}  # fmt: skip


def resolve_shift(meaning: Meaning, context: Context) -> Resolution:
    """A stretch that lies so many units from the anchor: "last week", "two days later", "the weekend"."""
    if context.narrative and meaning.word == "today":
        return Resolution("DATE", "PRESENT_REF")
    if meaning.vague and not (meaning.type == "TIME" and meaning.role == "told"):
        return Resolution("DATE", "PAST_REF" if meaning.amount < 0 else "FUTURE_REF")
    base, anchor = context.base(meaning.role)
    if base is None:
        return unplaced(meaning, PATTERN[meaning.unit])
    if meaning.unit in ("hour", "minute", "second"):
        return Resolution(
            "TIME", f"{base.value}TXX" if base.unit == "day" else PATTERN[meaning.unit], base.edtf, anchor, base.edtf
        )
    unit: Unit = meaning.unit  # type: ignore[assignment]  # the clock units were dealt with above
    if meaning.relative is None and not meaning.amount and unit in ("weekend", "quarter"):
        return placed(meaning, _latest(unit, base, context), anchor, base)
    amount = 0 if meaning.word == "new year" and base.first.month <= NEW else meaning.amount
    if amount != int(amount):
        unit, size = HALVED.get(unit, (unit, 1))
        amount = round(amount * size)
    if finer(unit, base.unit) and not (base.unit == "weekend" and unit == "week"):
        return _coarse(meaning, base, unit, anchor)
    found = shift(moment_of(unit, base.first), int(amount))
    resolution = placed(meaning, found, anchor, base)
    if unit == "week" and base.unit == "day" and not meaning.part:
        return replace(resolution, edtf=_week_edtf(meaning, base.first, found, context))
    if meaning.word == "overnight":
        edtf = f"{add_days(found.first, -1).isoformat()}/{found.first.isoformat()}"
        return Resolution("TIME", resolution.value, edtf, anchor, base.edtf, found)
    return resolution


# Until this month "the new year" is the one that has just begun.
NEW = 2


def resolve_same_day(meaning: Meaning, context: Context) -> Resolution:
    """The very day so many units from the anchor: "a year ago today", "this time last year"."""
    base, anchor = context.base("said")
    if base is None:
        return unplaced(meaning, PATTERN["day"])
    steps = meaning.n or 0
    unit = meaning.value
    if unit in ("day", "week", "fortnight"):
        day = add_days(base.first, steps * {"day": 1, "week": 7, "fortnight": 14}[unit])
    else:
        day = add_months(base.first, steps * MONTHS.get(unit, 0))
    return placed(meaning, Moment("day", add_days(day, int(meaning.amount))), anchor, base)


def _coarse(meaning: Meaning, base: Moment, unit: Unit, anchor: Anchor) -> Resolution:
    """A step of days counted from a date that is only known to the month or year."""
    if meaning.amount == 0 and base.unit in ("month", "year") and meaning.role == "told":
        return Resolution(meaning.type, base.value, base.edtf, anchor, base.edtf)
    filled = {"month": {"day": "-XX"}, "year": {"day": "-XX-XX", "month": "-XX", "week": "-WXX"}}
    value = base.value + filled.get(base.unit, {}).get(unit, "")
    return Resolution(
        "TIME" if meaning.clock else meaning.type,
        value + meaning.clock,
        f"{base.edtf}~" if base.unit in ("month", "year") else None,
        anchor,
        base.edtf,
    )


def _week_edtf(meaning: Meaning, day: date, week: Moment, context: Context) -> str:
    """Two weeks ago is about a day; this week, of what has happened, ends on the day it is told."""
    if meaning.relative is None and meaning.amount:
        return f"{add_days(day, int(meaning.amount) * 7).isoformat()}~"
    if meaning.relative == 0 and meaning.role == "said" and context.tense < 0 and day > week.first:
        return f"{week.first.isoformat()}/{day.isoformat()}"
    return week.edtf


def _latest(unit: Unit, base: Moment, context: Context) -> Moment:
    """The weekend: the coming one where the verb looks ahead, else the last that began.

    The quarter: the one told last, else the latest whole one, which is the one that reports speak of.
    """
    this = moment_of(unit, base.first)
    if unit == "quarter":
        return this if base.unit == "quarter" or context.narrative else shift(this, -1)
    return this if context.tense > 0 or this.first <= base.first else shift(this, -1)
