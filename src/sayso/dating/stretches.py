"""EDTF of parts of a stretch ("late 2014") and of stretches counted back or ahead ("the past two weeks")."""

from datetime import date

from sayso.dating.meaning import Meaning
from sayso.dating.moment import MONTHS, Moment, add_days, add_months

# Months of the parts of a year: early is its first quarter, late its last, the middle the four between.
YEAR_PARTS = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}
DECADE_PARTS = {
    "START": (0, 3),
    "OPEN": (0, 1),
    "MID": (4, 6),
    "END": (7, 9),
    "CLOSE": (8, 9),
    "H1": (0, 4),
    "H2": (5, 9),
}


def part_edtf(moment: Moment, part: str) -> str:
    """EDTF of a part of a year, decade or century; shorter stretches stay whole (a part of a month is its month)."""
    if not part:
        return moment.edtf
    year = moment.first.year
    if moment.unit == "month" and part in ("H1", "H2"):
        month = moment.edtf
        return f"{month}-01/{month}-15" if part == "H1" else f"{month}-16/{moment.last.isoformat()}"
    if moment.unit == "year":
        if part in YEAR_PARTS:
            first, last = YEAR_PARTS[part]
            return f"{year:04}-{first:02}/{year:04}-{last:02}"
        return f"{year:04}-{1 if part == 'OPEN' else 12:02}~"
    if moment.unit in ("decade", "century"):
        size = 1 if moment.unit == "decade" else 10
        first, last = DECADE_PARTS[part]
        return f"{year + first * size:04}/{year + last * size + size - 1:04}"
    return moment.edtf


def duration_edtf(meaning: Meaning, on: date) -> str:
    """EDTF of "the past two weeks" or "the next few months", counted from a day."""
    sign = meaning.relative or -1
    near, far = _end(meaning, on), _far_end(meaning, on, sign)
    return f"{far}/{near}" if sign < 0 else f"{near}/{far}"


def _end(meaning: Meaning, on: date) -> str:
    if meaning.unit in ("year", "decade", "century"):
        return f"{on.year:04}"
    if meaning.unit == "month" and meaning.vague:
        return f"{on.year:04}-{on.month:02}"
    return on.isoformat()


def _far_end(meaning: Meaning, on: date, sign: int) -> str:
    """The far end: the exact day of a number of days or weeks; the approximate day, month or year of a vague one."""
    unit, amount = meaning.unit, meaning.amount
    if unit in ("second", "minute", "hour"):
        days = -(-amount // {"hour": 24, "minute": 1440, "second": 86400}[unit])
        return add_days(on, sign * int(max(days, 1))).isoformat()
    if unit in ("day", "weekend") or (unit in ("week", "fortnight") and not meaning.vague):
        size = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit]
        days = 4 if meaning.vague else amount * size
        return add_days(on, sign * int(days)).isoformat() + ("~" if meaning.vague else "")
    months = 1 if unit in ("week", "fortnight") else int(amount * MONTHS[unit])
    far = add_months(on, sign * months)
    if unit in ("year", "decade", "century", "millennium"):
        return f"{far.year:04}~"
    if meaning.vague:
        return f"{far.year:04}-{far.month:02}~"
    return far.isoformat()
