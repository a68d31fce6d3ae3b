"""Pieces: the stretches of a text that are parsed each on its own."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from sayso.model import Document, Span

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
# The parser's memory grows with the length of what it parses at once, so a monstrous paragraph is cut.
LONGEST = 8_000
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“\"'‘(A-Z])")


class Piece(Struct, frozen=True):
    """A stretch of text to parse: its span, the index of its paragraph, whether it is left out of the report."""

    span: Span
    paragraph: int
    left_out: bool


def pieces(document: Document) -> Iterator[Piece]:
    """Paragraphs of the document, cut where the dateline ends and where a left-out stretch begins or ends."""
    out = [left.span for left in document.left_out]
    if document.dateline is not None:
        out.append(document.dateline.span)
    cuts = sorted({cut for span in out for cut in (span.start, span.end)})
    for paragraph, line in enumerate(LINE.finditer(document.text)):
        edges = [line.start(), *(cut for cut in cuts if line.start() < cut < line.end()), line.end()]
        for start, end in pairwise(edges):
            for span in _trimmed(document.text, start, end):
                yield Piece(span, paragraph, any(left.covers(span) for left in out))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = _cut(text, start)
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)


def _cut(text: str, start: int) -> int:
    """Where to cut a stretch that is too long: after the last sentence, else the last word, that fits."""
    window = text[start : start + LONGEST]
    ends = [match.end() for match in SENTENCE_END.finditer(window)]
    if ends:
        return start + ends[-1]
    space = window.rfind(" ")
    return start + (space + 1 if space > 0 else LONGEST)
