"""Readers of days counted from now, parts of the day, repetitions, broad references, ages and clock times."""

import re

from sayso.dating.days import DAY_READERS
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.numbers import ORDINALS, number_of, shown
from sayso.dating.pattern import Found
from sayso.dating.readers import MONTHS, WEEKDAYS, WORDS, Reader, relation, whole
from sayso.dating.spans import SPAN_READERS, amount_of, period, plain_unit, unit_of
from sayso.dating.steps import STEP_READERS
from sayso.dating.years import SEASONS, YEAR_READERS

DAYPARTS = WORDS["daypart"] | WORDS["dayparts"] | {"first light": "MO", "last light": "EV"}
DEICTIC_DAYS = {
    "today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def deictic_day(found: Found) -> list[Piece]:
    """Today, yesterday, tonight, overnight."""
    word = found.word("word")
    clock = "TNI" if word in ("tonight", "overnight") else ""
    return whole(
        found,
        Meaning("shift", "TIME" if clock else "DATE", unit="day", amount=DEICTIC_DAYS[word], clock=clock, word=word),
    )


def rel_daypart(found: Found) -> list[Piece]:
    """This morning, last night, that evening, the next morning; the last night is that of a stay or a meeting."""
    if found.words("rel") == ["last"] and found.lexed.words[found.first - 1 : found.first] == ["the"]:
        return []
    relative, role = relation(found.words("rel"))
    return whole(
        found,
        Meaning("shift", "TIME", unit="day", amount=relative or 0, role=role, clock=f"T{DAYPARTS[found.word('dp')]}"),
    )


def daypart(found: Found) -> list[Piece]:
    """In the morning, at night."""
    return whole(found, Meaning("clock", "TIME", role="told", clock=f"T{DAYPARTS[found.word('dp')]}"))


def early_hours(found: Found) -> list[Piece]:
    """The early hours."""
    return whole(found, Meaning("clock", "TIME", role="told", clock="TMO"))


def history_reference(found: Found) -> list[Piece]:
    """Former, future, at the time: marked in histories only."""
    word = found.word("word")
    value = {"former": "PAST_REF", "recent": "PAST_REF", "current": "PRESENT_REF", "future": "FUTURE_REF"}.get(
        word, "PRESENT_REF"
    )
    return whole(found, Meaning("reference", value=value, word="history"))


def every(found: Found) -> list[Piece]:
    """Every day, each Monday, every two weeks, every other year."""
    word = found.word("unit")
    words = found.lexed.words[found.first : found.last]
    if word in WEEKDAYS:
        dp = found.words("dp")
        value = f"XXXX-WXX-{WEEKDAYS[word]}" + (f"T{DAYPARTS[dp[0]]}" if dp else "")
    elif word in SEASONS:
        value = f"XXXX-{('SP', 'SU', 'FA', 'WI')[SEASONS[word] - 1]}"
    elif word in MONTHS:
        value = f"XXXX-{MONTHS[word]:02}"
    elif word in DAYPARTS:
        value = f"XXXX-XX-XXT{DAYPARTS[word]}"
    else:
        amount = (
            "2"
            if {"other", "couple", "alternate"}.intersection(words)
            else "X"
            if "few" in words
            else amount_of(found)[0]
        )
        value = period(plain_unit(word), str(ORDINALS[found.word("n")]) if found.has("n") else amount)
    quant = "EACH" if "each" in words else "EVERY"
    return whole(found, Meaning("set", "SET", value=value, quant=quant, freq=TIMES.get(words[0], "")))


def often(found: Found) -> list[Piece]:
    """Daily, annual."""
    return whole(found, Meaning("set", "SET", value=WORDS["often"][found.word("often")]))


def weekdays(found: Found) -> list[Piece]:
    """Mondays, Saturday nights."""
    dp = found.words("dp")
    clock = f"T{DAYPARTS[dp[0]]}" if dp else ""
    number = WEEKDAYS[found.word("wds")]
    alternate = found.has("alternate")
    return whole(
        found,
        Meaning(
            "set", "SET", value=f"XXXX-WXX-{number}{clock}", weekday=None if clock or alternate else number,
            quant="EVERY" if alternate else "",
        ),
    )  # fmt: skip


def general_days(found: Found) -> list[Piece]:
    """On weekdays, at weekends."""
    return whole(found, Meaning("set", "SET", value=WORDS["generaldays"][found.word("days")], word="general"))


def most(found: Found) -> list[Piece]:
    """Most nights, most Fridays."""
    word = found.word("what")
    if word in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[word]}"
    else:
        value = f"XXXX-XX-XXT{DAYPARTS[word]}" if word in DAYPARTS else period(plain_unit(word), "1")
    return whole(found, Meaning("set", "SET", value=value, quant="MOST"))


