"""Readers of months, seasons, quarters, years, decades and centuries."""

from typing import Literal

from sayso.dating.meaning import How, Meaning, Piece
from sayso.dating.numbers import ORDINALS, number_of, year_of
from sayso.dating.pattern import Found
from sayso.dating.readers import MONTHS, WORDS, Reader, part_of, relation, whole, year_told

SEASONS = {word: int(value) for word, value in WORDS["season"].items()}


def month(found: Found) -> list[Piece]:
    """October, early October 2015, last October, October of that year."""
    return whole(found, _in_year(found, "month", month=MONTHS[found.word("month")]))


def season(found: Found) -> list[Piece]:
    """Summer 2015, last winter, that same spring, the fall."""
    return whole(found, _in_year(found, "season", season=SEASONS[found.word("season")]))


def _in_year(
    found: Found, how: Literal["month", "season"], month: int | None = None, season: int | None = None
) -> Meaning:
    """A month or season, of a year that is told or of one beside ("last")."""
    year, relative, role = year_told(found)
    unit = "year" if relative is not None else ""
    if found.has("rel"):
        relative, role = relation(found.words("rel"))
        unit = how
    bc = found.word("era") in ("bc", "bce")
    return Meaning(
        how, bc=bc, year=year, month=month, season=season, relative=relative, role=role, unit=unit, part=part_of(found)
    )


def quarter(found: Found) -> list[Piece]:
    """The third quarter of 1998, Q3, H1 2017, the second half of last year."""
    if found.has("q"):
        letter, digit = sorted(found.word("q"), reverse=True)
        number, what = int(digit), "half" if letter == "h" else "quarter"
        if what == "half" and not found.has("year"):
            return []
    else:
        words = found.words("n")
        what = found.word("what")
        last = {"final": 4, "latter": 2}.get(words[0])
        number = last or int(number_of(words) or 0)
    year_, relative, role = year_told(found)
    if not 1 <= number <= (2 if what == "half" else 4):
        return []
    unit = "year" if relative is not None else ""
    how: How = "half" if what == "half" else "quarter"
    return whole(
        found, Meaning(how, year=year_, n=number, relative=relative, role=role, unit=unit, part=part_of(found))
    )


def fiscal(found: Found) -> list[Piece]:
    """Fiscal 2015, FY15, the first quarter of fiscal 2015."""
    number = year_of(found.word("year"))
    which = ORDINALS.get(found.word("q"))
    if which is not None and which <= 4:
        return whole(found, Meaning("quarter", year=number, n=which, fiscal=True))
    return whole(found, Meaning("year", year=number, fiscal=True, part=part_of(found)))


def year(found: Found) -> list[Piece]:
    """2015, mid-2015, the end of 2015, 264 BC."""
    bc = found.word("era") in ("bc", "bce")
    number = int(number_of(found.words("year")) or 0) if found.has("era") else year_of(found.word("year"))
    return whole(found, Meaning("year", year=number, bc=bc, part=part_of(found))) if number else []


def bare_year(found: Found) -> list[Piece]:
    """490: a year before Christ, where the text counts so."""
    return whole(
        found, Meaning("year", year=int(number_of(found.words("year")) or 0), part=part_of(found), word="bare")
    )


def short_year(found: Found) -> list[Piece]:
    """'89: of the century of the text's other dates."""
    return whole(found, Meaning("year", year=year_of(found.word("year")), part=part_of(found), word="short"))


def year_range(found: Found) -> list[Piece]:
    """1915-17: two years."""
    first = year_of(found.word("year"))
    second = first // 100 * 100 + int(found.word("year2"))
    if second <= first:
        return [Piece(*found.extent("a"), Meaning("year", year=first), found.rule.kind)]
    return [
        Piece(*found.extent("a"), Meaning("year", year=first), found.rule.kind, joined=True),
        Piece(*found.extent("b"), Meaning("year", year=second), found.rule.kind),
    ]


def bc_range(found: Found) -> list[Piece]:
    """264 to 241 BC: two years."""
    years = [int(number_of(found.words(name)) or 0) for name in ("year", "year2")]
    if years[0] <= years[1]:
        return []
    pieces = zip("ab", years, strict=True)
    return [
        Piece(*found.extent(name), Meaning("year", year=number, bc=True), found.rule.kind, joined=name == "a")
        for name, number in pieces
    ]


def decade(found: Found) -> list[Piece]:
    """The 1990s, the late '80s, the early nineties."""
    if found.has("word"):
        number = 1900 + int(WORDS["decadeword"][found.word("word")])
    else:
        digits = "".join(char for char in found.word("decade") if char.isdigit())
        number = int(digits) if len(digits) == 4 else (1900 if int(digits) > 20 else 2000) + int(digits)
    return whole(found, Meaning("decade", n=number // 10, part=part_of(found)))


def decade_of(found: Found) -> list[Piece]:
    """The first decade of the century, the last decade of the 19th century."""
    number = 10 if found.word("n") == "last" else int(number_of(found.words("n")) or 0)
    if not 1 <= number <= 10:
        return []
    if found.has("cent"):
        first = (int(number_of(found.words("cent")) or 1) - 1) * 10
        return whole(found, Meaning("decade", n=first + number - 1))
    relative = -1 if found.words("rel")[-1] in ("last", "past") else 0
    return whole(found, Meaning("decade", n=number - 1, unit="century", relative=relative))


def century(found: Found) -> list[Piece]:
    """The 18th century, the late first century BC."""
    words = found.words("n")
    number = int(number_of(words) or 0)
    if number <= 0:
        return []
    return whole(found, Meaning("century", n=number, bc=found.word("era") in ("bc", "bce"), part=part_of(found)))


YEAR_READERS: dict[str, Reader] = {
    "month": month, "season": season, "quarter": quarter, "fiscal": fiscal, "year": year, "short_year": short_year,
    "bare_year": bare_year, "year_range": year_range, "bc_range": bc_range, "decade": decade, "decade_of": decade_of,
    "century": century,
}  # fmt: skip
