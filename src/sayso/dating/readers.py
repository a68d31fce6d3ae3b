"""Readers of dates: from a match of a pattern to what it says. The other readers stand in `spans` and `clocks`."""

import re
from collections.abc import Callable
from typing import Literal

from msgspec.structs import replace

from sayso.dating.meaning import How, Meaning, Piece, Role
from sayso.dating.modifiers import mod_of
from sayso.dating.numbers import ORDINALS, number_of, year_of
from sayso.dating.pattern import Found
from sayso.resources.times import load_words

Reader = Callable[[Found], list[Piece]]
WORDS = load_words()
MONTHS = {word: int(value) for name in ("month", "mon") for word, value in WORDS[name].items()}
WEEKDAYS = {word: int(value) for name in ("weekday", "wkd", "weekdays") for word, value in WORDS[name].items()}
SEASONS = {word: int(value) for word, value in WORDS["season"].items()}
PARTS = WORDS["part"] | WORDS["partof"] | {"later": "", "earlier": "", "latter": "END", "first": "H1", "second": "H2"}
DEICTIC = {word: int(value) for word, value in WORDS["deictic"].items()}
ANAPHORIC = {word: int(value) for word, value in WORDS["anaphoric"].items()}


def whole(found: Found, meaning: Meaning) -> list[Piece]:
    """The one expression that the whole match is, with what the words before its amount or day make of it."""
    mod = mod_of(found.words("about")) or mod_of(found.words("mod"))
    if mod is not None:
        meaning = replace(meaning, mod=mod)
    return [Piece(found.first, found.last, meaning, found.rule.kind)]


def part_of(found: Found) -> str:
    """START, MID, END or ""."""
    words = (*found.words("part"), *found.words("part2"))
    return next((PARTS[word] for word in words if PARTS.get(word)), "")


def relation(words: list[str]) -> tuple[int | None, Role]:
    """What "last", "this same", "the following" say: -1, 0, 1, and what it is counted from."""
    told = any(word in ANAPHORIC for word in words)
    for word in words:
        if word in ANAPHORIC:
            return ANAPHORIC[word], "told"
    for word in words:
        if word in ("past", "coming", "current", "upcoming", "last", "next"):
            # "the next day" goes on from what was told; "next week" is counted from the day of publication.
            role: Role = "told" if words[0] == "the" and word == "next" else "said"
            return DEICTIC[word], role
    if "this" in words:
        return 0, "said"
    if "the" in words or "of" in words:
        return 0, "told"
    return None, "told" if told else "said"


def _year(found: Found) -> tuple[int | None, int | None, Role]:
    """The year; or the relation of a relative one and its role."""
    if found.has("year"):
        bc = found.word("era") in ("bc", "bce")
        return int(number_of(found.words("year")) or 0) if bc else year_of(found.word("year")), None, "said"
    if found.has("relyear"):
        relative, role = relation(found.words("relyear"))
        return None, relative, role
    return None, None, "said"


def day(found: Found) -> list[Piece]:
    """Monday, Oct. 5, 2015; the 4th of July; June 10 of last year."""
    year, relative, role = _year(found)
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


STAMP = re.compile(r"(\d\d):(\d\d)(?::[\d.]+)?(z|[+-][\d:]+)?")


def day_of_month(found: Found) -> list[Piece]:
    """The 20th: of the month told last."""
    return whole(found, Meaning("day", day=int(number_of(found.words("day")) or 0), role="told"))


def month(found: Found) -> list[Piece]:
    """October, early October 2015, last October, October of that year."""
    return whole(found, _in_year(found, "month", month=MONTHS[found.word("month")]))


def _in_year(
    found: Found, how: Literal["month", "season"], month: int | None = None, season: int | None = None
) -> Meaning:
    """A month or season, of a year that is told or of one beside ("last")."""
    year, relative, role = _year(found)
    unit = "year" if relative is not None else ""
    if found.has("rel"):
        relative, role = relation(found.words("rel"))
        unit = how
    bc = found.word("era") in ("bc", "bce")
    return Meaning(
        how, bc=bc, year=year, month=month, season=season, relative=relative, role=role, unit=unit, part=part_of(found)
    )


def year(found: Found) -> list[Piece]:
    """2015, mid-2015, the end of 2015, 264 BC."""
    bc = found.word("era") in ("bc", "bce")
    number = int(number_of(found.words("year")) or 0) if found.has("era") else year_of(found.word("year"))
    return whole(found, Meaning("year", year=number, bc=bc, part=part_of(found))) if number else []


def bare_year(found: Found) -> list[Piece]:
    """490: a year before Christ, where the text counts so."""
    return whole(
        found, Meaning("year", year=int(number_of(found.words("year")) or 0), part=part_of(found), word="bare")
    )


