"""Headings between the paragraphs of a report: "Race against time"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.model import LeftOut, Span
from sayso.reading.lines import Line

# A heading has no more words and characters; the paragraphs around it have more characters than these.
MOST_WORDS: Final = 10
LONGEST: Final = 80
PARAGRAPH_BEFORE: Final = 60
PARAGRAPH_AFTER: Final = 80
SENTENCE_END: Final = re.compile(r"[.!?…”\"’')\]]$")
STOPPED: Final = re.compile(r"[.!?:;,…”\"’')\]–—-]$")
ADDRESS: Final = re.compile(r"www\.|https?:|\w@\w|\.(?:com|org|net|gov)\b", re.IGNORECASE)
ASKED: Final = re.compile(r"(?:Who|What|Why|How|When|Where|Which)\b[^.!]*\?$")


def subheads(lines: Sequence[Line]) -> Iterator[LeftOut]:
    """The headings among the lines of a report: short, without a full stop, each between paragraphs of whole sentences.

    A short question ("What is the case?") that stands so is one too. Lines broken by hand, and items of a list, are none.
    """
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if _is_short(line.words) and _is_paragraph_end(before.words) and _is_paragraph(after.words):
            yield LeftOut(Span(line.start, line.end), "headline")


def _is_short(words: str) -> bool:
    if len(words) > LONGEST or len(words.split()) > MOST_WORDS or not words[0].isupper() or ADDRESS.search(words):
        return False
    return STOPPED.search(words) is None or ASKED.match(words) is not None


def _is_paragraph_end(words: str) -> bool:
    return len(words) >= PARAGRAPH_BEFORE and SENTENCE_END.search(words) is not None


def _is_paragraph(words: str) -> bool:
    return len(words) >= PARAGRAPH_AFTER and not words[0].islower()
