"""From what an expression says to what it means in its context: TIMEX3 value, EDTF, anchor."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from sayso.dating.antiquity import resolve_ancient
from sayso.dating.choosing import nearest_day, nearest_month, nearest_season, nearest_weekday, year_for
from sayso.dating.context import Context, Resolution
from sayso.dating.meaning import Meaning
from sayso.dating.moment import (
    FIRST_YEAR,
    LAST_YEAR,
    Moment,
    Unit,
    add_days,
    day_of,
    half_of,
    moment_of,
    quarter_of,
    season_of,
    shift,
)
from sayso.dating.named import named_day
from sayso.dating.stretches import duration_edtf, part_edtf
from sayso.model import Anchor, TimexType

SEASON_CODES = ("SP", "SU", "FA", "WI")
PATTERN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
           "season": "XXXX-XX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
           "fortnight": "XXXX-WXX", "hour": "XXXX-XX-XXTXX", "minute": "XXXX-XX-XXTXX", "second": "XXXX-XX-XXTXX"}  # fmt: skip


# A step of half a unit is one of a finer unit: "a year and a half ago" is 18 months ago.
HALVED: dict[str, tuple[Unit, int]] = {
    "century": ("decade", 10), "decade": ("year", 10), "year": ("month", 12), "month": ("week", 4), "week": ("day", 7)
}  # fmt: skip


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """What the meaning amounts to in the context. Never raises; an expression without an anchor stays relative."""
    if meaning.bc or context.ancient is not None:
        resolution = resolve_ancient(meaning, context)
        if resolution is not None:
            return resolution
    return RESOLVERS[meaning.how](meaning, context)


def _placed(meaning: Meaning, moment: Moment, anchor: Anchor = "none", base: Moment | None = None) -> Resolution:
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


def _unplaced(meaning: Meaning, value: str) -> Resolution:
    return Resolution("TIME" if meaning.clock else meaning.type, f"{value}{meaning.clock}")


def _year(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.year is not None
    year = meaning.year
    if meaning.word == "short" and context.narrative and context.told is not None:
        year += (context.told.first.year - year) // 100 * 100
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Resolution("DATE", f"{year:04}", f"{year:04}")
    return _placed(meaning, Moment("year", date(year, 1, 1)))


def _decade(meaning: Meaning, _context: Context) -> Resolution:
    assert meaning.n is not None
    return _placed(meaning, moment_of("decade", date(meaning.n * 10 + 1, 1, 1)))


def _century(meaning: Meaning, _context: Context) -> Resolution:
    assert meaning.n is not None
    if meaning.bc:
        return Resolution("DATE", f"BC{meaning.n - 1:02}", f"-{meaning.n * 100 - 1:04}/-{meaning.n * 100 - 100:04}")
    if not 2 <= meaning.n <= 90:
        return Resolution("DATE", f"{meaning.n - 1:02}")
    return _placed(meaning, Moment("century", date(meaning.n * 100 - 100, 1, 1)))


def _month(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.month is not None
    year, anchor, base = year_for(meaning, context)
    if year is None and meaning.relative is None:
        near = nearest_month(meaning.month, context)
        if near is not None:
            return _placed(meaning, near[0], near[1], near[2])
    if year is None:
        return _unplaced(meaning, f"XXXX-{meaning.month:02}")
    return _placed(meaning, Moment("month", date(year, meaning.month, 1)), anchor, base)


def _day(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.day is not None
    if meaning.month is None:
        return _day_of_told_month(meaning, context)
    year, anchor, base = year_for(meaning, context)
    if year is None and meaning.relative is None:
        near = nearest_day(meaning.month, meaning.day, meaning.weekday, context)
        if near is not None:
            return _placed(meaning, near[0], near[1], near[2])
    if year is not None:
        found = day_of(year, meaning.month, meaning.day)
        if found is not None:
            return _placed(meaning, Moment("day", found), anchor, base)
        return _unplaced(meaning, f"{year:04}-{meaning.month:02}-{meaning.day:02}")
    return _unplaced(meaning, f"XXXX-{meaning.month:02}-{meaning.day:02}")


def _day_of_told_month(meaning: Meaning, context: Context) -> Resolution:
    """The 20th: of the month told last, else of the month of publication."""
    assert meaning.day is not None
    base, anchor = context.base("told")
    if base is not None and base.unit in ("day", "month"):
        found = day_of(base.first.year, base.first.month, meaning.day)
        if found is not None:
            return _placed(meaning, Moment("day", found), anchor, base)
    return _unplaced(meaning, f"XXXX-XX-{meaning.day:02}")


def _week_of_month(meaning: Meaning, context: Context) -> Resolution:
    """The first week of May, the last day of the month: the week by its days, the day by its date."""
    month = _month(meaning, context).moment
    if month is None:
        return Resolution("DATE", {"week": "P1W", "weekend": "P1WE", "day": "XXXX-XX-XX"}[meaning.unit])
    number = meaning.n or 1
    if meaning.unit == "day":
        first = month.last if number < 0 else add_days(month.first, number - 1)
        return _placed(meaning, Moment("day", first))
    if meaning.unit == "weekend":
        first = moment_of("weekend", month.last if number < 0 else add_days(month.first, number * 7 - 7)).first
        return _placed(meaning, Moment("weekend", first))
    first = add_days(month.last, -6) if number < 0 else add_days(month.first, number * 7 - 7)
    return Resolution("DATE", "P1W", f"{first.isoformat()}/{add_days(first, 6).isoformat()}", "none", None, month)


def _season(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.season is not None
    year, anchor, base = year_for(meaning, context)
    if year is None:
        near = nearest_season(meaning, context)
        if near is not None:
            return _placed(meaning, near[0], near[1], near[2])
        return _unplaced(meaning, f"XXXX-{SEASON_CODES[meaning.season - 1]}")
    return _placed(meaning, season_of(year, meaning.season), anchor, base)


def _quarter(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.n is not None
    make = half_of if meaning.how == "half" else quarter_of
    year, anchor, base = year_for(meaning, context)
    if year is None and meaning.relative is None:
        base, anchor = context.base("said")
        if base is not None:
            year = base.first.year
            # A quarter that has not begun yet is last year's, unless the verb looks ahead.
            if make(year, meaning.n).first > base.first and context.tense <= 0 and not context.narrative:
                year -= 1
    if year is None:
        return _unplaced(meaning, f"XXXX-{'H' if meaning.how == 'half' else 'Q'}{meaning.n}")
    if meaning.fiscal:
        return Resolution("DATE", f"FY{year}-Q{meaning.n}", f"{year:04}~", anchor)
    return _placed(meaning, make(year, meaning.n), anchor, base)


def _weekday(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.weekday is not None
    near = nearest_weekday(meaning, context)
    if near is None:
        return _unplaced(meaning, f"XXXX-WXX-{meaning.weekday}")
    return _placed(meaning, near[0], near[1], near[2])


def _named_day(meaning: Meaning, context: Context) -> Resolution:
    near = named_day(meaning, context)
    if near is None:
        return _unplaced(meaning, "XXXX-XX-XX")
    return _placed(meaning, near[0], near[1], near[2])


def _shift(meaning: Meaning, context: Context) -> Resolution:
    if context.narrative and meaning.word == "today":
        return Resolution("DATE", "PRESENT_REF")
    if meaning.vague:
        return Resolution("DATE", "PAST_REF" if meaning.amount < 0 else "FUTURE_REF")
    base, anchor = context.base(meaning.role)
    if base is None:
        return _unplaced(meaning, PATTERN[meaning.unit])
    if meaning.unit in ("hour", "minute", "second"):
        return Resolution(
            "TIME", f"{base.value}TXX" if base.unit == "day" else PATTERN[meaning.unit], base.edtf, anchor, base.edtf
        )
    unit: Unit = meaning.unit  # type: ignore[assignment]  # the clock units were dealt with above
    if meaning.relative is None and not meaning.amount and unit in ("weekend", "quarter"):
        return _placed(meaning, _latest(unit, base, context), anchor, base)
    amount = meaning.amount
    if amount != int(amount):
        unit, size = HALVED.get(unit, (unit, 1))
        amount = round(amount * size)
    if finer(unit, base.unit) and not (base.unit == "weekend" and unit == "week"):
        return _coarse(meaning, base, unit, anchor)
    found = shift(moment_of(unit, base.first), int(amount))
    resolution = _placed(meaning, found, anchor, base)
    if unit == "week" and base.unit == "day" and not meaning.part:
        return replace(resolution, edtf=_week_edtf(meaning, base.first, found, context))
    if meaning.word == "overnight":
        edtf = f"{add_days(found.first, -1).isoformat()}/{found.first.isoformat()}"
        return Resolution("TIME", resolution.value, edtf, anchor, base.edtf, found)
    return resolution


ORDER = (
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
)


def finer(one: str, other: str) -> bool:
    """Is the one unit shorter than the other?"""
    return ORDER.index(one) < ORDER.index(other)


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


def _duration(meaning: Meaning, context: Context) -> Resolution:
    if meaning.relative is None:
        return Resolution("DURATION", meaning.value)
    base, anchor = context.base(meaning.role)
    if base is None:
        return Resolution("DURATION", meaning.value)
    return Resolution("DURATION", meaning.value, duration_edtf(meaning, base.first), anchor, base.edtf)


def _finished(meaning: Meaning, context: Context) -> Resolution:
    if meaning.value == "PRESENT_REF" and context.said and not context.narrative:
        day = context.said.isoformat()
        return Resolution(meaning.type, meaning.value, day, context.anchor, day)
    return Resolution(meaning.type, meaning.value)


def _clock(meaning: Meaning, context: Context) -> Resolution:
    base, anchor = context.base("told")
    if base is None or base.unit not in ("day", "month", "year"):
        return Resolution("TIME", f"XXXX-XX-XX{meaning.clock}")
    gap = {"day": "", "month": "-XX", "year": "-XX-XX"}[base.unit]
    return Resolution("TIME", f"{base.value}{gap}{meaning.clock}", base.edtf, anchor, base.edtf, base)


RESOLVERS: dict[str, Callable[[Meaning, Context], Resolution]] = {
    "day": _day, "month": _month, "year": _year, "decade": _decade, "century": _century, "season": _season,
    "quarter": _quarter, "half": _quarter, "weekday": _weekday, "named day": _named_day, "shift": _shift,
    "duration": _duration, "set": _finished, "reference": _finished, "clock": _clock,
    "week of month": _week_of_month,
}  # fmt: skip
