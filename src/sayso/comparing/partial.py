"""Is a toll one of some of the victims, beside or among others, of a longer time, or of an earlier hour?

"Another five died in the next street", "two of them were children", "36 were killed, and rockets killed nine others", "the two bodies":
such a number is not held against that of all, nor one that nobody tells, counted from names; nor is one that is told as what was known before ("had earlier put it at five"),
or of all that was done since some day ("have killed 1,200 since 2014"), nor one of dead and injured together, or read twice.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from sayso.model import Span, Toll, cover

SOME: Final = re.compile(
    r"\b(another|others?|further|additional|as well as|besides|of (them|those|whom|which|the (dead|victims|wounded|bodies)))\b",
    re.IGNORECASE,
)
BEFORE: Final = re.compile(
    r"\b(earlier|initial|initially|at first|previous|previously|revised|revising|updated|rose|risen|up from|down from)\b",
    re.IGNORECASE,
)
# "State television raised the toll, saying 22 had died": it grows.
RAISED: Final = re.compile(
    r"\b(rais\w+|updat\w+|revis\w+)\s+(the\s+|its\s+|a\s+)?(\w+\s+)?(toll|figure|count)\b|\btoll\b[^.;]{0,60}\b(rises?|rose|risen|climb\w*|grew|jump\w*)\b",
    re.IGNORECASE,
)
# "Two more died" counts others; "leaving many more hurt" says so of the hurt.
MORE: Final = re.compile(r"^(\w+\s+)?more\b(?! than)", re.IGNORECASE)
# "Three children were among the dead".
AMONG: Final = re.compile(r"(\w+\W+){0,4}(was|were|is|are|being)\s+(also\s+)?among\b", re.IGNORECASE)
# "The two bodies" counts those who were told of before, or some of them.
KNOWN: Final = re.compile(r"(the|these|those|both)\b", re.IGNORECASE)
OF_KNOWN: Final = re.compile(
    r"\b(the|these|those|both|his|her|its|their)\s+((\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)\s+)?$",
    re.IGNORECASE,
)
# "The toll included two killed on Sunday."
INCLUDED: Final = re.compile(r"\binclud\w+\s[^,;:]*$", re.IGNORECASE)
# "Strikes have killed 1,200 since the operation began", "over the past two days".
SUMMED: Final = re.compile(
    r"\b(since|(over|in|during|within|for) (the )?(past|last|previous|course of)|so far (this|in)|this (year|month|week)|to date)\b",
    re.IGNORECASE,
)
# "Shells killed and injured five": the dead and the injured together.
TOGETHER: Final = re.compile(
    r"\b(kill\w*|dea\w+|died)\s+(and|or)\s+(\w+\s+)?(injur\w*|wound\w*|hurt)\s+(\w+\s+)?$", re.IGNORECASE
)
# "Two dozen" is no number.
ROUGH: Final = re.compile(r"\b(dozens?|scores?)\b", re.IGNORECASE)
COMPARED: Final = re.compile(
    r"\b(lower|smaller|higher|larger|greater)\s+(death\s+|casualty\s+|overall\s+)?(toll|figure|number|count|tally)\b",
    re.IGNORECASE,
)
# "The sites gave conflicting figures": the text itself says that they do not agree.
CONFLICTING: Final = re.compile(
    r"\b(conflicting|contradictory|contradicting|differing|different|diverging|divergent|varying|disputed)\s+(\w+\s+){0,2}"
    r"(tolls?|figures|numbers|counts?|tallies|reports|accounts|estimates)\b",
    re.IGNORECASE,
)
# "Rescuers gave a toll of 23": a number that somebody gives.
GIVEN: Final = re.compile(
    r"\b((gave|gives?|giving|given|reported|reports|reporting|counted|recorded|documented|cited|quoted)\b"
    r"(?! (up|in|his|her|their|its|out)\b)[^.;:,]{0,60}|(put|puts|putting)\b[^.;:,]{0,60}\bat\s+([\w-]+\s+){0,2})$",
    re.IGNORECASE,
)
UNNAMED: Final = re.compile(
    r"((the|its|his|her|their|some|several|two|many|other|trusted|reliable|local|medical|hospital|field|security|unnamed|well-placed)\s+)*"
    r"(sources?|contacts?|correspondents?|networks?)( (in|on|at|inside|close to) .*)?",
    re.IGNORECASE,
)
# "Put the death toll at 58, saying ...": no number says anything.
A_NUMBER: Final = re.compile(
    r"((the|a|its|their)\s+)?((death|overall|total|casualty)\s+)*(tolls?|numbers?|figures?)\s+(at|of|to|as)\s+.*",
    re.IGNORECASE | re.DOTALL,
)
# "On both fronts", "in the southern and northern countryside"; an attack on two villages may be told of without them.
FRONTS: Final = re.compile(
    r"\b((both|two|three|four|several|all) (fronts|countrysides|provinces)"
    r"|(north|south|east|west)\w*ern(\s+countryside|\s+part)?\s+and\s+(the\s+)?(north|south|east|west)\w*ern"
    r"|(in|across) the (north|south|east|west)\w* and (the )?(north|south|east|west)\w*)\b",
    re.IGNORECASE,
)
IN_THE_PAST: Final = re.compile(
    r"[^.;:]{0,40}\b(in the past|previously|on (other|earlier|previous) occasions)\b", re.IGNORECASE
)
# "The observatory put the toll at six": of what was told right before.
THE_TOLL: Final = re.compile(
    r"\b(puts?|putting|sets?|g[ai]ves?|giving|given|said|says|reported|reports)\s+(that\s+)?(the|a|its own)\s+((death|overall|total)\s+)?toll\b"
    r"(?! (rose|had risen|has risen|could|may|might))[^.;:]{0,30}$",
    re.IGNORECASE,
)
Compared = Literal["", "lower", "higher", "other", "again"]
# Characters before and after a number in which it says of whom.
REACH: Final = 40
# Characters before a number in which the text may say that figures conflict.
FAR: Final = 100
SENTENCE: Final = 160
COUNTED: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMERAL: Final = re.compile(rf"\b(\d[\d,]*\b|{'|'.join(COUNTED)}\b)")
SOMEBODY: Final = re.compile(r"\b(an?|his|her|its|their)\b", re.IGNORECASE)
ANOTHER: Final = re.compile(
    r"\b(similar|another|separate|previous|second|third|further|(?<!and )other)\s+(\w+\s+){0,2}$|\bearlier\s+$|\b(previously|in the past)\b[^.;]*$",
    re.IGNORECASE,
)


def is_of_some(toll: Toll, text: str) -> bool:
    """Does the text around a toll say that it is of some of the victims, rough or outdated? text: the document's."""
    if not toll.evidence:
        return False
    span = cover(toll.evidence)
    before = text[max(0, span.start - REACH) : span.start].rpartition(".")[2]
    after = text[span.end : span.end + 2 * REACH].partition(".")[0]
    told = span.words(text)
    sentence = text[max(0, span.start - SENTENCE) : span.start].rpartition(". ")[2] + told + after
    around = f"{before}{told}{after}"
    looked = (
        SOME.search(around),
        BEFORE.search(around),
        RAISED.search(sentence),
        MORE.search(f"{told}{after}"),
        OF_KNOWN.search(before),
        INCLUDED.search(before),
        KNOWN.match(told),
        SUMMED.search(around),
        AMONG.match(f"{told}{after}"),
        TOGETHER.search(before),
        ROUGH.search(told),
    )
    return any(found is not None for found in looked) or _is_of_names(toll, text) or _is_read_twice(toll, text)


