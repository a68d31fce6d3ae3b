"""Marks that a wrong encoding broke, read as the marks they were: "â€œ" is an opening quotation mark.

The text stays as long as it was: spaces fill up, on the side where the mark does not touch its word.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.model import Span

# UTF-8 read as Windows-1252. What became of the last byte tells which mark it was; where it was lost, it closes a quotation.
BROKEN: Final = re.compile(r"â€(?:œ|˜|“|”|¦|\s{0,2}™|[\x9d\ufffd])?|Â(?=[\s\xa0])")
MARKS: Final = {"œ": "“", "˜": "‘", "™": "’", "“": "–", "”": "—", "¦": "…"}
OPENING: Final = "“‘"
DASHES: Final = "–—"
# Two apostrophes for one, or for a quotation mark; two grave accents, as typesetters open a quotation.
DOUBLED: Final = re.compile(r"(?<!')(?:''){1,2}(?!')|(?<!`)``(?!`)")


def mended(text: str) -> str:
    """The text with its broken marks whole; the very same where it has none."""
    return BROKEN.sub(_mark, text) if "â€" in text or "Â" in text else text


def undoubled(text: str) -> str:
    """The text with one mark for two apostrophes or grave accents; the very same where it has none.

    Only for text of one case: in an ordinary one the tagger knows them, and a span that ends at half of one would not be whole.
    """
    return DOUBLED.sub(_quotation, text) if "''" in text or "``" in text else text


def widened(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans of the clean copy that begin or end at the one character of a broken mark, to the whole of it in the text."""
    marks = [match.span() for match in BROKEN.finditer(text)]
    return tuple(_over(span, marks) for span in spans)


def _over(span: Span, marks: Sequence[tuple[int, int]]) -> Span:
    start = next((first for first, end in marks if first < span.start < end), span.start)
    end = next((end for first, end in marks if first < span.end < end), span.end)
    return Span(start, end)


def _mark(match: re.Match[str]) -> str:
    if match.group() == "Â":  # before a space that must not break a line
        return " "
    size = len(match.group())
    mark = MARKS.get(match.group()[-1], "”")
    if mark in DASHES:
        return mark.center(size)
    within = mark == "’" and match.string[match.end() : match.end() + 1].isalnum()
    return mark.rjust(size) if mark in OPENING or within else mark.ljust(size)


def _quotation(match: re.Match[str]) -> str:
    if match.group() == "``":
        return ' "'
    size = len(match.group())
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 2]
    if before.isalnum() and re.fullmatch(r"s\W?", after, re.IGNORECASE):
        return "'".rjust(size)
    return '"'.rjust(size) if after[:1].isalnum() and not before.isalnum() else '"'.ljust(size)
