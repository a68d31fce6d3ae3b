"""Lines of a text, and whether one is furniture of the page."""

from typing import Final

from msgspec import Struct

from sayso.resources.wire import Rule, conventions

# No line of furniture is longer.
LONGEST: Final = 420


class Line(Struct, frozen=True):
    """A line without the spaces around it: characters [start, end). last: no other words follow in the text."""

    start: int
    end: int
    words: str
    last: bool


def line_at(text: str, start: int) -> Line:
    """The line from start to the next line break."""
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    words = text[start:stop].strip()
    begin = start + (len(text[start:stop]) - len(text[start:stop].lstrip()))
    return Line(begin, begin + len(words), words, last=not text[stop : stop + 4_000].strip())


def lines_of(text: str, start: int) -> list[Line]:
    """The lines from start to the end of the text that have any words."""
    found: list[Line] = []
    at = start
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        words = text[at:stop].strip()
        if words:
            begin = at + len(text[at:stop]) - len(text[at:stop].lstrip())
            found.append(Line(begin, begin + len(words), words, last=False))
        at = stop + 1
    return found


def line_rule(words: str) -> Rule | None:
    """The rule by which a whole line is furniture; None for a line of the report."""
    if not words or len(words) > LONGEST:
        return None
    return next((rule for rule in conventions().furniture["line"] if rule.pattern.fullmatch(words)), None)
