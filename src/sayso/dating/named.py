"""Named days: holidays, and days of history that go by a name."""

import functools
import re
from datetime import date, timedelta

from sayso.dating.calendars import easter, islamic_day, nth_weekday, orthodox_easter, rosh_hashanah
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


def is_sighted(name: str) -> bool:
    """Is the day of a calendar whose months begin when the moon is seen?"""
    return day_rules()[name].startswith("islamic")


def day_in(rule: str, year: int) -> date | None:
    """The day on which the rule falls in a year."""
    counted = COUNTED.fullmatch(rule)
    if counted is not None:
        return CALENDARS[counted.group(1)](year) + timedelta(int(counted.group(2)))
    pieces = [int(piece) for piece in re.findall(r"-?\d+", rule) if ":" in rule]
    if rule.startswith("islamic") and len(pieces) == 2:
        return islamic_day(year, *pieces)
    if len(pieces) == 3:
        return nth_weekday(year, *pieces)
    pieces = [int(piece) for piece in rule.split("-") if piece.isdigit()]
    if len(pieces) == 3:
        return day_of(*pieces)
    if len(pieces) != 2:
        raise BadResource("resources/times/days.tsv", f"not a rule: {rule}")
    return day_of(year, *pieces)


CALENDARS = {"easter": easter, "pascha": orthodox_easter, "rosh": rosh_hashanah}
COUNTED = re.compile(r"(easter|pascha|rosh)([+-]\d+)")


def named_day(meaning: Meaning, context: Context) -> tuple[Moment, Anchor, Moment] | None:
    """The day that the name means in the context: one day of history, or the holiday nearest by tense."""
    rule = day_rules()[meaning.word]
    if rule.count("-") == 2 and rule[0].isdigit():
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
