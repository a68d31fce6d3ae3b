"""Days: EDTF dates as the first and last days that other projects' columns want."""

from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from sayso.comparing.dates import days_of
from sayso.model import Published

WEEK = 7
MONTH = 31


class Stretch(Struct, frozen=True):
    """First and last day ("YYYY-MM-DD"), either None where it is open; length in days, None where open."""

    first: str | None
    last: str | None
    length: int | None


def stretch(edtf: str | None) -> Stretch | None:
    """The days of an EDTF date, interval or set; None where there is none, or one that has no calendar days."""
    days = days_of(edtf)
    if days is None:
        return None
    return Stretch(_day(days.first), _day(days.last), days.length)


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()


def acled_precision(found: Stretch) -> int | None:
    """1 a day, 2 a week, 3 a month; None for what is longer. An open stretch is precise to the month at best."""
    if found.length is None:
        return 3
    if found.length == 1:
        return 1
    if found.length <= WEEK:
        return 2
    return 3 if found.length <= MONTH else None


def ucdp_precision(found: Stretch) -> int:
    """1 a day, 2 two to six days, 3 a week, 4 a month or less, 5 longer or open."""
    if found.length is None or found.length > MONTH:
        return 5
    if found.length == 1:
        return 1
    if found.length < WEEK:
        return 2
    return 3 if found.length == WEEK else 4


def published_before(published: Published, moment: datetime) -> bool:
    """Was it surely published by that moment? A day counts to its end, wherever on earth it ends last; unknown is no."""
    found = stretch(published.edtf)
    if found is None or found.last is None:
        return False
    end = datetime.combine(date.fromisoformat(found.last) + timedelta(days=1), datetime.min.time(), UTC)
    return end + timedelta(hours=12) <= moment
