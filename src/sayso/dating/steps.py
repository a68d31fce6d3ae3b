"""Readers of the very day so many units away, of what lies ahead, and of a month's first or last days."""

from sayso.dating.meaning import Meaning, Piece
from sayso.dating.numbers import number_of, shown
from sayso.dating.pattern import Found
from sayso.dating.readers import MONTHS, WORDS, Reader, part_of, whole
from sayso.dating.spans import period, plain_unit, unit_of


def ago_weekday(found: Found) -> list[Piece]:
    """A week ago Tuesday, two Sundays ago: so many weeks before the last one."""
    number = number_of(found.words("num")) or 1.0
    if found.has("wds"):
        weeks, day = number - 1, WORDS["weekdays"][found.word("wds")]
    else:
        weeks, day = number * (2 if unit_of(found) == "fortnight" else 1), WORDS["weekday"][found.word("wd")]
    return whole(found, Meaning("weekday", weekday=int(day), relative=-1, unit="weekday", amount=weeks))


def ago_today(found: Found) -> list[Piece]:
    """A week ago today, three years ago tomorrow: the very day so many units back."""
    number = number_of(found.words("num")) or 1.0
    nearer = {"yesterday": -1, "tomorrow": 1}.get(found.word("day"), 0)
    return whole(found, Meaning("same day", unit="day", amount=nearer, n=-int(number), value=unit_of(found)))


def same_day(found: Found) -> list[Piece]:
    """This time last year, the same day next week."""
    number = -1 if found.word("rel") == "last" else 1
    return whole(found, Meaning("same day", unit="day", n=number, value=unit_of(found)))


def ahead(found: Found) -> list[Piece]:
    """The year ahead, the days to come."""
    unit = unit_of(found)
    number = (
        number_of(found.words("num")) if found.has("num") else None if found.words("unit")[0] in WORDS["units"] else 1.0
    )
    value = period(unit, shown(number) if number is not None else "X")
    return whole(
        found,
        Meaning("duration", "DURATION", value=value, unit=unit, amount=number or 3.0, vague=number is None, relative=1),
    )  # fmt: skip


def new_year(found: Found) -> list[Piece]:
    """The new year: the coming one, or in its first months this one."""
    return whole(found, Meaning("shift", unit="year", relative=1, amount=1, word="new year", part=part_of(found)))


def stretch_of(found: Found) -> list[Piece]:
    """The last two weeks of August: so many days at an end of the month."""
    number = number_of(found.words("num")) or 1.0
    unit = plain_unit(found.word("units"))
    return whole(
        found,
        Meaning(
            "week of month", "DURATION", value=period(unit, shown(number)), unit=unit, amount=number,
            n=-1 if found.word("n") in ("last", "final") else 1, month=MONTHS[found.word("month")],
            year=int(found.word("year")) if found.has("year") else None,
        ),
    )  # fmt: skip


def multi(found: Found) -> list[Piece]:
    """A multi-year contract."""
    return whole(found, Meaning("duration", "DURATION", value=period(unit_of(found), "X")))


STEP_READERS: dict[str, Reader] = {
    "ago_weekday": ago_weekday, "ago_today": ago_today, "same_day": same_day, "ahead": ahead, "new_year": new_year,
    "stretch_of": stretch_of, "multi": multi,
}  # fmt: skip