def short_year(found: Found) -> list[Piece]:
    """'89: of the century of the text's other dates."""
    return whole(found, Meaning("year", year=year_of(found.word("year")), part=part_of(found), word="short"))


def year_range(found: Found) -> list[Piece]:
    """1915-17: two years."""
    first = year_of(found.word("year"))
    second = first // 100 * 100 + int(found.word("year2"))
    if second <= first:
        return [Piece(*found.extent("a"), Meaning("year", year=first), found.rule.kind)]
    return [
        Piece(*found.extent("a"), Meaning("year", year=first), found.rule.kind, joined=True),
        Piece(*found.extent("b"), Meaning("year", year=second), found.rule.kind),
    ]


def bc_range(found: Found) -> list[Piece]:
    """264 to 241 BC: two years."""
    years = [int(number_of(found.words(name)) or 0) for name in ("year", "year2")]
    if years[0] <= years[1]:
        return []
    pieces = zip("ab", years, strict=True)
    return [
        Piece(*found.extent(name), Meaning("year", year=number, bc=True), found.rule.kind, joined=name == "a")
        for name, number in pieces
    ]


def decade(found: Found) -> list[Piece]:
    """The 1990s, the late '80s, the early nineties."""
    if found.has("word"):
        number = 1900 + int(WORDS["decadeword"][found.word("word")])
    else:
        digits = "".join(char for char in found.word("decade") if char.isdigit())
        number = int(digits) if len(digits) == 4 else (1900 if int(digits) > 20 else 2000) + int(digits)
    return whole(found, Meaning("decade", n=number // 10, part=part_of(found)))


def decade_of(found: Found) -> list[Piece]:
    """The first decade of the century, the last decade of the 19th century."""
    number = 10 if found.word("n") == "last" else int(number_of(found.words("n")) or 0)
    if not 1 <= number <= 10:
        return []
    if found.has("cent"):
        first = (int(number_of(found.words("cent")) or 1) - 1) * 10
        return whole(found, Meaning("decade", n=first + number - 1))
    relative = -1 if found.words("rel")[-1] in ("last", "past") else 0
    return whole(found, Meaning("decade", n=number - 1, unit="century", relative=relative))


def century(found: Found) -> list[Piece]:
    """The 18th century, the late first century BC."""
    words = found.words("n")
    number = int(number_of(words) or 0)
    if number <= 0:
        return []
    return whole(found, Meaning("century", n=number, bc=found.word("era") in ("bc", "bce"), part=part_of(found)))


def season(found: Found) -> list[Piece]:
    """Summer 2015, last winter, that same spring, the fall."""
    return whole(found, _in_year(found, "season", season=SEASONS[found.word("season")]))


def quarter(found: Found) -> list[Piece]:
    """The third quarter of 1998, Q3, H1 2017, the second half of last year."""
    if found.has("q"):
        letter, digit = sorted(found.word("q"), reverse=True)
        number, what = int(digit), "half" if letter == "h" else "quarter"
        if what == "half" and not found.has("year"):
            return []
    else:
        words = found.words("n")
        what = found.word("what")
        last = {"final": 4, "latter": 2}.get(words[0])
        number = last or int(number_of(words) or 0)
    year_, relative, role = _year(found)
    if not 1 <= number <= (2 if what == "half" else 4):
        return []
    unit = "year" if relative is not None else ""
    how: How = "half" if what == "half" else "quarter"
    return whole(
        found, Meaning(how, year=year_, n=number, relative=relative, role=role, unit=unit, part=part_of(found))
    )


def fiscal(found: Found) -> list[Piece]:
    """Fiscal 2015, FY15, the first quarter of fiscal 2015."""
    number = year_of(found.word("year"))
    which = ORDINALS.get(found.word("q"))
    if which is not None and which <= 4:
        return whole(found, Meaning("quarter", year=number, n=which, fiscal=True))
    return whole(found, Meaning("year", year=number, fiscal=True, part=part_of(found)))


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
    year_, relative, role = _year(found)
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


DATE_READERS: dict[str, Reader] = {
    "day": day, "day_range": day_range, "numeric_day": numeric_day, "stamp": stamp, "day_of_month": day_of_month,
    "month": month, "decade_of": decade_of,
    "year": year, "short_year": short_year, "bare_year": bare_year, "year_range": year_range, "bc_range": bc_range, "decade": decade,
    "century": century, "season": season, "quarter": quarter, "fiscal": fiscal, "weekday": weekday,
    "day_in_week": day_in_week, "week_at": week_at, "weekday_of": weekday_of,
}  # fmt: skip
