"""Readers of days: of the calendar, of the month, of the week."""

import re

from sayso.dating.meaning import Meaning, Piece
from sayso.dating.numbers import number_of, year_of
from sayso.dating.pattern import Found
from sayso.dating.readers import MONTHS, WEEKDAYS, Reader, part_of, relation, whole, year_told

STAMP = re.compile(r"(\d\d):(\d\d)(?::[\d.]+)?(z|[+-][\d:]+)?")


def day(found: Found) -> list[Piece]:
    """Monday, Oct. 5, 2015; the 4th of July; June 10 of last year."""
    year, relative, role = year_told(found)
    number = number_of(found.words("day"))
    weekday = WEEKDAYS.get(found.word("wd"))
    unit = "year" if relative is not None else ""
    month = MONTHS[found.word("month")]
    meaning = Meaning(
        "day", year=year, month=month, day=int(number or 0), weekday=weekday, relative=relative, role=role, unit=unit
    )
    return whole(found, meaning)


def day_range(found: Found) -> list[Piece]:
    """Oct. 5-7, 2015: two days."""
    year = year_of(found.word("year")) if found.has("year") else None
    month = MONTHS[found.word("month")]
    ends = [int(number_of(found.words(name)) or 0) for name in ("day", "day2")]
    pieces = []
    for name, number in zip("ab", ends, strict=True):
        first, last = found.extent(name)
        meaning = Meaning("day", year=year, month=month, day=number)
        pieces.append(Piece(first, last, meaning, found.rule.kind, joined=name == "a"))
    return pieces


def numeric_day(found: Found) -> list[Piece]:
    """2015-10-05, 05.10.2015, 10/5/2015: day first unless that is no date, or slashes part them (American order)."""
    word = found.word("iso")
    numbers = [int(piece) for piece in re.split(r"[/.-]", word)]
    if len(word.split("-")[0]) == 4 or numbers[0] > 999:
        year, month, number = numbers
    else:
        one, two, year = numbers
        first_is_month = "/" in word
        month, number = (one, two) if first_is_month else (two, one)
        if month > 12:
            month, number = number, month
        year = year if year > 99 else year_of(f"{year:02}")
    if not (1 <= month <= 12 and 1 <= number <= 31 and 1000 <= year <= 2199):
        return []
    return whole(found, Meaning("day", year=year, month=month, day=number))


def stamp(found: Found) -> list[Piece]:
    """2018-05-14T09:30Z: a day and a clock time, as machines write them."""
    day_, _, clock = found.words("stamp")[0].partition("t")
    year, month, number = (int(piece) for piece in day_.split("-"))
    hours, minutes, zone = STAMP.match(clock).groups()  # type: ignore[union-attr]  # the lexer has matched it
    if not (1 <= month <= 12 and 1 <= number <= 31 and 1000 <= year <= 2199 and int(hours) < 24 and int(minutes) < 60):
        return []
    clock = f"T{hours}:{minutes}{(zone or '').upper()}"
    return whole(found, Meaning("day", "TIME", year=year, month=month, day=number, clock=clock))


def day_of_month(found: Found) -> list[Piece]:
    """The 20th: of the month told last."""
    return whole(found, Meaning("day", day=int(number_of(found.words("day")) or 0), role="told"))


def weekday(found: Found) -> list[Piece]:
    """Friday, last Friday, Friday of next week, the following Monday."""
    words = found.words("rel")
    relative, role = relation(words) if words else (None, "said")
    unit = "week" if "week" in words else "weekday" if words else ""
    day_name = found.words("wd")[0]
    return whole(
        found,
        Meaning("weekday", weekday=WEEKDAYS[day_name], relative=relative, role=role, unit=unit, part=part_of(found)),
    )


def day_in_week(found: Found) -> list[Piece]:
    """Friday the 13th: the day of the week says which."""
    return whole(found, Meaning("weekday", weekday=WEEKDAYS[found.word("wd")]))


def week_at(found: Found) -> list[Piece]:
    """The week of May 7, the week ending 12 May 2018: the one in which that day lies."""
    year = year_of(found.word("year")) if found.has("year") else None
    number = int(number_of(found.words("day")) or 0)
    return whole(found, Meaning("day", year=year, month=MONTHS[found.word("month")], day=number, unit="week"))


def weekday_of(found: Found) -> list[Piece]:
    """The last Sunday of May, the first Monday in October 2018, the second Friday of the month."""
    year_, relative, role = year_told(found)
    number = -1 if found.word("n") in ("last", "final") else int(number_of(found.words("n")) or 1)
    if not -1 <= number <= 5:
        return []
    month_ = MONTHS[found.word("month")] if found.has("month") else None
    unit = "year" if relative is not None else "weekday"
    return whole(
        found,
        Meaning(
            "week of month", year=year_, month=month_, weekday=WEEKDAYS[found.word("wd")], n=number, relative=relative,
            role=role, unit=unit,
        ),
    )  # fmt: skip


DAY_READERS: dict[str, Reader] = {
    "day": day, "day_range": day_range, "numeric_day": numeric_day, "stamp": stamp, "day_of_month": day_of_month,
    "weekday": weekday, "day_in_week": day_in_week, "week_at": week_at, "weekday_of": weekday_of,
}  # fmt: skip
