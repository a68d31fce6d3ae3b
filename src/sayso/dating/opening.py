"""Open intervals: "since Wednesday", "beginning in May", "has been shut for two months"."""

from msgspec.structs import replace

from sayso.dating.context import Context, Resolution
from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Piece
from sayso.dating.moment import EDTF_HALF, EDTF_QUARTER, MONTHS, add_days, add_months
from sayso.dating.tense import NAMING, Tenses
from sayso.model import TimeExpression

OPENERS = frozenset({"since", "beginning", "began", "starting", "started", "effective"})
# "Since in 1913 they were exiled": the preposition shows that "since" opens a clause, as "because" does.
CLAUSE = frozenset({"in", "on", "at"})
SKIPPED = frozenset({"the", "on", "in", "at", "early", "late"})


def opened(lexed: Lexed, piece: Piece, resolution: Resolution, tenses: Tenses) -> str | None:
    """EDTF of the expression; an open interval after "since", "beginning", "began", and after a verb's "from"."""
    edtf = resolution.edtf
    if edtf is None or resolution.moment is None or resolution.type in ("DURATION", "SET"):
        return edtf
    if _dates_a_noun(lexed, piece, tenses):
        return edtf
    index = piece.first - 1
    words = lexed.words
    while index >= 0 and words[index] in SKIPPED:
        index -= 1
    if index < 0:
        return edtf
    if words[index] == "since" and words[index + 1] in CLAUSE:
        return edtf
    open_end = words[index] == "since" or (words[index] in OPENERS and resolution.type == "DATE")
    if (
        words[index] == "from"
        and resolution.moment.unit == "day"
        and not piece.joined
        and words[piece.last : piece.last + 1] not in (["to"], ["until"])
    ):
        token = tenses.token_at(lexed.starts[index])
        open_end = token is not None and tenses.parse.head(token).pos in ("VERB", "AUX")
    return f"{start_of(edtf)}/.." if open_end else edtf


def _dates_a_noun(lexed: Lexed, piece: Piece, tenses: Tenses) -> bool:
    """Does the expression tell when a thing was, and not since when: "since the Tuesday raid"?"""
    token = tenses.token_at(lexed.starts[piece.last - 1])
    if token is None or token.dep not in NAMING:
        return False
    head = tenses.parse.head(token)
    return head.start >= token.end and head.pos in ("NOUN", "PROPN")


def start_of(edtf: str) -> str:
    """The date with which an interval from that EDTF begins.

    No interval can begin with unspecified digits, a quarter or a half-year: "since the 1950s" is open from 1950,
    "since the second quarter of 1989" from April 1989.
    """
    start = edtf.split("/", maxsplit=1)[0].replace("X", "0")
    code = start[5:7]
    if len(start) == 7 and code.isdigit() and int(code) > EDTF_QUARTER:
        number = int(code)
        month = 6 * (number - EDTF_HALF) - 5 if number > EDTF_HALF else 3 * (number - EDTF_QUARTER) - 2
        return f"{start[:4]}-{month:02}"
    return start


def lasting(time: TimeExpression, lexed: Lexed, piece: Piece, context: Context, tenses: Tenses) -> TimeExpression:
    """A length of time that still goes on, as the open interval since it began: "shut for more than two months"."""
    meaning = piece.meaning
    if (
        meaning.how != "duration"
        or meaning.relative is not None
        or meaning.vague
        or meaning.word == "age"
        or not meaning.amount
    ):
        return time
    if context.narrative or context.said is None or piece.first == 0 or lexed.words[piece.first - 1] != "for":
        return time
    if not tenses.is_perfect(time.span.start):
        return time
    day = context.said
    if meaning.unit in MONTHS:
        began = add_months(day, -round(meaning.amount * MONTHS[meaning.unit]))
        edtf = f"{began.year:04}" if MONTHS[meaning.unit] >= 12 else f"{began.year:04}-{began.month:02}"
    elif meaning.unit in ("day", "week", "fortnight"):
        edtf = add_days(day, -round(meaning.amount * {"day": 1, "week": 7, "fortnight": 14}[meaning.unit])).isoformat()
    else:
        return time
    return replace(time, edtf=f"{edtf}~/..", anchor=context.anchor, anchored_on=day.isoformat())
