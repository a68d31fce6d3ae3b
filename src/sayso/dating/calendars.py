"""Calendars: on which day of a year the feasts of several calendars fall."""

from datetime import date, timedelta

# The day numbers (proleptic Gregorian, as Python counts) of 1 Tishri of the Hebrew year 1 and 1 Muharram of year 1.
HEBREW_EPOCH, ISLAMIC_EPOCH = -1_373_427, 227_014


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second ... (-1: the last) such weekday of a month; a fifth that is not there lies in the next month."""
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return end - timedelta((end.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, as Meeus prints it)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    length = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * length) // 451
    month, day = divmod(h + length - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches: the Julian computus (Meeus), as a Gregorian date."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> date:
    """The Hebrew new year in the autumn of a year (Dershowitz and Reingold, Calendrical Calculations)."""
    hebrew = year + 3761
    before, here, after = (_elapsed(hebrew + step) for step in (-1, 0, 1))
    # It is put off where a year would else have a length that is not allowed.
    delay = 2 if after - here == 356 else int(here - before == 382)
    return date.fromordinal(HEBREW_EPOCH + here + delay)


def _elapsed(hebrew: int) -> int:
    """Days from the epoch to the molad of a Hebrew year, postponed by the rule of the weekdays."""
    months = (235 * hebrew - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def islamic_day(year: int, month: int, day: int) -> date | None:
    """The first such day of the tabular Islamic calendar in a Gregorian year; None where none falls in it.

    Months begin when the moon is seen, so that the true day may differ by one, seldom two.
    """
    for islamic in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        past = 354 * (islamic - 1) + (3 + 11 * islamic) // 30 + 29 * (month - 1) + month // 2
        found = date.fromordinal(ISLAMIC_EPOCH + past + day - 1)
        if found.year == year:
            return found
    return None
