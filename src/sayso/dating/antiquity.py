"""Years before Christ, which no calendar of Python's reaches: values such as "BC0480-SP", EDTF such as "-0479-21"."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.dating.context import Context, Resolution
from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.moment import SEASON_CODES
from sayso.dating.tense import Tenses

FEWEST = 5
BEFORE_YEAR = frozenset(
    {
        "in",
        "since",
        "by",
        "of",
        "from",
        "until",
        "to",
        "and",
        "between",
        "-",
        "–",
        "(",
        "around",
        "after",
        "before",
        "late",
        "early",
        "about",
    }
)
DATED = frozenset({"year", "month", "season", "day", "shift"})


def in_antiquity(pieces: Sequence[Piece]) -> bool:
    """Does the text count its years before Christ? At least five of them, and more than any other."""
    years = [piece.meaning for piece in pieces if piece.meaning.year is not None and piece.meaning.word != "bare"]
    ancient = sum(1 for meaning in years if meaning.bc)
    return ancient >= FEWEST and 2 * ancient > len(years)


def ancient(pieces: Sequence[Piece], lexed: Lexed, tenses: Tenses) -> list[Piece]:
    """The pieces with bare numbers read as years: before Christ in a text that counts so, else none ("490 ships")."""
    antique = in_antiquity(pieces)
    out = []
    for piece in pieces:
        meaning = piece.meaning
        if meaning.word == "bare" and (not antique or not _stands_alone(piece, lexed, tenses)):
            continue
        if antique and meaning.how == "year" and meaning.year is not None and meaning.year < 1000:
            out.append(replace(piece, meaning=replace(meaning, bc=True)))
        else:
            out.append(piece)
    return out


def _stands_alone(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    before = lexed.words[piece.first - 1] if piece.first else ""
    token = tenses.token_at(lexed.starts[piece.last - 1])
    return piece.last - piece.first > 1 or (before in BEFORE_YEAR and (token is None or token.dep != "nummod"))


def told_year(resolution: Resolution) -> int | None:
    """The year before Christ that a resolution tells."""
    value = resolution.value
    return int(value[2:6]) if value.startswith("BC") and value[2:6].isdigit() and len(value) >= 6 else None


def resolve_ancient(meaning: Meaning, context: Context) -> Resolution | None:
    """What the meaning amounts to before Christ; None where it does not stand there."""
    if meaning.how not in DATED or (meaning.year is not None and not meaning.bc):
        return None
    if meaning.how == "day" and meaning.month is None:
        return None
    # "Last year" is counted from the day of publication, known or not, unless the text is a history.
    if meaning.relative is not None and meaning.role == "said" and not context.narrative:
        return None
    year = meaning.year if meaning.bc else _counted(meaning, context.ancient)
    if year is None or year <= 0:
        return None
    within = "".join(f"-{number:02}" for number in (meaning.month, meaning.day) if number is not None)
    value = edtf = within
    if meaning.season is not None:
        value, edtf = f"-{SEASON_CODES[meaning.season]}", f"-{20 + meaning.season}"
    astronomical = "0000" if year == 1 else f"-{year - 1:04}"
    return Resolution("DATE", f"BC{year:04}{value}", astronomical + edtf, "none" if meaning.bc else "narrative")


def _counted(meaning: Meaning, told: int | None) -> int | None:
    """The year before Christ that is counted from the one told last."""
    if told is None:
        return None
    if meaning.how == "shift":
        if meaning.unit not in ("year", "decade") or meaning.vague:
            return None
        return told - int(meaning.amount * (10 if meaning.unit == "decade" else 1))
    return told - (meaning.relative or 0) if meaning.unit == "year" else told
