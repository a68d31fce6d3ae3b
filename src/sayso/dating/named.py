"""Named days: holidays, and days of history that go by a name."""

import functools
from datetime import date, timedelta

from sayso.dating.context import Context
from sayso.dating.meaning import Meaning
from sayso.dating.moment import FIRST_YEAR, LAST_YEAR, Moment, day_of
from sayso.errors import BadResource
from sayso.model import Anchor
from sayso.resources.times import load_days


@functools.cache
def day_rules() -> dict[str, str]:
    """Name in lower case -> rule."""
    return {day.name: day.rule for day in load_days()}


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


def day_in(rule: str, year: int) -> date | None:
    """The day on which the rule falls in a year."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule[6:]))
    if ":" in rule:
        month, weekday, which = (int(piece) for piece in rule.split(":"))
        if which > 0:
            first = date(year, month, 1)
            return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return end - timedelta((end.isoweekday() - weekday) % 7)
    pieces = [int(piece) for piece in rule.split("-")]
    if len(pieces) == 3:
        return day_of(*pieces)
    if len(pieces) != 2:
        raise BadResource("resources/times/days.tsv", f"not a rule: {rule}")
    return day_of(year, *pieces)


def named_day(meaning: Meaning, context: Context) -> tuple[Moment, Anchor, Moment] | None:
    """The day that the name means in the context: one day of history, or the holiday nearest by tense."""
    rule = day_rules()[meaning.word]
    if rule.count("-") == 2 and not rule.startswith("easter"):
        only = day_in(rule, 0)
        return None if only is None else (Moment("day", only), "none", Moment("day", only))
    if meaning.year is not None:
        found = day_in(rule, meaning.year) if FIRST_YEAR <= meaning.year <= LAST_YEAR else None
        return None if found is None else (Moment("day", found), "none", Moment("day", found))
    base, anchor = context.base(meaning.role)
    if base is None:
        return None
    year = base.first.year
    if meaning.unit == "year" and meaning.relative is not None:
        year += meaning.relative
    this = day_in(rule, year)
    if this is None:
        return None
    if meaning.unit != "year" and not context.narrative:
        ahead = (this - base.first).days
        if meaning.relative == 1 or context.tense > 0:
            year += ahead < 0
        elif meaning.relative == -1 or context.tense < 0 or ahead > 60:
            year -= ahead > 0 or (meaning.relative == -1 and ahead == 0)
    found = day_in(rule, year)
    return None if found is None else (Moment("day", found), anchor, base)
