"""Datelines of wire copy: "WASHINGTON, Oct. 2 (UPI) —", "Damascus, SANA -", "MOSCOW, October 2. /TASS/."."""

import re
from functools import cache
from typing import Final

from msgspec import Struct

from sayso.model import Dateline, Span
from sayso.reading.dates import DATE, MONTH, WEEKDAY
from sayso.reading.monitored import header_at
from sayso.resources.wire import Conventions, conventions

# A dateline is short; nothing further into the line is looked at.
LONGEST: Final = 110
INLINE_WITHIN: Final = 1_500

_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*\w\.?"
_SMALL = r"(?:al-|el-|ez-|de |del |la |las |los |of |the |es |and |& )"
_PLACE = rf"(?:{_WORD}|{_CAPS})(?: (?:{_SMALL})?(?:{_WORD}|{_CAPS})){{0,3}}"
_PLACES = rf"{_PLACE}(?:(?: ?, ?| ?/ ?| and | & ){_PLACE}){{0,3}}?"
_DASH = r"(?:\s?(?:--|—|–|―|‒|- -)\s?|\s-\s|-\s|\.- )"

# Words that open a line in capitals before a dash or colon and are no place.
NO_PLACES: Final = frozenset(
    [
        "ANALYSIS",
        "BREAKING",
        "CORRECTED",
        "CORRECTION",
        "EDITORIAL",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACT",
        "FACTBOX",
        "FEATURE",
        "HIGHLIGHTS",
        "INTERVIEW",
        "LATEST",
        "LIVE",
        "NEWS",
        "NOTE",
        "NOTICE",
        "OPINION",
        "POLL",
        "PREVIEW",
        "PROFILE",
        "Q",
        "REPORT",
        "REVIEW",
        "TIMELINE",
        "UPDATE",
        "UPDATED",
        "VIDEO",
        "VIEWPOINT",
        "WATCH",
        "WRAPUP",
        "PHOTOS",
        "FLASH",
        "URGENT",
        "ALERT",
        "BULLETIN",
        "ADVISORY",
        "SUMMARY",
    ]
)
TIME_WORD: Final = re.compile(rf"(?:{WEEKDAY}|{MONTH})(?: \d+.*)?")
MEDIA: Final = re.compile(
    r"\b(?:News|Times|Post|Today|Herald|Press|Online|Radio|Agency|Tribune|Daily|TV|Observer)\b", re.IGNORECASE
)


CAPITALS: Final = re.compile(rf"(?P<place>{_CAPS}(?: {_CAPS}){{0,2}}) (?=[A-Z][a-z]|A |\d)")


class Opening(Struct, frozen=True):
    """A dateline found, and where the report's own words start."""

    dateline: Dateline
    end: int


class _Patterns(Struct, frozen=True):
    full: re.Pattern[str]
    bare_agency: re.Pattern[str]
    spelled: re.Pattern[str]
    undashed: re.Pattern[str]
    credited: re.Pattern[str]
    inline: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    agency = conventions().agency
    in_brackets = rf"(?:\((?P<bracketed>[A-Z][\w&./' -]{{1,40}})\)|/ ?(?P<slashed>{agency}) ?/|(?P<plain>{agency}))"
    date = rf"(?: ?,? ?\(?(?P<date>{DATE})\)?)?"
    late = rf"(?:,? ?\(?(?P<late>{DATE})\)?)?"
    after = rf"(?:(?P<after>{DATE})\s?:\s)?"
    return _Patterns(
        full=re.compile(
            rf"\*?(?P<place>{_PLACES}){date}(?:[,.]? ?{in_brackets})?{late}(?P<stop>\s?[.:]?{_DASH}|\s?:\s|(?<=/)\.?\s){after}"
        ),
        bare_agency=re.compile(
            rf"(?:\((?P<bracketed>{agency})\)|(?P<plain>{agency}))(?:,? (?P<date>{DATE}))?\.?(?P<stop>{_DASH})"
        ),
        spelled=re.compile(
            rf"(?P<place>{_PLACES})(?:, (?P<date>{DATE}))(?:,? (?P<plain>{agency}))?(?P<stop>,? ?\n|{_DASH})"
        ),
        undashed=re.compile(
            rf"(?P<place>{_CAPS}(?: {_CAPS}){{0,2}}) \((?P<bracketed>{agency})\)(?P<stop> )(?=[A-Z\d“\"])"
        ),
        credited=re.compile(
            r"\((?!L\b|R\b|Left|Right|From|Photo|File)(?P<bracketed>[A-Z][\w&.’'-]+(?: [\w&.’'-]+){0,3})\)(?P<stop> )(?=[A-Z“\"])"
        ),
        inline=re.compile(
            rf"(?<=[.!?”\"] )(?P<place>{_CAPS}(?: {_CAPS}){{0,2}}) \((?P<bracketed>{agency})\)(?P<stop> (?:{_DASH.strip()})?)"
        ),
    )


