"""Windows: the stretches of words that the encoder sees at once."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np

from sayso.tagging.words import Words

SENTENCE_ENDS: Final = frozenset(".!?")
CLOSING: Final = frozenset("\"'\u201d\u2019)")


def segments(words: Words, text: str, limit: int) -> list[tuple[int, int]]:
    """Stretches (first word, end) that stay together: lines, or sentences where a line is over limit pieces."""
    edges = [*np.flatnonzero(words.line).tolist(), len(words)]
    found: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        if words.first[end] - words.first[start] <= limit:
            found.append((start, end))
        else:
            for sentence in _sentences(words, text, start, end):
                found.extend(_cut(words, *sentence, limit))
    return found


def _sentences(words: Words, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for index in range(start + 1, end):
        before = text[words.start[index - 1]]
        ended = before in SENTENCE_ENDS or (
            before in CLOSING and index - 1 > begin and text[words.start[index - 2]] in SENTENCE_ENDS
        )
        opens = words.shape[index] in (2, 3, 4, 5, 7) or text[words.start[index]] in "\"'\u201c\u2018("
        if ended and opens and words.start[index] > words.end[index - 1]:
            yield begin, index
            begin = index
    yield begin, end


def _cut(words: Words, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """A stretch cut wherever it reaches limit pieces."""
    begin = start
    for index in range(start, end):
        if words.first[index + 1] - words.first[begin] > limit and index > begin:
            yield begin, index
            begin = index
    yield begin, end


def windows(words: Words, text: str, limit: int, first_limit: int | None = None) -> list[tuple[int, int]]:
    """Whole segments packed into windows (first word, end) of at most limit pieces.

    first_limit: pieces of the first window, where it differs (training varies where windows begin).
    """
    found: list[tuple[int, int]] = []
    room = first_limit or limit
    begin: int | None = None
    for start, end in segments(words, text, limit):
        if begin is not None and words.first[end] - words.first[begin] > room:
            found.append((begin, start))
            begin, room = start, limit
        elif begin is None:
            begin = start
    if begin is not None:
        found.append((begin, len(words)))
    return found
