"""Trimming: spans without the punctuation, quotation marks and white space around them."""

from sayso.model import Span

SPACE_AND_STOPS = frozenset(" \t\n\r\u00a0,;:—–-")
CLOSING_STOPS = frozenset(" \t\n\r\u00a0,;:—–-.")
PAIRS = {'"': '"', "“": "”", "‘": "’", "«": "»", "„": "“", "'": "'", "‹": "›"}
MARKS = frozenset('"“”«»„‟')
ABBREVIATION_TAIL = 3


def trimmed(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in order, each trimmed, neighbours joined; those without a word are dropped."""
    kept = [found for span in joined(text, spans) if (found := _trim(text, span)) is not None]
    return tuple(kept)


def joined(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in order; overlapping ones, and those that only white space within a line separates, are one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and (span.start <= result[-1].end or not text[result[-1].end : span.start].strip(" \t")):
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    changed = True
    while changed and start < end:
        changed = False
        while start < end and text[start] in SPACE_AND_STOPS and not _signed(text, start):
            start, changed = start + 1, True
        while start < end and text[end - 1] in CLOSING_STOPS and not _abbreviated(text, start, end):
            end, changed = end - 1, True
        if start < end and _enclosed(text, start, end):
            width = 1 if text[start] in PAIRS and text[start : start + 2] not in ("''", "``") else 2
            inner = _words(text, start + width, end - width)
            return None if inner is None else _trim(text, inner)
        if start < end and text[start] in MARKS and _lone(text, start, end):
            start, changed = start + 1, True
        elif start < end and text[end - 1] in MARKS and _lone(text, start, end):
            end, changed = end - 1, True
    return _words(text, start, end)


def _words(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end and any(character.isalnum() for character in text[start:end]) else None


def _signed(text: str, at: int) -> bool:
    """A minus before a number."""
    return text[at] == "-" and text[at + 1 : at + 2].isdigit()


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Does the full stop at the end belong to an abbreviation ("U.S.", "Inc.")?"""
    if text[end - 1] != ".":
        return False
    word = text[max(start, end - 6) : end].rsplit(maxsplit=1)[-1] if text[max(start, end - 6) : end].split() else ""
    return "." in word[:-1] or word in ("Inc.", "Corp.", "Jr.", "Sr.", "Ltd.", "Co.", "Dr.", "Mr.", "Gov.", "Sen.")


def _enclosed(text: str, start: int, end: int) -> bool:
    """Do quotation marks of one pair stand at both ends, with none of their kind between?"""
    opening, closing = text[start], text[end - 1]
    if PAIRS.get(opening) != closing or end - start < ABBREVIATION_TAIL:
        return text[start : start + 2] in ("''", "``") and text[end - 2 : end] == "''"
    inner = text[start + 1 : end - 1]
    return opening not in inner and (closing not in inner or opening in "‘'")


def _lone(text: str, start: int, end: int) -> bool:
    """Is the number of double marks in the stretch odd, so that one at its edge has no partner?"""
    return sum(text[i] in MARKS for i in range(start, end)) % 2 == 1
