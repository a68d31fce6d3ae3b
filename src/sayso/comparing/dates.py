"""EDTF dates as ranges of days, to be compared."""

import calendar
import re
from datetime import date

from msgspec import Struct

POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T[^/,\]]*)?[~?%]?")
OPEN = ("..", "")
NAMED = re.compile(
    r"\b((mon|tues|wednes|thurs|fri|satur|sun)day|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept(ember)?|oct(ober)?"
    r"|nov(ember)?|dec(ember)?|yesterday|today)\b",
    re.IGNORECASE,
)


class Days(Struct, frozen=True):
    """A range of days, both ends included, as ordinals of `datetime.date`; None is an open or unknown end."""

    first: int | None
    last: int | None

    def meets(self, other: "Days") -> bool:
        """Do the ranges share a day? An open end reaches as far as need be."""
        return _before(self.first, other.last) and _before(other.first, self.last)

    @property
    def length(self) -> int | None:
        """Number of days; None for an open range."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


def days_of(edtf: str | None) -> Days | None:
    """The days that an EDTF date, interval or set spans; None for none, or one that is not understood."""
    if not edtf:
        return None
    if edtf[0] in "[{":
        parts = [days_of(part.strip()) for part in re.split(r",|\.\.", edtf[1:-1]) if part.strip()]
        known = [part for part in parts if part is not None]
        return Days(_least(known), _greatest(known)) if known else None
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        first, last = _point(start), _point(end)
        if (first is None and start not in OPEN) or (last is None and end not in OPEN):
            return None
        return Days(first.first if first else None, last.last if last else None)
    return _point(edtf)


def names_a_day(words: str) -> bool:
    """Do the words of a time name a day, and not an hour of one that is told elsewhere ("at 10:39 a.m.")?"""
    return NAMED.search(words) is not None


def _point(edtf: str) -> Days | None:
    match = POINT.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if not 1 <= year <= date.max.year or (month and not 1 <= int(month) <= 12):  # seasons ("2015-21") are not compared
        return None
    first_month, last_month = (int(month), int(month)) if month else (1, 12)
    last_day = calendar.monthrange(year, last_month)[1]
    if day and not 1 <= int(day) <= last_day:
        return None
    first = date(year, first_month, int(day) if day else 1)
    last = date(year, last_month, int(day) if day else last_day)
    return Days(first.toordinal(), last.toordinal())


def _before(first: int | None, last: int | None) -> bool:
    return first is None or last is None or first <= last


def _least(parts: list[Days]) -> int | None:
    firsts = [part.first for part in parts]
    return None if None in firsts else min(first for first in firsts if first is not None)


def _greatest(parts: list[Days]) -> int | None:
    lasts = [part.last for part in parts]
    return None if None in lasts else max(last for last in lasts if last is not None)
