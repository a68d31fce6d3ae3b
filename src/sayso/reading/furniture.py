"""What stands around and between the paragraphs of a report and is no part of it."""

import re
from typing import Final

from sayso.model import LeftOut, Span, covered
from sayso.reading.lines import Line, line_rule, lines_of
from sayso.reading.subheads import subheads
from sayso.reading.tag_lists import tag_list
from sayso.resources.wire import conventions

# The last words of a text in which its tail is looked for, and how many pieces a tail may have.
TAIL: Final = 1_200
MOST_PIECES: Final = 8
# Headings of the lists that close an article, as an encyclopedia's news pages have them.
LISTS: Final = frozenset(
    ["sources", "source", "external links", "external link", "related news", "related articles", "related stories",
     "sister links", "references", "see also", "further reading", "notes", "footnotes", "more stories", "read also",
     "have an opinion on this story? share it!", "related coverage", "in other news", "you may also like"]
)  # fmt: skip
ITEM_LONGEST: Final = 320


def furniture_of(text: str, start: int, author: str | None) -> list[LeftOut]:
    """The stretches from start on that are no part of the report. author: a name that may be repeated at the end."""
    lines = lines_of(text, start)
    found = [left for line in lines if (left := _line(line, alone=len(lines) == 1)) is not None]
    found.extend(_lists(lines))
    found.extend(_inline(text, start))
    found.extend(_tail(text, start, found, author))
    tags = tag_list(text, start)
    if tags is not None:
        found.append(tags)
    spans = [left.span for left in found]
    found.extend(subheads([line for line in lines if not covered(Span(line.start, line.end), spans)]))
    return found


def _line(line: Line, *, alone: bool) -> LeftOut | None:
    rule = None if alone else line_rule(line.words)
    return None if rule is None else LeftOut(Span(line.start, line.end), rule.why)


def _lists(lines: list[Line]) -> list[LeftOut]:
    """Lists of sources, links and related news that close the text, with their headings."""
    first: Line | None = None
    for line in reversed(lines):
        if line.words.rstrip(":").casefold() in LISTS:
            first = line
        elif len(line.words) > ITEM_LONGEST:
            break
    if first is None or first is lines[0]:
        return []
    return [LeftOut(Span(first.start, lines[-1].end), "navigation")]


def _inline(text: str, start: int) -> list[LeftOut]:
    return [
        LeftOut(Span(*match.span()), rule.why)
        for rule in conventions().furniture["inline"]
        for match in rule.pattern.finditer(text, start)
    ]


def _tail(text: str, start: int, found: list[LeftOut], author: str | None) -> list[LeftOut]:
    """The pieces at the very end of the last line that is part of the report."""
    end = _end_of_report(text, start, found)
    pieces: list[LeftOut] = []
    for _ in range(MOST_PIECES):
        begin = max(start, end - TAIL, text.rfind("\n", start, end) + 1)
        piece = _piece(text, begin, end, author)
        if piece is None or piece.span.start <= start:
            return pieces
        pieces.append(piece)
        end = _end_of_report(text, start, [*found, *pieces])
    return pieces


def _end_of_report(text: str, start: int, found: list[LeftOut]) -> int:
    """Where the report ends, when all that is found is taken off its end."""
    end = len(text)
    for left in sorted(found, key=lambda left: left.span, reverse=True):
        if not text[left.span.end : end].strip():
            end = left.span.start
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _piece(text: str, begin: int, end: int, author: str | None) -> LeftOut | None:
    if author and text.endswith(author, begin, end) and re.search(r"[.!?”\"] ?$", text[begin : end - len(author)]):
        return LeftOut(Span(end - len(author), end), "credit")
    for rule in conventions().furniture["end"]:
        match = rule.pattern.search(text, begin, end)
        if match is not None and match.group(0).strip():
            lead = len(match.group(0)) - len(match.group(0).lstrip())
            return LeftOut(Span(match.start() + lead, match.start() + len(match.group(0).rstrip())), rule.why)
    return None
