"""find_times: every time expression of a document, with its TIMEX3 value and EDTF."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from sayso.dating.antiquity import ancient, told_year
from sayso.dating.compose import composed, names_day
from sayso.dating.context import Context
from sayso.dating.extents import in_style
from sayso.dating.lexer import Lexed
from sayso.dating.matching import pieces_of
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.modifiers import marks
from sayso.dating.moment import FIRST_YEAR, LAST_YEAR, Moment
from sayso.dating.narrative import Thread, is_narrative
from sayso.dating.opening import lasting, opened, start_of
from sayso.dating.pattern import grammar
from sayso.dating.plausible import plausible
from sayso.dating.resolving import resolve
from sayso.dating.tense import Tenses
from sayso.dating.undated import with_years
from sayso.model import Document, Parse, Span, TimeExpression

EMPTY = Parse("", (), (), (), ())
# The date told last carries "a week later" this many characters further in news; in histories it always does.
TOLD_REACH = 700
# A date told in passing carries "four years later" this many characters further.
FOLLOWS_REACH = 400
# "3 p.m. Baghdad time on Saturday": this many words may stand between a clock time and its day.
ON_DAY_REACH = 4
# A year that stands two words after a capitalised one ("Treaty of 1783") is part of a name.
NAME_OF = 2


def find_times(document: Document, parse: Parse) -> tuple[TimeExpression, ...]:
    """All time expressions of the text, in order, resolved against its publication date or its own dates.

    A relative expression stays relative (edtf None) where no anchor is known; no year is ever made up.
    """
    lexed, pieces = read(document.text, parse)
    published = day_or_none(document.published.date)
    narrative = is_narrative([piece.meaning for piece in pieces], len(lexed.words), published)
    tenses = Tenses(parse)
    if published is None and not narrative:
        pieces = with_years(pieces, lexed, tenses)
    pieces = in_style(pieces, lexed, tenses, narrative=narrative)
    return tuple(express(lexed, pieces, Context(said=published, narrative=narrative), tenses))


def read(text: str, parse: Parse) -> tuple[Lexed, list[Piece]]:
    """The words of a text and its time expressions, not yet resolved."""
    found = grammar()
    lexed = found.lexer.lex(text)
    tenses = Tenses(parse)
    pieces = pieces_of(found, lexed, lambda piece: plausible(piece, lexed, tenses))
    return lexed, borrowed(composed(ancient(pieces, lexed, tenses), lexed))


def day_or_none(day: str | None) -> date | None:
    """An ISO day as a date; None for anything else ("2015-10", None), and for years that no news was published in."""
    try:
        found = date.fromisoformat(day) if day else None
    except ValueError:
        return None
    return found if found is not None and FIRST_YEAR <= found.year <= LAST_YEAR else None


def borrowed(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with the year of the range or list they stand in: "14 August - 24 August 1914", "March and April 1918"."""
    out = list(pieces)
    for index in range(len(out) - 2, -1, -1):
        this, after = out[index], out[index + 1]
        if (
            not this.joined
            or this.meaning.year is not None
            or after.meaning.year is None
            or this.meaning.relative is not None
        ):
            continue
        if this.meaning.how not in ("day", "month", "season") or after.meaning.how not in ("day", "month", "season"):
            continue
        late = not after.meaning.bc and (this.meaning.month or 0) > (after.meaning.month or 12)
        out[index] = replace(this, meaning=replace(this.meaning, year=after.meaning.year - late, bc=after.meaning.bc))
    return out


def express(lexed: Lexed, pieces: Sequence[Piece], context: Context, tenses: Tenses) -> list[TimeExpression]:
    """The expressions of the pieces, resolved one after the other, each telling the date for the next."""
    times: list[TimeExpression] = []
    thread = Thread(context.told)
    told_at = 0
    bc: int | None = None
    joined_from: TimeExpression | None = None
    for index, piece in enumerate(pieces):
        start, end = lexed.starts[piece.first], lexed.ends[piece.last - 1]
        follows = start - told_at <= FOLLOWS_REACH and _goes_on_from(piece.meaning, thread.latest, context.said)
        last = thread.latest if follows else thread.told
        near = last if context.narrative or start - told_at <= TOLD_REACH else None
        here = replace(context, told=near, ancient=bc, tense=tenses.tense(start, end))
        resolution = resolve(piece.meaning, on_its_day(index, pieces, lexed, tenses, here))
        time = TimeExpression(
            Span(start, end), resolution.type, resolution.value, opened(lexed, piece, resolution, tenses),
            resolution.anchor, resolution.anchored_on, *marks(piece.meaning),
        )  # fmt: skip
        time = lasting(time, lexed, piece, here, tenses)
        if joined_from is not None:
            joined_from, time = in_range(joined_from, time)
            times[-1] = joined_from
        times.append(time)
        joined_from = time if piece.joined else None
        bc = told_year(resolution) or bc
        if resolution.moment is not None:
            passing = aside(piece, here, resolution.moment) or (context.narrative and in_a_name(piece, lexed))
            thread.tell(resolution.moment, aside=passing)
            told_at = end
    return times


def _goes_on_from(meaning: Meaning, latest: Moment | None, said: date | None) -> bool:
    """Can "four years later" go on from the date told last, confirmed or not, without lying ahead of the day of publication?"""
    if meaning.how != "shift" or meaning.role != "told" or latest is None:
        return False
    years = meaning.amount if meaning.unit == "year" else 0
    return said is None or latest.first.year + years <= said.year


def on_its_day(index: int, pieces: Sequence[Piece], lexed: Lexed, tenses: Tenses, context: Context) -> Context:
    """The context of a clock time with the day that follows it as the date told: "at 3 p.m. on Saturday"."""
    piece = pieces[index]
    if piece.meaning.how != "clock" or index + 1 == len(pieces):
        return context
    after = pieces[index + 1]
    between = lexed.words[piece.last : after.first]
    day_part = after.meaning.clock and ":" not in after.meaning.clock
    named = replace(after.meaning, clock="") if day_part else after.meaning
    if len(between) > ON_DAY_REACH or "on" not in between or not names_day(named):
        return context
    start, end = lexed.starts[after.first], lexed.ends[after.last - 1]
    day = resolve(named, replace(context, tense=tenses.tense(start, end))).moment
    return context if day is None else replace(context, told=day)


def aside(piece: Piece, context: Context, moment: Moment) -> bool:
    """Is this date told only in passing: a plan, or in a history a look back ("two years earlier")?"""
    meaning = piece.meaning
    if context.said is not None and moment.first > context.said:
        return True
    return context.tense > 0 or (context.narrative and meaning.how == "shift" and meaning.amount < 0)


def in_a_name(piece: Piece, lexed: Lexed) -> bool:
    """Is it the year of a name: "the Constitution of 1793"?"""
    if piece.meaning.how != "year" or piece.first < NAME_OF or lexed.words[piece.first - 1] != "of":
        return False
    return lexed.text[lexed.starts[piece.first - NAME_OF]].isupper()


def in_range(first: TimeExpression, second: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """Both ends of a stated range with the EDTF of the whole range, where its ends are in order."""
    one, two = first.edtf, second.edtf
    if one is None or two is None or "/" in two:
        return first, second
    start = start_of(one)
    if "X" in two or start_of(two) != two or start.rstrip("~?") > two.rstrip("~?") or start.startswith("-"):
        return first, second
    whole = f"{start}/{two}"
    return replace(first, edtf=whole), replace(second, edtf=whole)
