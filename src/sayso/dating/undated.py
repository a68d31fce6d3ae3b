"""Years of days in a text whose day of publication nobody knows, from what the text itself prints.

"On July 17" is of the year in which the text elsewhere puts July 17, of the year of the day told shortly before, or, where
it names its weekday, of the latest year told or the one after, if the calendar has them together there. A year that none
of these tells stays open.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.moment import day_of
from sayso.dating.tense import Tenses

# A day told with its year carries the days so many characters behind it.
REACH = 700
# "On 28 December 2021 ... on 3 January": a day told next lies no more months than that after the one told before, or one before it.
AFTER, BEFORE = 6, 1
# News prints a year of its own time: a day whose weekday does not fit the latest year told or the next is left open.
YEARS = 2
MONTHS = 12


def with_years(pieces: Sequence[Piece], lexed: Lexed, tenses: Tenses) -> list[Piece]:
    """The pieces, days without a year in the year that the text tells for them."""
    printed: dict[tuple[int, int], set[int]] = {}
    for month, day, year in _printed(pieces):
        printed.setdefault((month, day), set()).add(year)
    latest = max(_years_told(pieces, lexed, tenses), default=None)
    out: list[Piece] = []
    told: tuple[int, int, int] | None = None
    for piece in pieces:
        at = lexed.starts[piece.first]
        near = told[:2] if told is not None and at - told[2] <= REACH else None
        meaning = _in_its_year(piece.meaning, printed, near, latest)
        out.append(replace(piece, meaning=meaning))
        if meaning.how == "day" and meaning.year is not None and meaning.month is not None and not meaning.bc:
            told = meaning.year, meaning.month, at
    return out


def _in_its_year(
    meaning: Meaning, printed: dict[tuple[int, int], set[int]], near: tuple[int, int] | None, latest: int | None
) -> Meaning:
    """A day without a year with the one that the text tells for it; anything else as it is."""
    if meaning.how != "day" or meaning.year is not None or meaning.relative is not None or meaning.month is None:
        return meaning
    return replace(meaning, year=_year(meaning, printed, near, latest))


def _printed(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    """Month, day and year of the full dates."""
    for piece in pieces:
        meaning = piece.meaning
        if meaning.how == "day" and not meaning.bc and meaning.year and meaning.month and meaning.day:
            yield meaning.month, meaning.day, meaning.year


def _years_told(pieces: Sequence[Piece], lexed: Lexed, tenses: Tenses) -> Iterator[int]:
    """The years that the text prints and does not look ahead to."""
    for piece in pieces:
        meaning = piece.meaning
        if meaning.year is not None and not meaning.bc and not meaning.fiscal:
            start, end = lexed.starts[piece.first], lexed.ends[piece.last - 1]
            if tenses.tense(start, end) <= 0:
                yield meaning.year


def _year(
    meaning: Meaning, printed: dict[tuple[int, int], set[int]], near: tuple[int, int] | None, latest: int | None
) -> int | None:
    """The year of a day of a month. near: year and month of the day told shortly before."""
    assert meaning.month is not None
    assert meaning.day is not None
    same = printed.get((meaning.month, meaning.day), set())
    if len(same) == 1:
        return next(iter(same))
    if meaning.weekday is not None:
        return None if latest is None else _on_weekday(meaning.month, meaning.day, meaning.weekday, latest)
    if near is None:
        return None
    steps = (meaning.month - near[1] + BEFORE) % MONTHS - BEFORE
    if not -BEFORE <= steps <= AFTER:
        return None
    return near[0] + (near[1] - 1 + steps) // MONTHS


def _on_weekday(month: int, day: int, weekday: int, first: int) -> int | None:
    """The first year or the next, in whichever the day is that weekday: it is so in one year of them at most."""
    for year in range(first, first + YEARS):
        found = day_of(year, month, day)
        if found is not None and found.isoweekday() == weekday:
            return year
    return None
