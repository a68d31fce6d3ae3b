"""A text as the tagger sees it: words, their word pieces, and the marks of writing that an uncased encoder loses."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

SHAPES: Final = 8
"""Number of word shapes: special, lower, Title, UPPER, mIxed, digits, punctuation, one capital letter."""
QUOTES: Final = 4
"""Number of quotation states: outside, inside double marks, inside single marks, a mark itself."""
BREAKS: Final = 2
"""Number of line states: within a line, first word of a line."""

DOUBLE: Final = '"\u201c\u201d\u201e\u00ab\u00bb'
SINGLE_QUOTED: Final = re.compile(r"(?<!\w)(?:'(?=\w)[^'\n\"]{2,300}?'|\u2018[^\u2018\u2019\n]{2,300}\u2019)(?!\w)")

LONE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text.

    start, end: characters of each word. first: index of its first piece in ids; one more entry ends the last word.
    ids: word pieces of the whole text, without special ones. shape, quote, line: states of each word (see above).
    """

    start: Ints
    end: Ints
    first: Ints
    ids: Ints
    shape: Ints
    quote: Ints
    line: Ints

    def __len__(self) -> int:
        return len(self.start)


@lru_cache(maxsize=65536)
def shape_of(word: str) -> int:
    """The shape of a word as a small number, 1 to 7 (0 is kept for special pieces)."""
    if not any(char.isalnum() for char in word):
        return 6
    if any(char.isdigit() for char in word):
        return 5
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 7
    return 2 if word[0].isupper() and not any(char.isupper() for char in word[1:]) else 4


def quotation_states(text: str) -> NDArray[np.int8]:
    """Per character: 0 outside, 1 inside double marks, 2 inside single marks, 3 a double mark itself.

    A quotation ends at its closing mark or at the end of its line.
    """
    states = np.zeros(len(text), dtype=np.int8)
    for match in SINGLE_QUOTED.finditer(text):
        states[match.start() : match.end()] = 2
    for mark in re.finditer(r"[\u201c\u201e\u00ab]([^\u201c\u201d\u00bb\n]*)|\"([^\"\n]*)(\"|$|(?=\n))", text):
        states[mark.start() : mark.end()] = 1
    for mark in re.finditer(f"[{DOUBLE}]", text):
        states[mark.start()] = 3
    return states


def read_words(text: str, tokenizer: Tokenizer) -> Words:
    """The words of a text; none where it has nothing but white space."""
    # half of a surrogate pair is no character to the tokenizer; another sign in its place keeps the offsets
    encoding = tokenizer.encode(LONE.sub("\ufffd", text), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    groups = np.array([-1 if group is None else group for group in encoding.word_ids], dtype=np.int64)
    heads = np.flatnonzero(np.diff(groups, prepend=-2))
    first = np.append(heads, len(groups))
    start = offsets[heads, 0]
    end = offsets[first[1:] - 1, 1]
    states = quotation_states(text)
    previous = np.concatenate(([0], end[:-1])) if len(end) else end
    return Words(
        start=start,
        end=end,
        first=first,
        ids=np.array(encoding.ids, dtype=np.int64),
        shape=np.array([shape_of(text[s:e]) for s, e in zip(start, end, strict=True)], dtype=np.int64),
        quote=states[start].astype(np.int64),
        line=np.array(
            [int(i == 0 or "\n" in text[p:s]) for i, (p, s) in enumerate(zip(previous, start, strict=True))],
            dtype=np.int64,
        ),
    )
