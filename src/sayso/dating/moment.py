"""Moment: a stretch of the calendar of some unit, with its TIMEX3 value and its EDTF date or interval."""

import calendar
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

Unit = Literal[
    "day", "weekend", "week", "fortnight", "month", "quarter", "season", "half", "year", "decade", "century", "millennium"
]  # fmt: skip
# All units, those of the clock too, from the shortest to the longest.
LENGTHS = (
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "season", "quarter", "half", "year", "decade",
    "century", "millennium",
)  # fmt: skip
SEASON_CODES = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
# Level 2 of EDTF numbers quarters from 33 and half-years from 40; seasons are 21 to 24.
EDTF_SEASON, EDTF_QUARTER, EDTF_HALF = 20, 32, 39
# Far enough from the ends of Python's calendar that no step of a few years leaves it.
FIRST_YEAR, LAST_YEAR = 100, 9900


class Moment(Struct, frozen=True):
    """A stretch of the calendar: one day, week, month, season, quarter, half-year, year, decade or century.

    unit: its length. first: its first day (a winter begins in December of its year).
    n: which season (1 spring to 4 winter), quarter or half-year of the year; 0 for other units.
    """

    unit: Unit
    first: date
    n: int = 0

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "day":
            return self.first
        if self.unit in ("week", "weekend", "fortnight"):
            return self.first + timedelta({"week": 6, "weekend": 1, "fortnight": 13}[self.unit])
        return add_months(self.first, MONTHS[self.unit]) - timedelta(1)

    @property
    def value(self) -> str:
        """Its TIMEX3 value: "2015-10-01", "2015-W40", "2015-W40-WE", "2015-10", "2015-Q3", "2015-SU", "199", "19"."""
        if self.unit in ("week", "weekend", "fortnight"):
            iso = self.first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
        return self._cut() + {
            "quarter": f"-Q{self.n}", "half": f"-H{self.n}", "season": f"-{SEASON_CODES.get(self.n)}"
        }.get(self.unit, "")  # fmt: skip

    @property
    def edtf(self) -> str:
        """Its EDTF date or interval (level 2 for quarters and half-years)."""
        if self.unit in ("week", "weekend", "fortnight"):
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        code = {"quarter": EDTF_QUARTER, "half": EDTF_HALF, "season": EDTF_SEASON}.get(self.unit)
        if code is not None:
            return f"{self._cut()}-{code + self.n}"
        cut = self._cut()
        return cut + "X" * (4 - len(cut))

    def _cut(self) -> str:
        """Its first day as far as its unit tells it: "2015-10-01", "2015-10", "2015", "201", "20", "2"."""
        return self.first.isoformat()[: DIGITS.get(self.unit, 4)]


# Characters of an ISO date that a unit tells.
DIGITS = {"day": 10, "month": 7, "decade": 3, "century": 2, "millennium": 1}
MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def add_months(day: date, months: int) -> date:
    """The day so many months later (earlier if negative), kept inside the month and the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, FIRST_YEAR), LAST_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """The day so many days later (earlier if negative), kept inside the calendar."""
    ordinal = min(max(day.toordinal() + days, date(FIRST_YEAR, 1, 1).toordinal()), date(LAST_YEAR, 12, 31).toordinal())
    return date.fromordinal(ordinal)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has no such day ("30 February")."""
    if (
        not FIRST_YEAR <= year <= LAST_YEAR
        or not 1 <= month <= 12
        or not 1 <= day <= calendar.monthrange(year, month)[1]
    ):
        return None
    return date(year, month, day)


def finer(one: str, other: str) -> bool:
    """Is the one unit shorter than the other?"""
    return LENGTHS.index(one) < LENGTHS.index(other)


def moment_of(unit: Unit, day: date) -> Moment:
    """The stretch of that unit in which the day lies."""
    match unit:
        case "day":
            return Moment("day", day)
        case "week" | "fortnight":
            return Moment(unit, add_days(day, -day.weekday()))
        case "weekend":
            return Moment("weekend", add_days(day, 5 - day.weekday()))
        case "month":
            return Moment("month", day.replace(day=1))
        case "quarter":
            quarter = (day.month - 1) // 3 + 1
            return quarter_of(day.year, quarter)
        case "half":
            return half_of(day.year, 1 if day.month <= 6 else 2)
        case "season":
            year = day.year - 1 if day.month <= 2 else day.year
            return season_of(year, {0: 4, 1: 1, 2: 2, 3: 3}[day.month % 12 // 3])
        case "year":
            return Moment("year", date(day.year, 1, 1))
        case "decade" | "century" | "millennium":
            size = {"decade": 10, "century": 100, "millennium": 1000}[unit]
            return Moment(unit, date(max(day.year // size * size, 1), 1, 1))


def quarter_of(year: int, quarter: int) -> Moment:
    """A calendar quarter, 1 to 4."""
    return Moment("quarter", date(year, quarter * 3 - 2, 1), quarter)


def half_of(year: int, half: int) -> Moment:
    """A half of a calendar year, 1 or 2."""
    return Moment("half", date(year, half * 6 - 5, 1), half)


def season_of(year: int, season: int) -> Moment:
    """A northern season, 1 spring to 4 winter; winter begins in December of its year."""
    return Moment("season", date(min(max(year, FIRST_YEAR), LAST_YEAR), season * 3, 1), season)


def shift(moment: Moment, amount: int) -> Moment:
    """The stretch of the same unit so many of its own units later (earlier if negative)."""
    if moment.unit in DAYS:
        return Moment(moment.unit, add_days(moment.first, amount * DAYS[moment.unit]))
    if moment.unit == "season":
        return season_of(moment.first.year + amount, moment.n)
    moved = add_months(moment.first, amount * MONTHS[moment.unit])
    return moment_of(moment.unit, moved)
