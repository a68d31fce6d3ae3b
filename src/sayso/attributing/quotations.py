"""Quotations: pairs of quotation marks, of every style, paragraph by paragraph, whatever is missing."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.model import Span

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
MARK = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»]|[‘’‚‹›']")
OPENS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "``": "''", "‘‘": "’’", "‘": "’", "‚": "‘’", "‹": "›"}
SINGLE = frozenset("‘’‚‹›'")
BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/:,“\"‘'«„*>") | {""}
ELIDED = re.compile(r"['’](?:\d0s|em|tis|twas|til|cause|round|n)\b", re.IGNORECASE)


class Quotation(Struct, frozen=True):
    """Words between quotation marks.

    outer: with the marks; inner: without them and the white space inside. closed: the closing mark is there.
    opens_paragraph: nothing but white space stands before it in its paragraph; ends_paragraph: nothing follows it.
    paragraph: the index of its line among those of the text that have words. nested: it stands inside another quotation.
    """

    outer: Span
    inner: Span
    closed: bool
    opens_paragraph: bool
    ends_paragraph: bool
    paragraph: int
    nested: bool = False


class Marks:
    """The quotations of one text, looked up by place.

    every: all in order, nested ones right after the one that they stand in; top: the outermost, which never overlap.
    """

    def __init__(self, every: Sequence[Quotation]) -> None:
        self.every = tuple(every)
        self.top = tuple(_apart(every))
        self._starts = [one.outer.start for one in self.every]
        self._ends = [one.outer.end for one in self.top]

    @classmethod
    def of(cls, text: str) -> "Marks":
        """The quotations of a text."""
        return cls(quotations(text))

    def over(self, span: Span) -> Sequence[Quotation]:
        """The outermost quotations that share a character with the span."""
        first = last = bisect_right(self._ends, span.start)
        while last < len(self.top) and self.top[last].outer.start < span.end:
            last += 1
        return self.top[first:last]

    def inside(self, outer: Quotation) -> Sequence[Quotation]:
        """The quotations nested in an outermost one."""
        first = bisect_right(self._starts, outer.outer.start)
        last = first
        while last < len(self.every) and self.every[last].outer.start < outer.outer.end:
            last += 1
        return self.every[first:last]


def _apart(every: Sequence[Quotation]) -> Iterator[Quotation]:
    """The outermost quotations; of two that cross, the earlier."""
    reached = 0
    for one in every:
        if not one.nested and one.outer.start >= reached:
            reached = one.outer.end
            yield one


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text in order, nested ones right after the one that they stand in."""
    found: list[Quotation] = []
    for paragraph, line in enumerate(LINE.finditer(text)):
        for opening, closing, closed, nested in _pairs(text, line.start(), line.end()):
            quotation = _quotation(text, line, paragraph, opening, closing, closed, nested)
            if quotation is not None:
                found.append(quotation)
    found.sort(key=lambda one: (one.outer.start, -one.outer.end))
    return found


def _quotation(
    text: str, line: re.Match[str], paragraph: int, opening: Span, closing: Span, closed: bool, nested: bool
) -> Quotation | None:
    start, end = opening.end, closing.start if closed else closing.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end or not any(character.isalnum() for character in text[start:end]):
        return None
    return Quotation(
        outer=Span(opening.start, closing.end),
        inner=Span(start, end),
        closed=closed,
        opens_paragraph=not text[line.start() : opening.start].strip(),
        ends_paragraph=not text[closing.end : line.end()].strip(" \t.,;:—–-"),
        paragraph=paragraph,
        nested=nested,
    )


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[Span, Span, bool, bool]]:
    """(opening mark, closing mark or the last word's end, closed, nested) for one paragraph."""
    double: Span | None = None
    single: Span | None = None
    style = ""
    for match in MARK.finditer(text, start, end):
        mark, span = match[0], Span(*match.span())
        if mark in SINGLE:
            if single is None:
                single = span if _opens(text, span, start) and not ELIDED.match(text, span.start) else None
            elif mark not in OPENS and _closes(text, span, end):
                yield single, span, True, double is not None
                single = None
        elif double is None:
            double, style = (span, mark) if _starts(text, mark, span, start) else (None, "")
        elif mark in _closing_of(style) or (mark == '"' and not _only_opens(text, span, start)):
            yield double, span, True, False
            double = single = None
        elif style == "”" and mark == "“" and not _opens(text, span, start):
            yield double, span, True, False  # the two marks are the wrong way round
            double = single = None
        elif mark in OPENS or _only_opens(text, span, start):
            # The quotation before was never closed: its mark was a stray one.
            double, style = span, mark
    if double is not None and text[double.end : end].strip() and _opens(text, double, start):
        yield double, Span(max(double.end, end - 1), end), False, False


def _starts(text: str, mark: str, span: Span, start: int) -> bool:
    """Does a double mark outside of any quotation start one (be it a closing mark, typed for an opening one)?"""
    return mark in OPENS or (mark in ('"', "''", "”") and _opens(text, span, start))


def _closing_of(style: str) -> str | tuple[str, ...]:
    if style in ('"', "''", "”"):
        return (style, "”", "''", "’’") if style != "''" else ("''", '"')
    return (*OPENS.get(style, "”"), "''", "’’") if style not in ("``", "‘‘") else ("''", "’’", '"')


def _opens(text: str, mark: Span, start: int) -> bool:
    """May the mark be an opening one: at the start or after a space, right before a word?"""
    before = text[mark.start - 1] if mark.start > start else ""
    after = text[mark.end : mark.end + 1]
    if after.isspace():
        return not before and after != "\n" and text[mark.end + 1 : mark.end + 2].isalnum()
    return before in BEFORE_OPENING and after not in ("", ",", ".", ";", ")")


def _only_opens(text: str, mark: Span, start: int) -> bool:
    """Must the mark be an opening one: white space before it, a word right after it?"""
    before = text[mark.start - 1] if mark.start > start else " "
    after = text[mark.end : mark.end + 1]
    return (before.isspace() or before in "([") and (after.isalnum() or after in "[$…")


def _closes(text: str, mark: Span, end: int) -> bool:
    """May a single mark close, being no apostrophe: no letter after it, and a word or stop before it?"""
    after = text[mark.end] if mark.end < end else " "
    before = text[mark.start - 1]
    if after.isalnum() or before.isspace():
        return False
    # "the ministers' talks": a plural's apostrophe is followed by a word, a closing mark mostly by a stop or verb.
    plural = before == "s" and after == " " and text[mark.end + 1 : mark.end + 2].isalpha()
    return not (plural and "'" in text[mark.end : end].replace("’", "'"))
