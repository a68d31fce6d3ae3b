"""EDTF dates as the two day columns of a row."""

from datetime import date
from functools import lru_cache

from sayso.comparing.dates import days_of

OPEN_END = "9999-12-31"


@lru_cache(maxsize=65_536)
def day_columns(edtf: str | None) -> tuple[str, str]:
    """First and last day as YYYY-MM-DD; ("", "") where unknown.

    An open end is 9999-12-31; an open beginning has the last day for its first.
    """
    days = days_of(edtf)
    if days is None or (days.first is None and days.last is None):
        return "", ""
    first = days.first if days.first is not None else days.last
    assert first is not None
    last = OPEN_END if days.last is None else date.fromordinal(days.last).isoformat()
    return date.fromordinal(first).isoformat(), last
