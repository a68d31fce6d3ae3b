"""infer_publication: the day of publication when nobody gives it, read off the text or narrowed by what it tells.

A year is never guessed silently: what stays open is a set of candidates, each with its score and reasons.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec
from msgspec import Struct

from sayso.dating.finding import read
from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.moment import day_of
from sayso.dating.tense import Tenses
from sayso.model import DateCandidate, Document, Parse, Published, Span

KnownYears = Sequence[tuple[str, int | None, int | None]]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A line that says when the text was published: a date, and little else.
LINE_WORDS = re.compile(
    r"(?i)\b(published|updated|posted|date|on|by|at|last|modified|first|issued|created|of|publication)\b|[\W_]+"
)
TIME_WORDS = re.compile(r"\d|am|pm|gmt|utc|est|edt|ist|monday|tuesday|wednesday|thursday|friday|saturday|sunday")
# So many letters more may stand beside them.
BESIDES = 2
HEAD, LINES = 1500, 12
# Where it is night, it is another day.
CLOSE = timedelta(days=1)
UPDATED, BEFORE = re.compile(r"(?i)\b(updated|modified|revised)\b"), 30
# News names what ended for a while; this many years after the last one known, a name no longer fits.
GRACE = 1
# The day of publication after the day that the report calls by these words.
DAYS_AGO = {"today": timedelta(0), "yesterday": timedelta(days=1)}
# What stands between such a word and its date.
BESIDE = frozenset({"(", ",", "the"})


class Clues(Struct, frozen=True):
    """What the text tells of its own date.

    month, day: of the dateline. weekday: the latest day that the text tells by name (ISO), with its spans.
    latest: the latest full date, month or year that the text tells as past; the last words that tell it.
    """

    month: int
    day: int
    evidence: tuple[Span, ...]
    weekday: int | None = None
    weekday_spans: tuple[Span, ...] = ()
    latest: date | None = None
    latest_words: str = ""


def infer_publication(
    document: Document, parse: Parse, known_years: KnownYears, first_year: int, last_year: int
) -> Published:
    """The publication of a document whose date was not given.

    known_years: (name found in the text, first and last year in which it is active, None where open).
    first_year, last_year: the bounds of the candidates. Returns what was given if there is such, unless the article itself
    prints another day; "read" when the dateline or a line of its own prints a full date, or the head of the report says which
    day is today or yesterday; "inferred" with a set of candidates when the dateline tells month and day; else "unknown".
    """
    if document.published.edtf is not None:
        return _unless_printed(document, parse)
    lexed, pieces = read(document.text, parse)
    printed = _printed(document, lexed, pieces) or _said_today(lexed, pieces)
    if printed is not None:
        return printed
    clues = _clues(document, parse, lexed, pieces)
    if clues is None:
        return Published()
    ranked = _ranked(clues, known_years, first_year, last_year)
    if not ranked:
        return Published(evidence=clues.evidence)
    days = sorted(candidate.edtf for candidate in ranked)
    edtf = days[0] if len(days) == 1 else f"[{','.join(days)}]"
    return Published(edtf, "inferred", tuple(ranked), (*clues.evidence, *clues.weekday_spans))


def _unless_printed(document: Document, parse: Parse) -> Published:
    """The publication as it was given, or the day that the article prints where that is another by more than a day.

    Catalogues mix up days and months, and date a report by what it tells; of FA-KES' 784 articles 176 print another day than
    their record has. A line that tells of an update says nothing of what was published before it.
    """
    given = document.published
    if given.how != "given" or given.date is None:
        return given
    lexed, pieces = read(document.text[:HEAD], parse)
    printed = _printed(document, lexed, pieces)
    if printed is None or printed.edtf is None:
        return given
    late = date.fromisoformat(printed.edtf) - date.fromisoformat(given.date)
    start = printed.evidence[0].start
    if abs(late) <= CLOSE or (late > CLOSE and UPDATED.search(document.text, max(0, start - BEFORE), start)):
        return given
    because = f"given with the article, which prints {printed.edtf}"
    return msgspec.structs.replace(printed, candidates=(DateCandidate(given.date, 0.0, because),))


def _span(lexed: Lexed, piece: Piece) -> Span:
    return Span(lexed.starts[piece.first], lexed.ends[piece.last - 1])


def _printed(document: Document, lexed: Lexed, pieces: Sequence[Piece]) -> Published | None:
    """The full date that the dateline, or a line of its own near the head, prints."""
    dateline = document.dateline.span if document.dateline is not None else None
    for piece in pieces:
        meaning, span = piece.meaning, _span(lexed, piece)
        if meaning.how != "day" or meaning.year is None or meaning.month is None or meaning.day is None:
            continue
        found = day_of(meaning.year, meaning.month, meaning.day)
        if found is None:
            continue
        if (dateline is not None and dateline.covers(span)) or _own_line(document, span):
            return Published(found.isoformat(), "read", (), (span,))
    return None


def _said_today(lexed: Lexed, pieces: Sequence[Piece]) -> Published | None:
    """The day that the head of the report calls today's or yesterday's: "said today (July 28, 2022)"."""
    for said, dated in pairwise(pieces):
        word = lexed.words[said.first] if said.last == said.first + 1 else ""
        meaning, span = dated.meaning, Span(_span(lexed, said).start, _span(lexed, dated).end)
        if word not in DAYS_AGO or span.end > HEAD or meaning.how != "day":
            continue
        if any(one not in BESIDE for one in lexed.words[said.last : dated.first]):
            continue
        if meaning.year is not None and meaning.month is not None and meaning.day is not None:
            found = day_of(meaning.year, meaning.month, meaning.day)
            if found is not None:
                return Published((found + DAYS_AGO[word]).isoformat(), "read", (), (span,))
    return None


def _own_line(document: Document, span: Span) -> bool:
    """Does the date stand near the head with nothing but words such as "Published", on a line or in what is left out of the report?"""
    text = document.text
    if span.start > HEAD or text.count("\n", 0, span.start) > LINES:
        return False
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text))
    stretches = [line] if "\n" in text.strip() else []
    stretches += [one.span for one in document.left_out if one.span.covers(span)]
    return any(_bare(text[one.start : span.start] + " " + text[span.end : one.end]) for one in stretches)


def _bare(words: str) -> bool:
    """Are they next to nothing but numbers and words such as "Published", "GMT" and days?"""
    return len(TIME_WORDS.sub("", LINE_WORDS.sub("", words).lower())) <= BESIDES


def _clues(document: Document, parse: Parse, lexed: Lexed, pieces: Sequence[Piece]) -> Clues | None:
    """What the text tells of its date; None when its dateline tells no month and day."""
    dateline = document.dateline
    if dateline is None or dateline.date is None:
        return None
    tenses = Tenses(parse)
    month = day = None
    weekdays: list[tuple[int, Span]] = []
    latest: tuple[date, str] | None = None
    for piece in pieces:
        meaning, span = piece.meaning, _span(lexed, piece)
        if dateline.span.covers(span):
            if meaning.how == "day" and meaning.month is not None:
                month, day = meaning.month, meaning.day
            continue
        ahead = tenses.tense(span.start, span.end) > 0
        if meaning.how == "weekday" and meaning.weekday is not None and meaning.relative is None and not ahead:
            weekdays.append((meaning.weekday, span))
        elif meaning.year is not None and not ahead and not meaning.bc and not meaning.fiscal:
            found = _earliest(meaning)
            if found is not None and (latest is None or found > latest[0]):
                latest = found, span.words(document.text)
    if month is None or day is None:
        return None
    last = latest_weekday([number for number, _ in weekdays])
    spans = tuple(span for number, span in weekdays if number == last)
    return Clues(month, day, (dateline.date,), last, spans, *(latest or (None, "")))


def _earliest(meaning: Meaning) -> date | None:
    """The first day of a dated expression; None for one that no calendar has."""
    assert meaning.year is not None
    return day_of(meaning.year, meaning.month or 1, meaning.day or 1)


def latest_weekday(numbers: Sequence[int]) -> int | None:
    """The latest of the weekdays that a report names, as days of one week counted back from its own; None for none.

    Of all days of the week it is the one from which the others lie back the least: of Wednesday, Thursday and Friday it
    is Friday; of Sunday and Monday it is Monday.
    """
    if not numbers:
        return None
    found = sorted(set(numbers))
    counts = {number: numbers.count(number) for number in found}
    return min(found, key=lambda end: (max((end - one) % 7 for one in found), -counts[end], end))


def _ranked(clues: Clues, known_years: KnownYears, first_year: int, last_year: int) -> list[DateCandidate]:
    """The candidates, best first; what narrows is dropped, the weakest first, when it would leave none."""
    days = [
        day for year in range(first_year, last_year + 1) if (day := day_of(year, clues.month, clues.day)) is not None
    ]
    if clues.latest is not None:
        days = _kept(days, [day for day in days if clues.latest is not None and day >= clues.latest])
    days = _kept(days, [day for day in days if all(first is None or day.year >= first for _, first, _ in known_years)])
    fitting = [day for day in days if clues.weekday is None or day.isoweekday() == clues.weekday]
    if not fitting and clues.weekday is not None:
        # The report may have been written on the day after the latest one it names.
        fitting = [day for day in days if (day.isoweekday() - clues.weekday) % 7 == 1]
    days = _kept(days, fitting)
    days = _kept(
        days, [day for day in days if all(last is None or day.year <= last + GRACE for _, _, last in known_years)]
    )
    scored = [(_weight(day, clues, known_years), day) for day in days]
    total = sum(weight for weight, _ in scored)
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [
        DateCandidate(day.isoformat(), round(weight / total, 4), _because(day, clues, known_years))
        for weight, day in scored
    ]


def _kept(before: list[date], after: list[date]) -> list[date]:
    return after or before


def _weight(day: date, clues: Clues, known_years: KnownYears) -> float:
    """More for a year inside all names' years and close to the latest date that the text prints."""
    weight = 1.0
    for _, _, last in known_years:
        if last is not None and day.year > last:
            weight *= 0.3
    if clues.latest is not None:
        weight /= 1 + max(0, day.year - clues.latest.year) / 2
    return weight


def _because(day: date, clues: Clues, known_years: KnownYears) -> str:
    reasons = []
    if clues.weekday is not None:
        named = WEEKDAYS[clues.weekday - 1]
        if day.isoweekday() == clues.weekday:
            reasons.append(f"the latest day that the text names is {named}, and {day.isoformat()} is a {named}")
        else:
            reasons.append(f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}, and the text names {named}")
    else:
        reasons.append("the dateline tells the day, and no weekday narrows the year")
    if clues.latest is not None and day >= clues.latest:
        reasons.append(f'the text tells "{clues.latest_words}" as past')
    for name, first, last in known_years:
        reasons.append(f'"{name}" is active {_years(first, last)}')
    return "; ".join(reasons)


def _years(first: int | None, last: int | None) -> str:
    if first is not None and last is not None:
        return f"from {first} to {last}"
    if first is not None:
        return f"from {first}"
    return f"until {last}" if last is not None else "at times unknown"
