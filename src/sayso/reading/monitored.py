"""Headers of monitored broadcasts and wires: "NORTH PORT (ISLANDIA), 3 JAN 90 (RADIO NORTH) -- [REPORT] [TEXT] ...".

Monitoring services (FBIS, BBC Monitoring and their like) print the place with its country, the day with two digits of its year,
the station, and in square brackets what kind of piece it is and who speaks in it.
"""

import re
from calendar import monthrange
from typing import Final

from sayso.model import Dateline, Span
from sayso.reading.dates import MONTH

HEADER: Final = re.compile(
    rf"(?P<place>[^\W\d_][^\d,()\[\]\n]{{1,40}}?)(?: \((?P<country>[^\d()\n]{{2,40}})\))?,"
    rf" (?:(?P<date>\d{{1,2}} {MONTH}(?: (?P<year>(?:\d\d)?\d\d))?)|(?i:no date))"
    r"(?: \((?P<agency>[^()\n]{2,80})\))? ?(?P<dash>--|—|–) ?(?P<labels>(?:\[[^\[\]\n]{2,300}\] ?)*)"
)
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SHORT: Final = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})[a-z]*\.? (?P<year>\d\d)", re.IGNORECASE)
FIRST_YEAR: Final = 40
NOWHERE: Final = frozenset({"clandestine", "no city", "no place", "place not given", "unknown"})


def header_at(text: str, start: int) -> tuple[Dateline, int] | None:
    """The header at start, with its labels, and where the report begins; None for an ordinary dateline or for none."""
    match = HEADER.match(text, start)
    if match is None or not _is_monitored(match):
        return None
    place: Span | None = Span(*match.span("place"))
    if match["place"].casefold() in NOWHERE:
        place = _span(match, "country")
    span = Span(match.start(), match.start() + len(match.group().rstrip()))
    return Dateline(span, place, _span(match, "date"), _span(match, "agency")), match.end()


def day_of_header(words: str) -> str | None:
    """The day of "3 JAN 90", as "YYYY-MM-DD"; None for words that are no such day.

    Years from 40 on are of the twentieth century: monitoring began in the war.
    """
    match = SHORT.fullmatch(words)
    if match is None:
        return None
    year = int(match["year"]) + (1900 if int(match["year"]) >= FIRST_YEAR else 2000)
    month, day = MONTHS.index(match["month"].casefold()) + 1, int(match["day"])
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else None


def _is_monitored(match: re.Match[str]) -> bool:
    """Whether anything tells it from the dateline of a paper: labels, a short year, no day at all, no place."""
    return bool(
        match["labels"] or not match["date"] or len(match["year"] or "") == 2 or match["place"].casefold() in NOWHERE
    )


def _span(match: re.Match[str], name: str) -> Span | None:
    return Span(*match.span(name)) if match[name] else None
