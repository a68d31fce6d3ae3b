"""The words of a text as they are looked at where its case is lost: in lower case, with the marks between them."""

import re
from typing import Final

from msgspec import Struct

LOWER, TITLE, UPPER, MIXED = range(4)
"""How a word is written: "rebels", "Farouk", "NATO", "McKay"."""

# An acronym with its full stops, a word with the apostrophes inside it, a genitive's ending, any other mark, a line break.
WORD: Final = re.compile(r"(?:(?<![^\W_])[^\W\d_]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|['’]s\b|[^\w\s]|_|\n")
ENDS: Final = frozenset(".!?…\n")
OPENING: Final = frozenset("\"“‘'«([*•-–—")
CLOSING: Final = frozenset("\"”’'»)]")
QUOTES: Final = frozenset('"“‘«')
DASHES: Final = frozenset("-–—")
# A quotation after one of these and a comma begins with a capital.
SPEECH: Final = (["said"], ["says"], ["added"], ["adds"], ["told"], ["asked"], ["replied"])
# Words and marks that a dateline has at most, with the line break before them: before a colon, before a dash.
LONGEST_PLACE: Final = 4
LONGEST_DATELINE: Final = 16
# After these a full stop ends no sentence.
ABBREVIATED: Final = frozenset({
    "adm", "amb", "apr", "aug", "ave", "brig", "capt", "cmdr", "col", "cpl", "dec", "dr", "feb", "gen", "gov", "hon", "insp", "jan",
    "lt", "maj", "mar", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "pfc", "prof", "pvt", "rep", "reps", "rev", "sen", "sens",
    "sep", "sept", "sgt", "shri", "smt", "spc", "sr", "st", "supt", "vs",
})  # fmt: skip


class Word(Struct, frozen=True, gc=False):
    """A word or mark: characters [start, end), its text in lower case, and whether it begins a sentence."""

    start: int
    end: int
    text: str
    opens: bool


def lowered(text: str) -> str:
    """The text in lower case, as long as it was: the few characters whose small letter is longer stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def words_of(text: str) -> list[Word]:
    """The words and marks of a text, in its order."""
    lower = lowered(text)
    found: list[Word] = []
    starts = _Starts()
    for match in WORD.finditer(lower):
        start, end = match.span()
        spaced = start == 0 or lower[start - 1].isspace() or lower[start - 1] in OPENING
        opens = starts.at_word(match.group(), spaced=spaced) if match.group()[0].isalnum() else False
        found.append(Word(start, end, match.group(), opens))
        if not match.group()[0].isalnum():
            starts.at_mark(match.group(), opening=spaced and not lower[end : end + 1].isspace())
    return found


class _Starts:
    """Where sentences begin, told going over the words and marks of a text one by one."""

    def __init__(self) -> None:
        self._fresh = True
        self._before: list[str] = ["\n"]
        self._label = False

    def at_word(self, word: str, *, spaced: bool) -> bool:
        """Whether a sentence begins with the word; spaced: a space or an opening mark stands before it."""
        opens = self._fresh and spaced
        self._fresh = False
        self._before.append(word)
        return opens

    def at_mark(self, mark: str, *, opening: bool) -> None:
        """Go over a mark; opening: a space stands before it and none after."""
        before = self._before[-1]
        if mark == "\n":
            self._before = ["\n"]
        if mark in ENDS:
            self._fresh = mark != "." or not _is_abbreviated(before)
        elif mark == "[":
            self._label = self._fresh
        elif mark == "]":
            self._fresh = self._label
        elif mark in QUOTES and opening:
            self._fresh = self._fresh or before == ":" or (before == "," and self._before[-2:-1] in SPEECH)
        elif mark in DASHES or mark == ":":
            self._fresh = self._fresh or self._is_after_dateline(mark)
        elif mark not in CLOSING and mark not in OPENING:
            self._fresh = False
        self._before.append(mark)

    def _is_after_dateline(self, mark: str) -> bool:
        """Whether the words of the line so far may be a dateline: "north port: ", "north port, 3 jan (afp) -- "."""
        if mark == ":":
            return len(self._before) <= LONGEST_PLACE and all(word[0].isalpha() for word in self._before[1:])
        return len(self._before) <= LONGEST_DATELINE and (self._before[-1] in ")-" or self._before[-1].isdigit())


def _is_abbreviated(word: str) -> bool:
    return word in ABBREVIATED or (len(word) == 1 and word.isalpha())


def case_of(written: str) -> int:
    """How a word is written; one capital alone counts as a Title."""
    if not any(one.isupper() for one in written):
        return LOWER
    if written[0].isupper() and not any(one.isupper() for one in written[1:]):
        return TITLE
    return UPPER if written.isupper() else MIXED