def dateline_at(text: str, start: int) -> Opening | None:
    """The dateline that opens the line at start; None where there is none."""
    header = header_at(text, start)
    if header is not None:
        return Opening(*header)
    known, patterns = conventions(), _patterns()
    limit = min(len(text), start + LONGEST)
    for pattern in (patterns.full, patterns.undashed, patterns.bare_agency, patterns.spelled, patterns.credited):
        match = pattern.match(text, start, limit)
        if match is not None and _opens_sentence(text, match.end()) and _believable(match, known):
            return _opening(match, known)
    return _capitals(text, start, known)


def inline_dateline(text: str) -> Opening | None:
    """A dateline after a summary or caption: "... on Monday. MOSCOW (Sputnik) ..."; only the unmistakable form."""
    match = _patterns().inline.search(text, 0, min(len(text), INLINE_WITHIN))
    return None if match is None else _opening(match, conventions())


def _opens_sentence(text: str, start: int) -> bool:
    """Whether what follows may be the start of a sentence: anything but a small letter."""
    return not text[start : start + 1].islower()


def _capitals(text: str, start: int, known: Conventions) -> Opening | None:
    """A known place in capitals before a sentence, the dash being lost: "BEIRUT A Russian air strike"."""
    match = CAPITALS.match(text, start)
    if match is None or not known.is_place(match["place"]) or len(match["place"]) < 4:
        return None
    place = Span(*match.span("place"))
    return Opening(Dateline(span=place, place=place), match.end())


def _group(match: re.Match[str], *names: str) -> Span | None:
    for name in names:
        if name in match.re.groupindex and match[name]:
            return Span(*match.span(name))
    return None


def _opening(match: re.Match[str], known: Conventions) -> Opening:
    place, agency = _group(match, "place"), _group(match, "bracketed", "slashed", "plain")
    if place is not None and _is_medium(match["place"], known):
        place, agency = None, agency or place
    span = Span(match.start(), match.start() + len(match.group(0).rstrip()))
    return Opening(Dateline(span, place, _group(match, "date", "late", "after"), agency), match.end())


def _is_medium(words: str, known: Conventions) -> bool:
    if known.is_agency(words):
        return True
    return MEDIA.search(words) is not None and not known.is_place(words)


def _believable(match: re.Match[str], known: Conventions) -> bool:
    """Whether what looks like a dateline is one: a date or an agency tells, and else the place must be known."""
    place = _group(match, "place")
    if place is None:
        return True
    words = match["place"]
    first = re.split(r" ?[,/&] ?| and ", words)[0]
    if (
        TIME_WORD.fullmatch(first)
        or first.rstrip(":").upper() in NO_PLACES
        or set(re.findall(r"\w+", words.upper())) & NO_PLACES
    ):
        return False
    agency = _group(match, "bracketed", "slashed", "plain")
    if agency is not None:
        name = match.string[agency.start : agency.end]
        certain = known.is_agency(name) or name.isupper() or _is_medium(name, known)
        return certain or known.is_place(first) or words.isupper()
    colon = match["stop"].strip() == ":"
    if _group(match, "date", "late", "after") is not None:
        return words.isupper() or known.is_place(first) or not colon
    if _is_medium(words, known):
        return not colon and words.isupper()
    if colon:
        return known.is_place(first) and len(words.split()) <= 4
    tight = re.match(r"-(?!-)", match["stop"]) is not None
    capitals = words.isupper() or (first.isupper() and first != words)
    if capitals and len(first) > 3 and not tight:
        return len(words.split()) <= 3
    return any(known.is_place(part) for part in re.split(r" ?[,/&] ?| and ", words))
