"""Composition: "the night of" + "April 18", "Friday" + "morning", "3 p.m." + "Friday"; and stated ranges."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Meaning, Piece

# Expressions that name a day, to which a part of the day or a clock time may be joined.
OF_DAY = ("day", "weekday", "named day")
RANGE_WORDS = frozenset({"to", "and", "through", "until", "till", "or", "-", "–", "—", "‑", "thru"})
LIST_WORDS = frozenset({"and", "or", ","})


def composed(pieces: Sequence[Piece], lexed: Lexed) -> list[Piece]:
    """The pieces with dates, parts of the day and clock times joined, and both ends of ranges marked."""
    out: list[Piece] = []
    for piece in pieces:
        joined = _joined(out[-1], piece, lexed) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(piece)
    return [_ranged(piece, after, lexed) for piece, after in zip(out, [*out[1:], None], strict=True)]


def _names_day(meaning: Meaning) -> bool:
    return not meaning.clock and (meaning.how in OF_DAY or (meaning.how == "shift" and meaning.unit == "day"))


def _joined(left: Piece, right: Piece, lexed: Lexed) -> Piece | None:
    """The one expression that two neighbours make, or None."""
    between = lexed.words[left.last : right.first]
    one, two = left.meaning, right.meaning
    if one.how == "clock" and _names_day(two):
        of_day = between == ["of"] or (between == ["on"] and not _digits(one) and "hours" not in lexed.words[left.first : left.last])
        if (of_day and not _digits(one)) or (_digits(one) and between in ([], [","])):
            return _with_clock(left, right, two, one.clock)
    if _names_day(one) and two.how == "clock":
        bare = lexed.words[right.first] not in ("the", "early", "late")
        if (between == [] and bare) or (_digits(two) and between in ([","], ["at"]) and False):
            return _with_clock(left, right, one, two.clock)
    return None


def _digits(meaning: Meaning) -> bool:
    return ":" in meaning.clock


def _with_clock(left: Piece, right: Piece, day: Meaning, clock: str) -> Piece:
    meaning = replace(day, type="TIME", clock=clock)
    return Piece(left.first, right.last, meaning, "clock time" if ":" in clock else "part of the day", right.joined)


def _ranged(piece: Piece, after: Piece | None, lexed: Lexed) -> Piece:
    """Mark a piece as joined with the next when only "to", "and" or a dash stands between them."""
    if after is None or piece.joined or piece.meaning.type != "DATE" or after.meaning.type != "DATE":
        return piece
    between = lexed.words[piece.last : after.first]
    if len(between) == 1 and between[0] in RANGE_WORDS:
        return replace(piece, joined=True)
    return piece