def _is_of_names(toll: Toll, text: str) -> bool:
    """Is it counted from a list of names, and no number that anybody tells?"""
    told = [span.words(text) for span in toll.evidence]
    named = sum(words.split()[-1][0].isupper() for words in told)
    return named > 1 and not any(NUMERAL.search(words.lower()) or SOMEBODY.search(words) for words in told)


def _is_read_twice(toll: Toll, text: str) -> bool:
    """Is it the sum of one number read from two places, as from a heading and the sentence under it?"""
    told = [_value(word) for span in toll.evidence for word in NUMERAL.findall(span.words(text).lower())]
    again = {value for value in told if value > 1 and told.count(value) > 1}
    sums = [count.low for count in (toll.killed, toll.injured) if count is not None and count.low is not None]
    return any(total > value and total % value == 0 for total in sums for value in again)


def _value(numeral: str) -> int:
    return COUNTED.index(numeral) + 1 if numeral in COUNTED else int(numeral.replace(",", ""))


def held_against(toll: Toll, text: str) -> Compared:
    """Does the text itself set a toll against the one told before ("activists gave a lower toll of nine", "conflicting figures", "put the toll at")?"""
    if not toll.evidence:
        return ""
    span = cover(toll.evidence)
    around = text[max(0, span.start - REACH) : span.end].rpartition(". ")[2]
    found = COMPARED.search(around)
    if found is None:
        before = text[max(0, span.start - FAR) : span.end].rpartition(". ")[2]
        if CONFLICTING.search(before) is not None:
            return "other"
        return "again" if THE_TOLL.search(text[max(0, span.start - REACH) : span.start].rpartition(". ")[2]) else ""
    return "lower" if found[1].lower() in ("lower", "smaller") else "higher"


def is_given(toll: Toll, text: str) -> bool:
    """Do the words before a toll say that somebody gave it ("rescuers gave a toll of 23", "police put it at nine")?"""
    if not toll.evidence:
        return False
    start = cover(toll.evidence).start
    return GIVEN.search(text[max(0, start - FAR) : start].rpartition(". ")[2]) is not None


def is_unnamed_source(source: Sequence[Span], text: str) -> bool:
    """Do the words tell a source without a name ("trusted sources", "its contacts"), who speaks through whoever quotes it?"""
    return bool(source) and all(UNNAMED.fullmatch(span.words(text)) is not None for span in source)


def is_a_number(source: Sequence[Span], text: str) -> bool:
    """Are the words for who says so those of a number ("the death toll at 58"), which tell nobody?"""
    return bool(source) and all(A_NUMBER.fullmatch(span.words(text)) is not None for span in source)


def is_of_several_fronts(toll: Toll, text: str) -> bool:
    """Is a toll one of several places together ("in the southern and northern countryside")?"""
    if not toll.evidence:
        return False
    span = cover(toll.evidence)
    before = text[max(0, span.start - SENTENCE) : span.start].rpartition(". ")[2]
    after = text[span.end : span.end + 2 * SENTENCE].partition(". ")[0]
    return FRONTS.search(f"{before}{span.words(text)}{after}") is not None


def is_of_another(trigger: Span, text: str) -> bool:
    """Do the words around an event's own set it apart from what was told before ("a similar bombing", "used gas in the past")?"""
    before, after = text[max(0, trigger.start - 2 * REACH) : trigger.start], text[trigger.end : trigger.end + 2 * REACH]
    return ANOTHER.search(before) is not None or IN_THE_PAST.match(after) is not None
