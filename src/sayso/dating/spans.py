"""Readers of relative units, shifts and durations."""

from msgspec.structs import replace

from sayso.dating.meaning import Meaning, Piece
from sayso.dating.moment import finer
from sayso.dating.numbers import number_of, shown
from sayso.dating.pattern import Found
from sayso.dating.readers import MONTHS, WORDS, Reader, part_of, relation, whole

UNITS = WORDS["unit"] | WORDS["units"]
CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "2W", "month": "M",
    "quarter": "Q", "half": "6M", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
VAGUE = {"moments": "minute"}
FRACTIONS = {"half": 0.5, "quarter": 0.25}
# How TIMEX3 writes fractions of a unit: "half an hour" is PT30M.
FRACTIONAL = {
    ("hour", "0.5"): "PT30M", ("hour", "0.25"): "PT15M", ("day", "0.5"): "PT12H", ("year", "0.5"): "P6M",
    ("decade", "0.5"): "P5Y", ("century", "0.5"): "P50Y", ("century", "0.25"): "P25Y",
}  # fmt: skip


def period(unit: str, amount: str) -> str:
    """The TIMEX3 duration: ("hour", "2") is "PT2H", ("year", "X") is "PXY"."""
    code = CODES[unit]
    if (unit, amount) in FRACTIONAL:
        return FRACTIONAL[unit, amount]
    if unit == "fortnight":
        return f"P{shown(2 * float(amount))}W" if amount != "X" else "PXW"
    if unit == "half":
        return f"P{shown(6 * float(amount))}M" if amount != "X" else "PXM"
    return f"PT{amount}{code[1:]}" if code[0] == "T" else f"P{amount}{code}"


def amount_of(found: Found, name: str = "num") -> tuple[str, float, bool]:
    """The amount as TIMEX3 writes it and as a number, and whether it is vague ("a few")."""
    half = 0.5 if found.has("half") else 0.0
    if found.has(name):
        number = (number_of(found.words(name)) or 0.0) + half
        return shown(number), number, False
    some = found.words("some")
    if "dozen" in some and "dozens" not in some:
        number = 6.0 if "half" in some else 24.0 if "two" in some else 12.0
        return shown(number), number, False
    if "couple" in some:
        return "2", 2.0, False
    if some and some[0] in FRACTIONS:
        return shown(FRACTIONS[some[0]]), FRACTIONS[some[0]], False
    if (some and some[0] not in ("a", "an", "another")) or len(some) > 1 or found.has("plural"):
        return "X", 3.0, True
    return shown(1 + half), 1.0 + half, False


def unit_of(found: Found) -> str:
    """The unit the match names."""
    return plain_unit(found.word("unit") or found.word("units") or found.word("plural") or found.word("side"))


def plain_unit(word: str) -> str:
    """The unit that a word names; nights count as days."""
    return "day" if word in ("night", "nights") else VAGUE.get(word) or UNITS[word]


def duration(found: Found) -> list[Piece]:
    """Two weeks, a year and a half, several days, months."""
    amount, number, vague = amount_of(found)
    unit = unit_of(found)
    return whole(
        found, Meaning("duration", "DURATION", value=period(unit, amount), unit=unit, amount=number, vague=vague)
    )


def duration_pair(found: Found) -> list[Piece]:
    """Ten or fifteen years: two durations."""
    unit = unit_of(found)
    pieces = []
    for name, group in (("a", "num"), ("b", "num2")):
        amount = number_of(found.words(group)) or 0.0
        meaning = Meaning("duration", "DURATION", value=period(unit, shown(amount)), unit=unit, amount=amount)
        pieces.append(Piece(*found.extent(name), meaning, found.rule.kind))
    return pieces


def compound_duration(found: Found) -> list[Piece]:
    """Two hours and 30 minutes."""
    one, two = plain_unit(found.word("unit")), plain_unit(found.word("unit2"))
    if not finer(two, one):
        return []
    numbers = [shown(number_of(found.words(name)) or 0.0) for name in ("num", "num2")]
    first, second = period(one, numbers[0]), period(two, numbers[1])
    value = first + (second[2:] if "T" in first and "T" in second else second[1:])
    return whole(found, Meaning("duration", "DURATION", value=value, unit=one, amount=float(numbers[0])))


def rel_unit(found: Found) -> list[Piece]:
    """Last week, this month, the following year, the same day, the end of the year, later that month."""
    words = found.words("rel")
    relative, role = relation(words) if words else (0, "told")
    unit = unit_of(found)
    if (
        relative == -1
        and words[0] == "the"
        and words[-1] in ("past", "last")
        and unit != "day"
        and not found.has("part")
    ):
        # "The past year" is a stretch up to now; "last year" is a date.
        value = period(unit, "1")
        return whole(found, Meaning("duration", "DURATION", value=value, unit=unit, amount=1, relative=-1))
    return whole(
        found, Meaning("shift", unit=unit, relative=relative, amount=relative or 0, role=role, part=part_of(found))
    )


def the_unit(found: Found) -> list[Piece]:
    """The weekend; the quarter: the one told last, else the latest whole one."""
    return whole(found, Meaning("shift", unit=unit_of(found), relative=None, role="told"))


