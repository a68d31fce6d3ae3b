"""Words that look like a time and are none: "Theresa May", "2,000 troops", "the fall of Saigon", "a second attack"."""

from collections.abc import Callable

from sayso.dating.lexer import NOTHING, Lexed
from sayso.dating.meaning import Piece
from sayso.dating.tense import Tenses

PREPOSITIONS = frozenset({
    "in", "since", "by", "until", "till", "of", "from", "to", "through", "throughout", "during", "after", "before", "between",
    "and", "or", "early", "late", "mid", "last", "next", "this", "that", "for", "around", "about", "circa", "the", "over",
    "into", "is", "was", "–", "-", "—", "on", "as", "than", "beginning", "starting", "up", "past", "each", "every", "ending",
}) # fmt: skip
OWNERS = frozenset({"the", "his", "her", "their", "its", "my", "our", "your", "early", "these", "those", "what", "consecutive"})
AMBIGUOUS_MONTHS = frozenset({"may", "march", "april", "june", "august"})
YEAR_SHAPES = frozenset({"(", "[", ",", ";", ":", "/", "-", "–", "—", "\n"})


def plausible(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """Is the expression one in its surroundings? Only kinds that mislead are looked at."""
    check = CHECKS.get(piece.meaning.how)
    return check is None or check(piece, lexed, tenses)


def _before(piece: Piece, lexed: Lexed) -> str:
    return lexed.words[piece.first - 1] if piece.first > 0 else "\n"


def _after(piece: Piece, lexed: Lexed) -> str:
    return lexed.words[piece.last] if piece.last < len(lexed.words) else "\n"


def _month(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """May, March, April, June and August are also names and verbs."""
    if piece.last - piece.first > 1 or lexed.words[piece.first] not in AMBIGUOUS_MONTHS:
        return True
    before = _before(piece, lexed)
    token = tenses.token_at(lexed.starts[piece.first])
    if before not in PREPOSITIONS and piece.first > 0 and lexed.text[lexed.starts[piece.first - 1]].isupper() and before.isalpha():
        return False
    if token is not None and token.name == "DATE":
        return True
    if lexed.words[piece.first] in ("may", "march"):
        return before in PREPOSITIONS and before not in ("the", "was", "is", "to", "for", "this", "on")
    return before in PREPOSITIONS or token is None or token.name != "PERSON"


def _year(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """Four figures that count things are no year."""
    meaning = piece.meaning
    if piece.last - piece.first > 1 or meaning.bc:
        return True
    if meaning.year is None or not 1400 <= meaning.year <= 2100:
        before = _before(piece, lexed)
        return before in ("in", "since", "by", "until", "of", "(", "-", "–", "—", "and", "to") and _after(piece, lexed) in (",", ".", ")", "-", "–", "—", "to", ";", "and") and _before(piece, lexed) not in ("and", "to", "of", "by")
    before, after = _before(piece, lexed), _after(piece, lexed)
    if before in ("$", "£", "€", "#", "no", "some", "nearly", "than", "approximately", "over", "least", "/", ".") or after in ("%", "percent", "per"):
        return False
    token = tenses.token_at(lexed.starts[piece.first])
    if token is None or (token.name == "DATE" and before not in ("of", "about", "around", "with")):
        return True
    if token.dep == "nummod":
        head = tenses.parse.head(token)
        if head.tag in ("NNS", "NNPS") and head.start > token.start and before not in ("the", "in", "its", "their", "his", "'s", "’s"):
            return False
    return True


def _season(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """A fall may be a defeat, a spring a movement or a well."""
    words = lexed.words[piece.first : piece.last]
    if piece.meaning.year is not None or piece.meaning.relative is not None:
        return True
    start = lexed.starts[piece.last - 1]
    if len(words) == 1 and _before(piece, lexed) in ("a", "an"):
        season = tenses.token_at(start)
        return season is not None and season.dep in ("compound", "amod", "nmod")
    if words[-1] == "fall":
        return words[0] == "the" and _after(piece, lexed) != "of" and _before(piece, lexed) in ("in", "during", "throughout", "by", "until", "since", "over", "through")
    if lexed.text[start].isupper() and len(words) == 1 and piece.first > 0:
        before = lexed.starts[piece.first - 1]
        return not (lexed.text[before].isupper() and lexed.words[piece.first - 1] not in ("the", "in"))
    token = tenses.token_at(start)
    return words[-1] != "spring" or token is None or token.pos not in ("VERB",)


def _clock(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """Bare figures with a colon may be a score or a verse; a bare part of the day may be a name."""
    words = lexed.words[piece.first : piece.last]
    if ":" in piece.meaning.clock:
        return not (len(words) == 1 and ":" in words[0]) or _before(piece, lexed) in ("at", "around", "about", "by", "until", "from", "to", "before", "after", "since", "-", "–", "on", "between", "and", "\n")
    first = lexed.text[lexed.starts[piece.first]]
    return first.islower() or words[0] in ("the", "early", "late")


def _duration(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """A second attack, a quarter of the vote."""
    words = lexed.words[piece.first : piece.last]
    last = words[-1]
    if _has_other_word(piece, lexed, tenses) or _before(piece, lexed) == "as" or lexed.words[max(piece.first - 2, 0) : piece.first] == ["as", "many"]:
        return False
    if len(words) == 1:
        token = tenses.token_at(lexed.starts[piece.first])
        return (token is None or token.dep != "attr") and _before(piece, lexed) not in OWNERS
    if lexed.text[lexed.starts[piece.last - 1]].isupper() and lexed.text[lexed.starts[piece.first]].isdigit():
        return False
    if last == "second":
        token = tenses.token_at(lexed.starts[piece.last - 1])
        return len(words) > 1 and (token is None or token.tag == "NN") and (words[-2] not in ("a", "another", "the") or (token is not None and token.dep in ("pobj", "npadvmod", "dobj")))
    if last in ("quarter", "quarters"):
        return _after(piece, lexed) not in ("of", "final", "finals", "-") and not {"a", "three", "one", "some", "many"} & set(words)
    return True


def _has_other_word(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """Does a word stand inside that is no adjective? ("two bloody weeks", but not "10 Downing years")"""
    for index in range(piece.first, piece.last):
        if lexed.chars[index] == NOTHING:
            token = tenses.token_at(lexed.starts[index])
            if token is None or token.pos != "ADJ" or token.text[0].isupper():
                return True
    return False


def _reference(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    word = lexed.words[piece.last - 1]
    if piece.meaning.word == "history":
        return _history(piece, lexed, tenses)
    if word == "now" and _before(piece, lexed) == "every":
        return False
    if word == "recently":
        return _before(piece, lexed) != "as"
    if word == "soon":
        return _before(piece, lexed) not in ("as", "too", "so") and _after(piece, lexed) not in ("as", "after")
    if word in ("date", "moment"):
        return _before(piece, lexed) == {"date": "to", "moment": "at"}[word] and _after(piece, lexed) not in ("of", "when")
    if word == "day" and lexed.words[piece.first] == "one":
        return _before(piece, lexed) in (",", ".", "\n", "that", "will", "would", "could", "may", "might", "and", "hope", "”", '"')
    if word in ("past", "future") and piece.last - piece.first == 2:
        return _after(piece, lexed) in (".", ",", ";", "\n", "and", ")", "”", '"', "of", "to", "is", "was", "but", "when", "for", "as")
    return True


def _history(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """ "The former" alone is a pronoun; "this time" without a preposition counts turns."""
    if piece.last - piece.first == 1:
        token = tenses.token_at(lexed.ends[piece.last - 1] + 1)
        return token is not None and token.pos in ("NOUN", "PROPN", "ADJ")
    return _before(piece, lexed) in ("at", "during", "by", "of", "around", "from", "in", "throughout", "for", "until", "since", "before", "after", "about")


def _day(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """The 20th Brigade is no day."""
    if piece.meaning.month is not None:
        return True
    token = tenses.token_at(lexed.starts[piece.last - 1])
    if _before(piece, lexed) not in ("on", "of", "by", "until", "from", "and", "to", "before", "after", "since", "till"):
        return False
    return token is None or token.dep not in ("amod", "compound", "nummod")


def _set(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """The Science Daily is a newspaper."""
    first = lexed.starts[piece.first]
    return piece.last - piece.first > 1 or lexed.text[first].islower() or _before(piece, lexed) in (".", "\n", '"', "“", "-") or piece.first == 0 or piece.meaning.weekday is not None


def _shift(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """ "The year" alone is one of account: "for the year"."""
    if piece.meaning.word == "the year":
        return _before(piece, lexed) in ("for", "during", "of", "through", "throughout", "in") and _after(piece, lexed) not in ("of", "that", "when", "before", "after", "in", "-")
    return True


CHECKS: dict[str, Callable[[Piece, Lexed, Tenses], bool]] = {
    "month": _month, "year": _year, "season": _season, "clock": _clock, "duration": _duration, "reference": _reference,
    "day": _day, "shift": _shift, "set": _set,
}  # fmt: skip
