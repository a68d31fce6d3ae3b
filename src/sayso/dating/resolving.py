"""From what an expression says to what it means in its context: TIMEX3 value, EDTF, anchor."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from sayso.dating.antiquity import resolve_ancient
from sayso.dating.calendars import nth_weekday
from sayso.dating.choosing import nearest_day, nearest_month, nearest_season, nearest_weekday, year_for
from sayso.dating.context import Context, Resolution
from sayso.dating.meaning import Meaning
from sayso.dating.moment import (
    FIRST_YEAR,
    LAST_YEAR,
    Moment,
    add_days,
    day_of,
    half_of,
    moment_of,
    quarter_of,
    season_of,
)
from sayso.dating.named import is_sighted, named_day
from sayso.dating.outcome import placed, unplaced
from sayso.dating.shifts import resolve_same_day, resolve_shift
from sayso.dating.stretches import duration_edtf

SEASON_CODES = ("SP", "SU", "FA", "WI")


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """What the meaning amounts to in the context. Never raises; an expression without an anchor stays relative."""
    if meaning.bc or context.ancient is not None:
        resolution = resolve_ancient(meaning, context)
        if resolution is not None:
            return resolution
    return RESOLVERS[meaning.how](meaning, context)


def _year(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.year is not None
    year = meaning.year
    if meaning.word == "short" and context.narrative and context.told is not None:
        year += (context.told.first.year - year) // 100 * 100
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Resolution("DATE", f"{year:04}", f"{year:04}")
    return placed(meaning, Moment("year", date(year, 1, 1)))


def _decade(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.n is not None
    if meaning.unit == "century":
        base, anchor = context.base("said")
        if base is None:
            return unplaced(meaning, "XXX")
        decade = (base.first.year // 100 + (meaning.relative or 0)) * 10 + meaning.n
        return placed(meaning, moment_of("decade", date(decade * 10 + 1, 1, 1)), anchor, base)
    return placed(meaning, moment_of("decade", date(meaning.n * 10 + 1, 1, 1)))


def _century(meaning: Meaning, _context: Context) -> Resolution:
    assert meaning.n is not None
    if meaning.bc:
        return Resolution("DATE", f"BC{meaning.n - 1:02}", f"-{meaning.n * 100 - 1:04}/-{meaning.n * 100 - 100:04}")
    if not 2 <= meaning.n <= 90:
        return Resolution("DATE", f"{meaning.n - 1:02}")
    return placed(meaning, Moment("century", date(meaning.n * 100 - 100, 1, 1)))


def _month(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.month is not None
    year, anchor, base = year_for(meaning, context)
    if year is None and meaning.relative is None:
        near = nearest_month(meaning.month, context)
        if near is not None:
            return placed(meaning, near[0], near[1], near[2])
    if year is None:
        return unplaced(meaning, f"XXXX-{meaning.month:02}")
    return placed(meaning, Moment("month", date(year, meaning.month, 1)), anchor, base)


def _day(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.day is not None
    if meaning.month is None:
        return _day_of_told_month(meaning, context)
    year, anchor, base = year_for(meaning, context)
    if year is None and meaning.relative is None:
        near = nearest_day(meaning.month, meaning.day, meaning.weekday, context)
        if near is not None:
            return placed(meaning, _or_its_week(meaning, near[0]), near[1], near[2])
    if year is not None:
        found = day_of(year, meaning.month, meaning.day)
        if found is not None:
            return placed(meaning, _or_its_week(meaning, Moment("day", found)), anchor, base)
        return unplaced(meaning, f"{year:04}-{meaning.month:02}-{meaning.day:02}")
    return unplaced(meaning, f"XXXX-{meaning.month:02}-{meaning.day:02}")


def _or_its_week(meaning: Meaning, day: Moment) -> Moment:
    """The day; the week in which it lies for "the week of May 7"."""
    return moment_of("week", day.first) if meaning.unit == "week" else day


def _day_of_told_month(meaning: Meaning, context: Context) -> Resolution:
    """The 20th: of the month told last, else of the month of publication."""
    assert meaning.day is not None
    base, anchor = context.base("told")
    if base is not None and base.unit in ("day", "month"):
        found = day_of(base.first.year, base.first.month, meaning.day)
        if found is not None:
            return placed(meaning, Moment("day", found), anchor, base)
    return unplaced(meaning, f"XXXX-XX-{meaning.day:02}")


def _week_of_month(meaning: Meaning, context: Context) -> Resolution:
    """The first week of May, the last day or Sunday of the month: the week by its days, the day by its date."""
    if meaning.month is None:
        base, _ = context.base("told")
        month = moment_of("month", base.first) if base is not None else None
    else:
        month = _month(meaning, context).moment
    if meaning.weekday is not None:
        found = nth_weekday(month.first.year, month.first.month, meaning.weekday, meaning.n or 1) if month else None
        if found is None or month is None or found.month != month.first.month:
            return unplaced(meaning, f"XXXX-WXX-{meaning.weekday}")
        return placed(meaning, Moment("day", found))
    if month is None:
        return Resolution(
            meaning.type, meaning.value or {"week": "P1W", "weekend": "P1WE", "day": "XXXX-XX-XX"}[meaning.unit]
        )
    number = meaning.n or 1
    if meaning.type == "DURATION":
        days = int(meaning.amount) * (7 if meaning.unit == "week" else 1)
        first = add_days(month.last, 1 - days) if number < 0 else month.first
        edtf = f"{first.isoformat()}/{add_days(first, days - 1).isoformat()}"
        return Resolution("DURATION", meaning.value, edtf, "none", None, month)
    if meaning.unit == "day":
        first = month.last if number < 0 else add_days(month.first, number - 1)
        return placed(meaning, Moment("day", first))
    if meaning.unit == "weekend":
        first = moment_of("weekend", month.last if number < 0 else add_days(month.first, number * 7 - 7)).first
        return placed(meaning, Moment("weekend", first))
    first = add_days(month.last, -6) if number < 0 else add_days(month.first, number * 7 - 7)
    return Resolution("DATE", "P1W", f"{first.isoformat()}/{add_days(first, 6).isoformat()}", "none", None, month)


def _season(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.season is not None
    year, anchor, base = year_for(meaning, context)
    if year is None:
        near = nearest_season(meaning, context)
        if near is not None:
            return placed(meaning, near[0], near[1], near[2])
        return unplaced(meaning, f"XXXX-{SEASON_CODES[meaning.season - 1]}")
    return placed(meaning, season_of(year, meaning.season), anchor, base)


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
        return unplaced(meaning, f"XXXX-{'H' if meaning.how == 'half' else 'Q'}{meaning.n}")
    if meaning.fiscal:
        return Resolution("DATE", f"FY{year}-Q{meaning.n}", f"{year:04}~", anchor)
    return placed(meaning, make(year, meaning.n), anchor, base)


def _weekday(meaning: Meaning, context: Context) -> Resolution:
    assert meaning.weekday is not None
    near = nearest_weekday(meaning, context)
    if near is None:
        return unplaced(meaning, f"XXXX-WXX-{meaning.weekday}")
    return placed(meaning, near[0], near[1], near[2])


def _named_day(meaning: Meaning, context: Context) -> Resolution:
    near = named_day(meaning, context)
    if near is None:
        return unplaced(meaning, "XXXX-XX-XX")
    if meaning.unit == "weekend":
        return placed(meaning, _weekend_at(near[0].first), near[1], near[2])
    resolution = placed(meaning, near[0], near[1], near[2])
    # The months of the Islamic calendar begin when the moon is seen, so that its feasts are sure to a day or so.
    return replace(resolution, edtf=f"{near[0].edtf}~") if is_sighted(meaning.word) else resolution


def _weekend_at(day: date) -> Moment:
    """The weekend that a holiday makes long: the one before a Monday or Tuesday, else that of its week."""
    return moment_of("weekend", add_days(day, -3) if day.isoweekday() <= LONG_WEEKEND else day)


# The last day of the week whose holiday lengthens the weekend before.
LONG_WEEKEND = 2


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
    # News that tells a year does not tell the day of its clock times by that.
    if base is None or base.unit not in (("day", "month", "year") if context.narrative else ("day", "month")):
        return Resolution("TIME", f"XXXX-XX-XX{meaning.clock}")
    gap = {"day": "", "month": "-XX", "year": "-XX-XX"}[base.unit]
    return Resolution("TIME", f"{base.value}{gap}{meaning.clock}", base.edtf, anchor, base.edtf, base)


RESOLVERS: dict[str, Callable[[Meaning, Context], Resolution]] = {
    "day": _day, "month": _month, "year": _year, "decade": _decade, "century": _century, "season": _season,
    "quarter": _quarter, "half": _quarter, "weekday": _weekday, "named day": _named_day, "shift": resolve_shift,
    "same day": resolve_same_day,
    "duration": _duration, "set": _finished, "reference": _finished, "clock": _clock,
    "week of month": _week_of_month,
}  # fmt: skip