def year_back(found: Found) -> list[Piece]:
    """The year-ago quarter: four before the latest whole one; the prior-year period, year-earlier: the year before."""
    if found.word("unit") == "quarter":
        return whole(found, Meaning("shift", unit="quarter", amount=-5))
    return whole(found, Meaning("shift", unit="year", amount=-1))


def quarter_century(found: Found) -> list[Piece]:
    """A quarter century, a quarter of a century."""
    return whole(found, Meaning("duration", "DURATION", value="P25Y", unit="year", amount=25))


def the_period(found: Found) -> list[Piece]:
    """For the year: the one told last, else the year of publication."""
    return whole(found, Meaning("shift", unit=unit_of(found), relative=0, role="told", word="the year"))


def years_end(found: Found) -> list[Piece]:
    """Year's end, month-end, year-end 2014."""
    if found.has("year"):
        return whole(found, Meaning("year", year=int(found.word("year")), part="CLOSE"))
    return whole(found, Meaning("shift", unit=unit_of(found), relative=0, part="CLOSE"))


def week_of(found: Found) -> list[Piece]:
    """The last week of August: a week long, or a day."""
    year = int(found.word("year")) if found.has("year") else None
    number = (
        -1
        if found.word("n") in ("last", "final")
        else 1
        if found.word("n") == "opening"
        else int(number_of(found.words("n")) or 1)
    )
    return whole(
        found, Meaning("week of month", year=year, month=MONTHS[found.word("month")], unit=found.word("unit"), n=number)
    )


def rel_duration(found: Found) -> list[Piece]:
    """The past two weeks, the next few days, recent months."""
    words = found.words("rel")
    units = found.word("unit") or found.word("units")
    if not found.has("num") and not found.has("some"):
        if units in WORDS["unit"]:
            return []
        amount, number, vague = "X", 3.0, True
    else:
        amount, number, vague = amount_of(found)
    unit = plain_unit(units)
    forward = any(word in ("next", "coming", "following", "ensuing") for word in words)
    backward = any(word in ("last", "past", "recent", "previous", "preceding") for word in words)
    told = any(word in ("following", "previous", "preceding", "ensuing") for word in words)
    relative = 1 if forward else -1 if backward else None
    meaning = Meaning(
        "duration", "DURATION", value=period(unit, amount), unit=unit, amount=number, vague=vague, relative=relative,
        role="told" if told else "said",
    )  # fmt: skip
    return whole(found, meaning)


def shifted(found: Found) -> list[Piece]:
    """Two weeks ago, three days later, months earlier, a week from tomorrow."""
    _, number, vague = amount_of(found)
    unit = unit_of(found)
    words = found.words("shift")
    if words == ["on"] or (words == ["prior"] and vague):
        return []
    back = words[0] in ("ago", "earlier", "before", "previously", "beforehand", "prior")
    said = words[0] in ("ago", "hence", "from") or words[-1] in ("today", "tomorrow", "time")
    if unit == "fortnight":
        unit, number = "week", 2 * number
    if "yesterday" in words or "tomorrow" in words:
        number += (1 if "tomorrow" in words else -1) / {"day": 1, "week": 7}.get(unit, 365)
    if unit in ("second", "minute", "hour"):
        meaning = Meaning(
            "shift", "TIME", unit=unit, amount=-number if back else number, vague=vague, role="said" if said else "told"
        )
    else:
        meaning = Meaning(
            "shift", unit=unit, amount=-number if back else number, vague=vague, role="said" if said else "told"
        )
    return whole(found, meaning)


def day_beside(found: Found) -> list[Piece]:
    """The day before, the year after."""
    unit = found.word("side")
    amount = -1 if found.word("shift") in ("before", "earlier") else 1
    clock = "TNI" if unit == "night" else ""
    return whole(
        found,
        Meaning(
            "shift", "TIME" if clock else "DATE", unit="day" if clock else unit, amount=amount, role="told", clock=clock
        ),
    )


def beyond(found: Found) -> list[Piece]:
    """The week before last, the month after next."""
    unit = found.word("side")
    amount = -2 if found.word("shift") == "before last" else 2
    clock = "TNI" if unit == "night" else ""
    meaning = Meaning(
        "shift", "TIME" if clock else "DATE", unit="day" if clock else unit, relative=amount, amount=amount
    )
    return whole(found, replace(meaning, clock=clock))


def from_weekday(found: Found) -> list[Piece]:
    """A week from Monday: so many weeks after the coming one."""
    number = number_of(found.words("num")) or 1.0
    weeks = number * (2 if unit_of(found) == "fortnight" else 1)
    day = WORDS["weekday"][found.word("wd")]
    return whole(found, Meaning("weekday", weekday=int(day), relative=1, unit="weekday", amount=weeks))


def lengthy(found: Found) -> list[Piece]:
    """Weeklong, yearlong."""
    return whole(found, Meaning("duration", "DURATION", value=WORDS["lengthy"][found.word("long")]))


SPAN_READERS: dict[str, Reader] = {
    "duration": duration, "duration_pair": duration_pair, "compound_duration": compound_duration, "rel_unit": rel_unit,
    "the_unit": the_unit, "year_back": year_back, "quarter_century": quarter_century, "the_period": the_period, "years_end": years_end, "rel_duration": rel_duration, "week_of": week_of,
    "shifted": shifted, "day_beside": day_beside, "beyond": beyond, "from_weekday": from_weekday, "lengthy": lengthy,
}  # fmt: skip
