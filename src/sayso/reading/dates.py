"""Dates as they are printed above reports: their words, and nothing of their meaning beyond that."""

import calendar
import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import Final

from sayso.errors import BadDate

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
MONTH: Final = f"(?:{_MONTH}|{_MONTH.upper()})"
WEEKDAY: Final = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\.?,?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_NUMERIC = rf"(?:{_YEAR}-\d{{2}}-\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR})"
_ZONE = r"(?: ?(?:GMT|UTC|[A-Z]{2,4}T|local time)(?:[+-]\d{1,2})?)"
# A time of day after a date; four bare digits only where "at" or a zone says that they are one ("1500 people").
TIME: Final = (
    rf"(?:,? (?:at )?\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?: ?[AaPp]\.?[Mm]\.?)?{_ZONE}?|,? at \d{{4}}{_ZONE}?"
    rf"|,? \d{{4}}{_ZONE})?"
)
# A date that tells its year: "Wednesday, October 2, 2019", "24 Aug 2013 at 2354", "02.10.2017", "Oct 042017".
FULL_DATE: Final = (
    rf"(?:{WEEKDAY} )?(?:{_NUMERIC}|{MONTH} {_DAY},? {_YEAR}|{MONTH} \d{{2}}{_YEAR}|{_DAY}(?: of)? {MONTH},? {_YEAR})"
)
# A date as datelines have it, with or without its year: "Oct. 2", "2 October", "July 18 2022".
DATE: Final = rf"(?:{FULL_DATE}|(?:{WEEKDAY} )?(?:{MONTH} {_DAY}|{_DAY} {MONTH})|{WEEKDAY})"


def checked_date(given: str | None) -> str | None:
    """A given publication date, which must be a day as "YYYY-MM-DD"; None or blank for none. Raises BadDate."""
    if given is None or not given.strip():
        return None
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
        raise BadDate(given)
    year, month, day = (int(part) for part in given.split("-"))
    if not (year >= dt.MINYEAR and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(max(year, 1), month)[1]):
        raise BadDate(given)
    return given


# Forms that nobody reads in two ways: the month is written out, or stands between year and day.
_ISO_TIME: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?)?")
_SLASHED: Final = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T ].*)?")
_WRITTEN: Final = (
    "%B %d, %Y",
    "%B %d %Y",
    "%b %d, %Y",
    "%b. %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
    "%A, %d %B %Y",
)


def day_of(given: str | None, form: str | None = None) -> str | None:
    """The day of a date or time as sources write it, as "YYYY-MM-DD"; None or blank for none.

    form: how it is written, as strptime has it; without one only forms that cannot be misread are taken, so that
    "02/10/2015" is refused. The day is the one of the clock that the source went by: no zone is converted.
    Raises BadDate.
    """
    if given is None or not (words := " ".join(given.split())):
        return None
    if form is not None:
        try:
            return dt.datetime.strptime(words, form).date().isoformat()  # noqa: DTZ007  # a day has no zone
        except ValueError as error:
            raise BadDate(given) from error
    for match in (_ISO_TIME.fullmatch(words), _COMPACT.fullmatch(words), _SLASHED.fullmatch(words)):
        if match is not None:
            parts = match[1].split("-") if match.re is _ISO_TIME else match.groups()
            return checked_date("-".join(part.zfill(2) for part in parts))
    for written in _WRITTEN:
        try:
            return dt.datetime.strptime(words, written).date().isoformat()  # noqa: DTZ007  # the same
        except ValueError:
            continue
    return _of_mail(given, words)


def _of_mail(given: str, words: str) -> str:
    """The day of a date as mails and feeds write it: "Fri, 02 Oct 2015 23:10:00 -0400"."""
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        raise BadDate(given) from error
