"""Credits: which agency a text says that it comes from, and where it says so."""

import re
from functools import cache

from msgspec import Struct

from sayso.model import Document, Span
from sayso.resources.wire import conventions
from sayso.resources.wire.conventions import folded


class Credit(Struct, frozen=True):
    """The credit line of a text.

    agencies: the agencies that it names, folded ("reuters"). words: as the text or its source has them.
    evidence: where the text says so; empty where only the source does.
    """

    agencies: frozenset[str] = frozenset()
    words: str | None = None
    evidence: tuple[Span, ...] = ()


def credit_of(document: Document, stated: str | None = None) -> Credit:
    """Whom a text is credited to: by its dateline ("(AP)"), its credit lines ("with Reuters") or its source (stated)."""
    spans = [left.span for left in document.left_out if left.why == "credit"]
    if document.dateline is not None and document.dateline.agency is not None:
        spans.insert(0, document.dateline.agency)
    found: set[str] = set()
    evidence: list[Span] = []
    words: list[str] = [] if stated is None else [stated]
    for span in spans:
        line = span.words(document.text)
        named = agencies_in(line)
        if named:
            found |= named
            evidence.append(span)
            words.append(" ".join(line.split()))
    if stated is not None:
        found |= agencies_in(stated)
    return Credit(frozenset(found), "; ".join(dict.fromkeys(words)) or None, tuple(evidence))


def agencies_in(words: str) -> frozenset[str]:
    """The agencies that words name, folded."""
    return frozenset(folded(match[0]) for match in _agencies().finditer(words))


@cache
def _agencies() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{conventions().agency})(?!\w)")
