"""From the matches of all patterns to the expressions that stand: the longest from the left."""

import functools
import re
from bisect import bisect_left
from collections.abc import Callable

from sayso.dating.lexer import Lexed
from sayso.dating.meaning import Meaning, Piece
from sayso.dating.named import day_rules
from sayso.dating.pattern import Grammar
from sayso.dating.readers import relation
from sayso.dating.recurring import READERS


def pieces_of(grammar: Grammar, lexed: Lexed, keep: Callable[[Piece], bool]) -> list[Piece]:
    """The expressions of the text in order, none overlapping: of those to keep that start at one word the longest."""
    named = {piece.first: piece for piece in named_days(lexed)}
    pieces: list[Piece] = []
    cursor = 0
    taken = sorted(named)
    for found in grammar.matches(lexed):
        while taken and taken[0] <= found.first:
            piece = named[taken.pop(0)]
            if piece.first >= cursor and keep(piece):
                pieces.append(piece)
                cursor = piece.last
        if found.first < cursor:
            continue
        read = [piece for piece in READERS[found.rule.build](found) if keep(piece)]
        if read:
            pieces.extend(read)
            cursor = read[-1].last
    pieces.extend(named[first] for first in taken if first >= cursor and keep(named[first]))
    return pieces


@functools.cache
def _named() -> re.Pattern[str]:
    names = sorted(day_rules(), key=len, reverse=True)
    words = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in names)
    rel = r"(?:(?P<rel>last|this|next|the previous|the following)\s+)?"
    year = r"(?:,?\s+(?:of\s+)?(?P<year>[12]\d{3}))?"
    return re.compile(
        rf"(?<![\w/])(?P<all>{rel}(?P<name>{words}){year}(?P<weekend>\s+weekend)?)(?![\w/])", re.IGNORECASE
    )


def named_days(lexed: Lexed) -> list[Piece]:
    """Holidays and days of history by their names, with a capital letter: "last Christmas", "Easter 1916", "9/11"."""
    pieces = []
    for match in _named().finditer(lexed.text):
        name = match.group("name")
        if name[0].islower() and not name.lower().startswith("the "):
            continue
        relative, role = relation(match.group("rel").lower().split()) if match.group("rel") else (None, "said")
        year = int(match.group("year")) if match.group("year") else None
        word = re.sub(r"\s+", " ", name.lower().replace("’", "'"))
        unit = "weekend" if match.group("weekend") else ""
        meaning = Meaning("named day", word=word, year=year, relative=relative, role=role, unit=unit)
        first, last = bisect_left(lexed.starts, match.start("all")), bisect_left(lexed.starts, match.end("all"))
        if first < last and lexed.starts[first] == match.start("all"):
            pieces.append(Piece(first, last, meaning, "holiday"))
    return pieces
