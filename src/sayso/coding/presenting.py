"""Presenting: the factuality of an article's events, one told again with "the" as it was told elsewhere."""

import math
from collections.abc import Sequence

from msgspec import Struct

from sayso.coding.candidates import Candidate
from sayso.coding.factuality import SELDOM, factuality_features, factuality_of, settled
from sayso.coding.frames import Frame
from sayso.coding.hints import Hints
from sayso.coding.holders import Holders
from sayso.coding.judging import Found
from sayso.coding.marks import Mark, marks_of
from sayso.model import Attribution, EventType, Factuality, Parse, Span
from sayso.resources.codebook import Lexicon

# "the meeting", "this attack", "its offer": known already, or told of elsewhere.
KNOWN = frozenset({"the", "this", "that", "these", "those"})
# How much the shares of an event's other mentions count beside its own, and what keeps them from ruling anything out; chosen
# by the folds.
RETOLD = 0.6
FAINT = 0.02
# The weight of REJECT among the senses of words of consent ("accept", "allow"), whose negation makes them a refusal.
CONSENT = 0.2
# "meet" and "meeting", "negotiate" and "negotiation": so many letters are shared, but for so many of the shorter word.
SHARED = 4
ENDING = 2


class Way(Struct, frozen=True):
    """How an event is presented, and the marks that speak for it."""

    factuality: Factuality
    because: str


class _Mentions:
    """The shares of all mentions of an article, by type and word."""

    def __init__(self) -> None:
        self._sums: dict[tuple[str, str], dict[str, tuple[int, list[float]]]] = {}

    def add(self, type: str, word: str, shares: Sequence[float]) -> None:  # noqa: A002  # the noun's own field name
        """Take in one mention."""
        words = self._sums.setdefault((type, word[:SHARED]), {})
        count, sums = words.get(word, (0, [0.0] * len(shares)))
        words[word] = count + 1, [one + other for one, other in zip(sums, shares, strict=True)]

    def others(self, type: str, word: str, shares: Sequence[float]) -> list[float] | None:  # noqa: A002  # as above
        """The mean shares of the other mentions of a word and of words of its stem; None for none."""
        alike = [both for other, both in self._sums[type, word[:SHARED]].items() if _alike(word, other)]
        count = sum(number for number, _ in alike) - 1
        if not count:
            return None
        totals = [sum(column) for column in zip(*(sums for _, sums in alike), strict=True)]
        return [max(total - own, 0.0) / count for total, own in zip(totals, shares, strict=True)]


def presented(found: Sequence[Found], holders: Holders, hints: Hints, parse: Parse, lexicon: Lexicon) -> list[Way]:
    """How each of an article's events is presented, in their order."""
    weights = lexicon.factuality
    marks = [marks_told(one.candidate, one.type, holders.of(_trigger(one, parse)), parse, lexicon) for one in found]
    shares = [weights.shares(factuality_features(some, one.type)) for one, some in zip(found, marks, strict=True)]
    mentions = _Mentions()
    for one, own in zip(found, shares, strict=True):
        mentions.add(one.type, one.candidate.word, own)
    ways = []
    for one, some, own in zip(found, marks, shares, strict=True):
        again = _known(one.candidate.frame) and settled(own, weights.labels) not in SELDOM
        others = mentions.others(one.type, one.candidate.word, own) if again else None
        likely = own if others is None else steadied(own, others)
        scores = hints.presented(one.candidate.token.span, weights.labels)
        ways.append(Way(*factuality_of(one.type, some, likely, scores, weights.labels)))
    return ways


def marks_told(
    candidate: Candidate,
    type: EventType,  # noqa: A002  # the noun's own field name
    attributions: Sequence[Attribution],
    parse: Parse,
    lexicon: Lexicon,
) -> list[Mark]:
    """The marks around an event of some type; "did not accept" refuses by its own negation."""
    sense = candidate.senses.get("REJECT")
    refusal = type == "REJECT" and candidate.frame.kind == "v" and sense is not None and sense.weight <= CONSENT
    return marks_of(candidate.frame, attributions, parse, lexicon, refusal=refusal)


def steadied(own: Sequence[float], others: Sequence[float]) -> list[float]:
    """The shares of a mention, leaning to those of the event's other mentions."""
    return [one * math.pow(other + FAINT, RETOLD) for one, other in zip(own, others, strict=True)]


def _trigger(one: Found, parse: Parse) -> Span:
    return Span(parse.tokens[one.candidate.first].start, one.candidate.token.end)


def _known(frame: Frame) -> bool:
    """Is the event told by a noun with an article or owner that takes it for known?"""
    return frame.kind == "n" and any(one.dep == "poss" or one.lemma in KNOWN for one in frame.modifiers)


def _alike(word: str, other: str) -> bool:
    """Are the two one word, or words of one stem?"""
    shared = max(SHARED, min(len(word), len(other)) - ENDING)
    return word[:shared] == other[:shared]
