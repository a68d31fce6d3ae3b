"""Dates that may be none: "Theresa May", "2,000 troops", "the fall of Saigon", "the 20th Brigade"."""

from sayso.dating.around import Around

PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "from",
        "to",
        "through",
        "throughout",
        "during",
        "after",
        "before",
        "between",
        "and",
        "or",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "that",
        "for",
        "around",
        "about",
        "circa",
        "the",
        "over",
        "into",
        "is",
        "was",
        "–",
        "-",
        "—",
        "on",
        "as",
        "than",
        "beginning",
        "starting",
        "up",
        "past",
        "each",
        "every",
        "ending",
    ]
)
NO_MONTH = frozenset(["the", "was", "is", "to", "for", "this", "on"])
AMBIGUOUS_MONTHS = frozenset(["may", "march", "april", "june", "august"])
# "May his soul rest in peace", "May God help us".
WISHED = frozenset([
    "allah", "god", "he", "her", "his", "i", "it", "its", "lord", "my", "our", "she", "such", "the", "their", "they", "this",
    "those", "we", "you", "your",
])  # fmt: skip
OPENINGS = frozenset('.!?\n"“:')
# "The March on Versailles", "women's March for bread".
MARCHERS = frozenset(["the", "a", "'s", "’s", "'", "’", "this", "that"])
# What stands before or after a number of things.
COUNTED = frozenset(["$", "£", "€", "#", "no", "some", "nearly", "than", "approximately", "over", "least", "/", "."])
COUNTING = frozenset(["%", "percent", "per"])
NOT_DATED = frozenset(["of", "about", "around", "with"])
DETERMINED = frozenset(["the", "in", "its", "their", "his", "'s", "’s"])
YEAR_PREPOSITIONS = frozenset(["in", "since", "until", "(", "-", "–", "—"])
YEAR_ENDS = frozenset([",", ".", ")", "-", "–", "—", "to", ";", "and"])
IN_SEASON = frozenset(["in", "during", "throughout", "by", "until", "since", "over", "through"])
ON_DAY = frozenset(["on", "of", "by", "until", "from", "and", "to", "before", "after", "since", "till"])


def month(around: Around) -> bool:
    """May, March, April, June and August are also names and verbs."""
    if len(around.words) > 1 or around.words[0] not in AMBIGUOUS_MONTHS:
        return True
    before, token = around.before, around.first_token
    if around.words[0] == "may" and around.after in WISHED and around.before in OPENINGS:
        return False
    if around.words[0] == "march" and around.after in ("to", "on", "for", "of") and before in MARCHERS:
        return False
    if before not in PREPOSITIONS and before.isalpha() and around.letter(around.piece.first - 1).isupper():
        return False
    if token is not None and token.name == "DATE":
        return True
    if around.words[0] in ("may", "march"):
        return before in PREPOSITIONS and before not in NO_MONTH
    return before in PREPOSITIONS or token is None or token.name != "PERSON"


def year(around: Around) -> bool:
    """Four figures that count things are no year."""
    meaning, before = around.meaning, around.before
    if len(around.words) > 1 or meaning.bc:
        return True
    if meaning.year is None or not 1400 <= meaning.year <= 2100:
        return before in YEAR_PREPOSITIONS and around.after in YEAR_ENDS
    if before in COUNTED or around.after in COUNTING:
        return False
    token = around.first_token
    if token is None or (token.name == "DATE" and before not in NOT_DATED) or token.dep != "nummod":
        return True
    head = around.tenses.parse.head(token)
    return head.tag not in ("NNS", "NNPS") or head.start <= token.start or before in DETERMINED


def season(around: Around) -> bool:
    """A fall may be a defeat, a spring a movement or a well."""
    words, before = around.words, around.before
    if around.meaning.year is not None or around.meaning.relative is not None:
        return True
    token = around.last_token
    if len(words) == 1 and before in ("a", "an"):
        return token is not None and token.dep in ("compound", "amod", "nmod")
    if words[-1] == "fall":
        return words[0] == "the" and around.after != "of" and before in IN_SEASON
    if len(words) == 1 and around.piece.first > 0 and around.letter(around.piece.first).isupper():
        return not around.letter(around.piece.first - 1).isupper() or before in ("the", "in")
    return words[-1] != "spring" or token is None or token.pos != "VERB"


def day(around: Around) -> bool:
    """The 20th Brigade is no day."""
    if around.meaning.month is not None:
        return True
    token = around.last_token
    return around.before in ON_DAY and (token is None or token.dep not in ("amod", "compound", "nummod"))
