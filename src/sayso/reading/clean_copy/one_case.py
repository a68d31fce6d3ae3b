"""Which stretches of a text are of one case: old wire copy in capitals, transcripts in small letters."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final, Literal

from msgspec import Struct

from sayso.model import Span

Kind = Literal["capitals", "small", "neither", "nothing"]

LINE: Final = re.compile(r"[^\n]+")
WORD: Final = re.compile(r"[^\W\d_]{2,}")
START: Final = re.compile(r"[.!?][”\"’')\]]*\s+[\"“‘(\[]*([^\W\d_])")
# Shares of words in capitals, or small ones, from which a line is in capitals or small letters.
CAPITALS: Final = 0.96
SMALL: Final = 0.9
# Share of sentences that begin with a small letter where all are small.
BEGUN_SMALL: Final = 0.75
# Stretches that are shorter may be a name or a headline: the whole text (or nearly), and a part of it.
SHORTEST: Final = 4
NEARLY: Final = 0.9
STRETCH: Final = 25
SENTENCES: Final = 2


class _Line(Struct, frozen=True):
    span: Span
    kind: Kind
    words: int


def stretches(text: str) -> list[Span]:
    """The stretches that are of one case, in the order of the text; none for an ordinary text."""
    lines = [line for match in LINE.finditer(text) if (line := _line(match)).kind != "nothing"]
    if all(line.kind == "neither" for line in lines):
        return []
    whole = sum(line.words for line in lines)
    found: list[Span] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        part = list(group)
        alone = sum(line.words for line in part) >= NEARLY * whole
        if kind != "neither" and _is_one_case(text, part, alone=alone):
            found.append(Span(part[0].span.start, part[-1].span.end))
    return found


def _line(match: re.Match[str]) -> _Line:
    words = WORD.findall(match.group())
    return _Line(Span(*match.span()), _kind(match.group(), words), len(words))


def _kind(line: str, words: Sequence[str]) -> Kind:
    if not words:
        return "nothing"
    small = sum(map(str.islower, words))
    if small >= SMALL * len(words):
        begun = [words[0], *START.findall(line)]
        return "small" if sum(letter[0].islower() for letter in begun) >= BEGUN_SMALL * len(begun) else "neither"
    if small == 0 and sum(map(str.isupper, words)) >= CAPITALS * len(words):
        return "capitals"
    return "neither"


def _is_one_case(text: str, part: Sequence[_Line], *, alone: bool) -> bool:
    """Whether a run of lines of one kind is long enough, and more than a headline."""
    words = sum(line.words for line in part)
    own = Span(part[0].span.start, part[-1].span.end).words(text)
    if alone and words >= SHORTEST and (part[0].kind == "capitals" or not any(map(str.isupper, own))):
        return True
    return words >= STRETCH and len(START.findall(own)) >= SENTENCES
