"""How far an expression reaches, and what is marked at all: news as TimeML has it, histories as TIMEX2 does.

News: "[three days] after the vote", "[two months] of fighting", "[soon]", no "former".
Histories: "[three days after the vote]", "[two months of fighting]", "[former]", no "soon".
"""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.dating.lexer import BREAK, Lexed
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.numbers import shown
from sayso.dating.spans import period
from sayso.dating.tense import Tenses

BESIDE = frozenset({"after", "before", "prior"})
# A history's "soon" is soon after what it told last: TimeML marks it, TIMEX2 does not.
NEWS_ONLY = frozenset({"soon", "previously"})
MEASURES = frozenset({"over", "about", "around", "under"})
PUNCTUATION = frozenset({".", ",", ";", ":", "\n", ")", "]", "”", '"', "’", "'", "-", "–", "—", "!", "?"})


def in_style(pieces: Sequence[Piece], lexed: Lexed, tenses: Tenses, *, narrative: bool) -> list[Piece]:
    """The pieces with the extents of the style, without what the style does not mark."""
    out: list[Piece] = []
    for piece in pieces:
        if out and piece.first < out[-1].last:
            continue
        limit = lexed.chars.find(BREAK, piece.last)
        end = len(lexed.words) if limit < 0 else limit
        if narrative:
            if lexed.words[piece.first] in NEWS_ONLY and piece.meaning.how == "reference":
                continue
            out.append(_history(_measured(piece, lexed, tenses), lexed, tenses, end))
        elif piece.meaning.word != "history":
            plain = _measured(_plain(piece, lexed), lexed, tenses)
            out.append(_possessive(_rate(_beside(plain, lexed), tenses, lexed), lexed, tenses))
    return out


def _measured(piece: Piece, lexed: Lexed, tenses: Tenses) -> Piece:
    """Without a leading "over" or "around" that is a preposition: "spread over [three years]", "for [over a year]"."""
    if piece.meaning.how != "duration" or lexed.words[piece.first] not in MEASURES or piece.last - piece.first < 2:
        return piece
    token = tenses.token_at(lexed.starts[piece.first])
    before = tenses.token_at(lexed.starts[piece.first] - 1) if piece.first else None
    if token is None or token.dep != "prep" or (before is not None and before.pos in ("ADP", "SCONJ")):
        return piece
    return replace(piece, first=piece.first + 1, meaning=replace(piece.meaning, mod=None))


def _plain(piece: Piece, lexed: Lexed) -> Piece:
    """In news, without a leading "just" or "only": "just [a day] after"."""
    words = lexed.words[piece.first : piece.first + 2]
    if (
        piece.meaning.how not in ("duration", "shift")
        or words[0] not in ("just", "only", "exactly")
        or words[1] in MEASURES
    ):
        return piece
    return replace(piece, first=piece.first + 1)


def _possessive(piece: Piece, lexed: Lexed, tenses: Tenses) -> Piece:
    """A weekday with a lost apostrophe is a day, not a repetition: "after Saturdays attack"."""
    if piece.meaning.how != "set" or piece.meaning.weekday is None or lexed.words[max(piece.first - 1, 0)] == "on":
        return piece
    token = tenses.token_at(lexed.starts[piece.last - 1])
    if (
        token is None
        or tenses.parse.head(token).start < token.end
        or tenses.parse.head(token).pos not in ("NOUN", "PROPN")
    ):
        return piece
    return replace(piece, meaning=Meaning("weekday", weekday=piece.meaning.weekday))


def _beside(piece: Piece, lexed: Lexed) -> Piece:
    """In news, "three days after the vote" is three days, and "after" no part of the expression."""
    meaning = piece.meaning
    words = lexed.words
    if (
        meaning.how != "shift"
        or meaning.relative is not None
        or words[piece.last - 1] not in BESIDE
        or not meaning.amount
    ):
        return piece
    if piece.last >= len(words) or words[piece.last] in PUNCTUATION or words[piece.first] == "the":
        return piece
    amount = "X" if meaning.vague else shown(abs(meaning.amount))
    duration = Meaning(
        "duration",
        "DURATION",
        value=period(meaning.unit, amount),
        unit=meaning.unit,
        amount=abs(meaning.amount),
        mod=meaning.mod,
    )
    return replace(piece, last=piece.last - 1, meaning=duration)


def _rate(piece: Piece, tenses: Tenses, lexed: Lexed) -> Piece:
    """A rent of "$400 a month" is a repetition, "a month" alone a duration."""
    if piece.meaning.how != "duration" or lexed.words[piece.first] not in ("a", "an") or piece.last - piece.first != 2:
        return piece
    token = tenses.token_at(lexed.starts[piece.last - 1])
    if token is None or token.dep != "npadvmod" or tenses.parse.head(token).pos not in ("NOUN", "NUM", "SYM", "PROPN"):
        return piece
    return replace(piece, meaning=Meaning("set", "SET", value=piece.meaning.value))


def _history(piece: Piece, lexed: Lexed, tenses: Tenses, end: int) -> Piece:
    """In histories the expression reaches over what completes it: "after the vote", "of fighting", "he left office"."""
    words = lexed.words
    if piece.last >= end:
        return piece
    start = lexed.starts[piece.last]
    token = None
    if piece.meaning.how == "shift" and words[piece.last - 1] in BESIDE and words[piece.last] not in PUNCTUATION:
        token = tenses.token_at(lexed.starts[piece.last - 1])
    elif piece.meaning.how == "duration" and words[piece.last] == "of" and piece.meaning.word != "age":
        token = tenses.token_at(start)
    elif words[piece.last - 1] == "time" and words[piece.last] not in PUNCTUATION:
        token = tenses.token_at(lexed.starts[piece.last - 1])
    if token is None:
        return piece
    last = tenses.parse.subtree(token)[-1].end
    stop = piece.last
    while stop < end and lexed.ends[stop] <= last:
        stop += 1
    while stop > piece.last and words[stop - 1] in PUNCTUATION:
        stop -= 1
    return replace(piece, last=max(stop, piece.last))