# How often within each: once, twice; "three times" and "three days" are counted.
TIMES = {"once": "1X", "twice": "2X", "thrice": "3X"}


def _frequency(found: Found) -> str:
    """TIMEX3's freq: "2X" for twice, "3X" for three times, "12H" for 12 hours; "" for none."""
    if found.has("num"):
        unit = plain_unit(found.word("span")) if found.has("span") else ""
        return f"{shown(number_of(found.words('num')) or 0.0)}{FREQUENCY[unit]}"
    return TIMES.get(found.word("times"), "")


FREQUENCY = {"": "X", "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}


def rate(found: Found) -> list[Piece]:
    """Twice a week, once a month, per day, three days a week, five times daily."""
    if found.has("span") and plain_unit(found.word("span")) not in FREQUENCY:
        return []
    value = WORDS["often"][found.word("often")] if found.has("often") else period(unit_of(found), "1")
    words = found.lexed.words[found.first : found.last]
    quant = "EVERY" if "every" in words else "EACH" if "each" in words else ""
    return whole(found, Meaning("set", "SET", value=value, quant=quant, freq=_frequency(found)))


UNMARKED = frozenset({"as", "of", "to", "by", "since", "until", "during", "before", "from", "not", "so"})


def reference(found: Found) -> list[Piece]:
    """Now, recently, in the past, one day."""
    words = found.words("word")
    if words == ["this", "day"]:
        value = "PRESENT_REF"
    elif (
        words[-1] in ("past", "recently", "lately", "formerly", "previously", "ago")
        or words[-2:] == ["that", "time"]
        or words[:2] == ["the", "other"]
    ):
        value = "PAST_REF"
    elif words[-1] in ("future", "soon", "someday") or words in (["one", "day"], ["some", "day"]):
        value = "FUTURE_REF"
    else:
        value = "PRESENT_REF"
    first = found.first
    # The preposition is no part of the expression: "in [the past]", "as of [now]", "at [present]" stays whole.
    while found.lexed.words[first] in UNMARKED or (first == found.first and words[:2] == ["at", "that"]):
        first += 1
    return [Piece(first, found.last, Meaning("reference", value=value), found.rule.kind)]


def age(found: Found) -> list[Piece]:
    """18 years old, a 48-year-old, a century old."""
    number = number_of(found.words("num")) or 0.0 if found.has("num") else amount_of(found)[1]
    return whole(found, Meaning("duration", "DURATION", value=period(unit_of(found), shown(number)), word="age"))


def clock_beside(found: Found) -> list[Piece]:
    """Half past six, a quarter to nine in the evening."""
    hours = int(number_of(found.words("hour")) or 0)
    if not 1 <= hours <= 12:
        return []
    words = found.words("beside")
    minutes = 30 if "half" in words else 15 if "past" in words else -15
    late = found.word("dp") in ("afternoon", "evening", "night")
    whole_minutes = 60 * (hours % 12 + (12 if late else 0 if found.has("dp") or hours < 12 else 12)) + minutes
    return whole(
        found, Meaning("clock", "TIME", role="told", clock=f"T{whole_minutes // 60 % 24:02}:{whole_minutes % 60:02}")
    )


def clock(found: Found) -> list[Piece]:
    """11 a.m., 10:57, 1900 GMT, noon."""
    zone = WORDS["zone"].get(found.word("zone"), "")
    if found.has("word"):
        return whole(
            found, Meaning("clock", "TIME", role="told", clock=f"T{WORDS['clockword'][found.word('word')]}{zone}")
        )
    hour = found.word("hour")
    spelled = number_of([hour]) if not hour[0].isdigit() else None
    digits = re.findall(r"\d+", hour)
    hours, minutes = (
        (int(spelled or 0), 0) if spelled is not None else (int(digits[0]), int(digits[1]) if len(digits) > 1 else 0)
    )
    if len(digits) == 1 and len(digits[0]) == 4:
        hours, minutes = divmod(int(digits[0]), 100)
    if found.has("mer"):
        hours = hours % 12 + (12 if found.word("mer") == "pm" else 0)
    if found.word("dp") in ("afternoon", "evening", "night") and hours < 12:
        hours += 12
    if hours > 24 or minutes > 59:
        return []
    return whole(found, Meaning("clock", "TIME", role="told", clock=f"T{hours:02}:{minutes:02}{zone}"))


READERS: dict[str, Reader] = DAY_READERS | YEAR_READERS | SPAN_READERS | STEP_READERS | {
    "deictic_day": deictic_day, "rel_daypart": rel_daypart, "daypart": daypart, "early_hours": early_hours,
    "history_reference": history_reference, "every": every, "often": often, "weekdays": weekdays, "rate": rate, "per": rate,
    "reference": reference, "age": age, "clock": clock, "clock_beside": clock_beside, "general_days": general_days, "most": most,
}  # fmt: skip
