"""Composition: "the night of" + "April 18", "Friday" + "morning", "3 p.m." + "Friday"; and stated ranges."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Meaning, Piece

# Expressions that name a day, to which a part of the day or a clock time may be joined.
OF_DAY = ("day", "weekday", "named day")
RANGE_WORDS = frozenset({"to", "and", "through", "until", "till", "or", "-", "–", "—", "‑", "thru"})


def composed(pieces: Sequence[Piece], lexed: Lexed) -> list[Piece]:
    """The pieces with dates, parts of the day and clock times joined, and both ends of ranges marked."""
    out: list[Piece] = []
    for piece in pieces:
        joined = _joined(out[-1], piece, lexed) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(piece)
    return [_ranged(piece, out[i + 1] if i + 1 < len(out) else None, lexed) for i, piece in enumerate(out)]


def names_day(meaning: Meaning) -> bool:
    """Does the expression name a day, and no clock time or part of the day yet?"""
    return not meaning.clock and (meaning.how in OF_DAY or (meaning.how == "shift" and meaning.unit == "day"))


def _joined(left: Piece, right: Piece, lexed: Lexed) -> Piece | None:
    """The one expression that two neighbours make, or None."""
    between = lexed.words[left.last : right.first]
    one, two = left.meaning, right.meaning
    if one.word == "overnight" and two.how == "weekday" and not two.clock and between == []:
        return _with_clock(left, right, two, one.clock)
    if one.how == "clock" and names_day(two) and between in ([[], [","]] if _digits(one) else [["of"]]):
        return _with_clock(left, right, two, one.clock)
    if one.how == "clock" and _digits(one) and two.how == "shift" and two.clock and between == []:
        return _with_clock(left, right, two, _afternoon(one.clock) if two.clock in ("TNI", "TEV", "TAF") else one.clock)
    if (
        names_day(one)
        and two.how == "clock"
        and between == []
        and lexed.words[right.first] not in ("the", "early", "late")
    ):
        return _with_clock(left, right, one, two.clock)
    return None


def _digits(meaning: Meaning) -> bool:
    return ":" in meaning.clock


def _afternoon(clock: str) -> str:
    """T10:00 as T22:00: ten o'clock tonight."""
    hour = int(clock[1:3])
    return f"T{hour + 12}{clock[3:]}" if hour < 12 else clock


def _with_clock(left: Piece, right: Piece, day: Meaning, clock: str) -> Piece:
    meaning = replace(day, type="TIME", clock=clock, mod=left.meaning.mod or right.meaning.mod)
    return Piece(left.first, right.last, meaning, "clock time" if ":" in clock else "part of the day", right.joined)


def _ranged(piece: Piece, after: Piece | None, lexed: Lexed) -> Piece:
    """Mark a piece as joined with the next when only "to", "and" or a dash stands between them."""
    if after is None or piece.joined or piece.meaning.type != "DATE" or after.meaning.type != "DATE":
        return piece
    between = lexed.words[piece.last : after.first]
    if len(between) == 1 and between[0] in RANGE_WORDS:
        return replace(piece, joined=True)
    return piece
