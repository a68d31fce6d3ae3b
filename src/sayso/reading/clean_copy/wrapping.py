"""Lines that were broken by hand, or by a machine with so many columns, in the middle of a sentence."""

import re
from itertools import pairwise
from typing import Final

# Columns that old copy is broken at, and lines that nothing can be told from when there are fewer.
NARROWEST: Final = 40
WIDEST: Final = 100
FEWEST: Final = 3
# Lines within a paragraph are this full, ...
FULL: Final = 0.72
# ... nearly all of them, ...
MOST: Final = 0.9
# ... and no more than this share of them happens to end a sentence.
ENDING: Final = 0.5
LINE: Final = re.compile(r"[^\n]+")
SENTENCE_END: Final = re.compile(r"[.!?…:;][”\"’')\]]*\s*$")


def rejoined(text: str) -> str:
    """The text with a space for each line break inside a paragraph; the very same where its lines are not broken by hand.

    A paragraph ends at an empty line, before a line that is set in, and after a line that is not full.
    """
    if "\n" not in text:
        return text
    lines = [match for match in LINE.finditer(text) if match.group().strip()]
    width = max((len(line.group().rstrip()) for line in lines), default=0)
    if len(lines) < FEWEST or not NARROWEST <= width <= WIDEST:
        return text
    inside = [(line, after) for line, after in pairwise(lines) if _goes_on(text, line, after)]
    full = [line for line, _ in inside if len(line.group().rstrip()) >= FULL * width]
    ending = sum(SENTENCE_END.search(line.group()) is not None for line in full)
    if len(full) < max(2, MOST * len(inside)) or ending > ENDING * len(full):
        return text
    joined = list(text)
    for line in full:
        joined[line.end()] = " "
    return "".join(joined)


def _goes_on(text: str, line: re.Match[str], after: re.Match[str]) -> bool:
    """Whether the next line stands directly below, and is not set in."""
    return text[line.end() : after.start()] == "\n" and not after.group()[0].isspace()
