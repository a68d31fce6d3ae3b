"""Is an expression one in its surroundings? Only what misleads is looked at: "a second attack", "a quarter of the vote"."""

from collections.abc import Callable

from sayso.dating import lookalikes
from sayso.dating.around import Around
from sayso.dating.lexer import NOTHING, Lexed
from sayso.dating.meaning import Piece
from sayso.dating.tense import Tenses

OWNERS = frozenset(
    ["the", "his", "her", "their", "its", "my", "our", "your", "early", "these", "those", "what", "consecutive"]
)
CLOCKED = frozenset(
    [
        "at",
        "around",
        "about",
        "by",
        "until",
        "from",
        "to",
        "before",
        "after",
        "since",
        "-",
        "–",
        "on",
        "between",
        "and",
        "\n",
    ]
)
# After these "last" is the verb.
LASTING = frozenset(["to", "will", "would", "could", "may", "might", "should", "can", "did", "not", "n't"])
AFTER_DAY = frozenset(["in", "at", "and", "when", "after", "before", "but", "for"])
# The digits of "1800 hours" and of "1990".
FIGURES = 4
SHARES = frozenset(["a", "three", "one", "some", "many"])
NOT_QUARTER = frozenset(["of", "final", "finals", "-"])
CLAUSE_STARTS = frozenset([",", ".", "\n", "that", "will", "would", "could", "may", "might", "and", "hope", "”", '"'])
PAST_ENDS = frozenset([",", ".", ";", "\n", "and", ")", "”", '"', "of", "to", "is", "was", "but", "when", "for", "as"])
HISTORY_PREPOSITIONS = frozenset(
    [
        "at",
        "during",
        "by",
        "of",
        "around",
        "from",
        "in",
        "throughout",
        "for",
        "until",
        "since",
        "before",
        "after",
        "about",
    ]
)
OF_ACCOUNT = frozenset(["for", "during", "of", "through", "throughout", "in"])
NOT_ACCOUNT = frozenset(["of", "that", "when", "before", "after", "in", "-"])
SENTENCE_STARTS = frozenset([".", "\n", '"', "“", "-"])


def plausible(piece: Piece, lexed: Lexed, tenses: Tenses) -> bool:
    """Does the expression tell a time where it stands?"""
    check = CHECKS.get(piece.meaning.how)
    return check is None or check(Around(piece, lexed, tenses))


def clock(around: Around) -> bool:
    """Bare figures with a colon may be a score or a verse, bare hours a number; a bare part of the day may be a name."""
    words = around.words
    if words[0].isdigit() and (words[1:3] == ["in", "the"] or _hundred_hours(words)):
        return around.before in CLOCKED
    if ":" in around.meaning.clock:
        return len(words) > 1 or ":" not in words[0] or around.before in CLOCKED
    return around.letter(around.piece.first).islower() or words[0] in ("the", "early", "late")


def _hundred_hours(words: list[str]) -> bool:
    """Are the words "1800 hours", a time of day after "at" and a length of time elsewhere?"""
    return len(words) == 2 and len(words[0]) == FIGURES and words[0].isdigit() and words[1] in ("hours", "hrs")


def decade(around: Around) -> bool:
    """A man in his 30s, women in their early twenties."""
    digits = [word for word in around.words if word[:1].isdigit()]
    return (
        around.before not in OWNERS or around.before in ("the", "early") or any(len(word) > FIGURES for word in digits)
    )


def weekday(around: Around) -> bool:
    """Friday the 13th, but not "on Monday the 13th Brigade"."""
    return not around.words[-1][0].isdigit() or not around.after[0].isalpha() or around.after in AFTER_DAY


def duration(around: Around) -> bool:
    """A second attack, a quarter of the vote, the years, what is to last three weeks."""
    words, piece = around.words, around.piece
    if _hundred_hours(words) and around.before in CLOCKED:
        return False
    as_many = around.before == "as" or around.lexed.words[max(piece.first - 2, 0) : piece.first] == ["as", "many"]
    to_last = words[0] == "last" and around.before in LASTING
    if as_many or to_last or _has_other_word(around):
        return False
    if len(words) == 1 and around.meaning.unit:
        token = around.first_token
        return (token is None or token.dep != "attr") and around.before not in OWNERS
    if around.letter(piece.last - 1).isupper() and around.letter(piece.first).isdigit():
        return False
    if words[-1] == "second":
        return _is_second(around)
    if words[-1] in ("quarter", "quarters"):
        return around.after not in NOT_QUARTER and not SHARES.intersection(words)
    return True


def _is_second(around: Around) -> bool:
    """Sixty of them make a minute; the other one follows the first."""
    token = around.last_token
    if token is None:
        return True
    counted = around.words[-2] not in ("a", "another", "the")
    return token.tag == "NN" and (counted or token.dep in ("pobj", "npadvmod", "dobj"))


def _has_other_word(around: Around) -> bool:
    """Does a word stand inside that is no adjective? ("two bloody weeks", but not "10 Downing years")."""
    for index in range(around.piece.first, around.piece.last):
        if around.lexed.chars[index] == NOTHING:
            token = around.tenses.token_at(around.lexed.starts[index])
            if token is None or token.pos != "ADJ" or token.text[0].isupper():
                return True
    return False


def reference(around: Around) -> bool:
    """Every now and then, as soon as, to date, one day, the past."""
    words, before, after = around.words, around.before, around.after
    word = words[-1]
    if around.meaning.word == "history":
        return _history(around)
    if word == "soon":
        return before not in ("as", "too", "so") and after not in ("as", "after")
    if words == ["this", "day"]:
        earlier = around.lexed.words[around.piece.first - 2] if around.piece.first > 1 else "\n"
        return before == "to" and (not earlier[0].isalpha() or earlier in ("up", "even", "and") or after in PAST_ENDS)
    if word in ("date", "moment"):
        return before == {"date": "to", "moment": "at"}[word] and after not in ("of", "when")
    if words == ["one", "day"]:
        return before in CLAUSE_STARTS
    if word in ("past", "future") and len(words) == 2:
        return after in PAST_ENDS
    return (word, before) not in (("now", "every"), ("recently", "as"))


def _history(around: Around) -> bool:
    """The former alone is a pronoun; "this time" without a preposition counts turns."""
    if len(around.words) > 1:
        return around.before in HISTORY_PREPOSITIONS
    token = around.tenses.token_at(around.lexed.ends[around.piece.last - 1] + 1)
    return token is not None and token.pos in ("NOUN", "PROPN", "ADJ")


def repetition(around: Around) -> bool:
    """The Science Daily is a newspaper; weekends are times where something happens on them."""
    first = around.piece.first
    if around.meaning.word == "general":
        return around.before in ("on", "at", "during")
    one_word = len(around.words) == 1 and around.meaning.weekday is None
    return not one_word or first == 0 or around.letter(first).islower() or around.before in SENTENCE_STARTS


def shift(around: Around) -> bool:
    """The year alone is one of account: "for the year"."""
    return around.meaning.word != "the year" or (around.before in OF_ACCOUNT and around.after not in NOT_ACCOUNT)


CHECKS: dict[str, Callable[[Around], bool]] = {
    "month": lookalikes.month, "year": lookalikes.year, "season": lookalikes.season, "day": lookalikes.day,
    "clock": clock, "decade": decade, "weekday": weekday, "duration": duration, "reference": reference, "set": repetition, "shift": shift,
}  # fmt: skip
