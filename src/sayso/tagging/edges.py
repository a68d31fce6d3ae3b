"""The edges of a content put right by the marks that stand there."""

from dataclasses import replace
from typing import Final

from sayso.tagging.stretches import Stretch
from sayso.tagging.words import DOUBLE, Words

PAUSES: Final = frozenset(",;:")
OPENING: Final = frozenset('"\u201c')
CLOSING: Final = frozenset('"\u201d')
STOPS: Final = frozenset(".,!?")


def tidy(text: str, words: Words, content: Stretch) -> Stretch:
    """The content without a pause at its edges or its sentence's full stop, and with the quotation mark that it lacks.

    `, he would stay,` becomes `he would stay`; `"We stay` before `."` becomes `"We stay."`.
    """

    def mark(index: int) -> str:
        return text[words.start[index] : words.end[index]] if 0 <= index < len(words) else ""

    start, end = content.start, content.end
    marks = [mark(index) for index in range(start, end) if mark(index) in DOUBLE]
    if len(marks) % 2:
        if marks[0] in OPENING and not (marks[-1] in CLOSING and end - 1 > start and mark(end - 1) in CLOSING):
            after = end + (mark(end) in STOPS and mark(end) != "")
            if mark(after) != "" and mark(after) in CLOSING and not words.line[after]:
                end = after + 1
        elif marks[-1] in CLOSING and mark(start - 1) != "" and mark(start - 1) in OPENING and not words.line[start]:
            start -= 1
    while end - start > 1 and mark(start) in PAUSES:
        start += 1
    while end - start > 1 and (mark(end - 1) in PAUSES or (not marks and _stop(text, words, end - 1))):
        end -= 1
    return content if (start, end) == (content.start, content.end) else replace(content, start=start, end=end)


def _stop(text: str, words: Words, index: int) -> bool:
    """Is the word a full stop, and not that of an abbreviation?"""
    before = text[words.start[index - 1] : words.end[index - 1]]
    return text[words.start[index]] == "." and len(before) > 1
