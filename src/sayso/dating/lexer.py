"""The lexer: a text as one character a word, so that patterns over words are plain regular expressions.

Every word that a pattern can name, and every form of number, has a character of its own; all other words share one.
"""

import re

from msgspec import Struct

NOTHING = "\x00"
BREAK = "\x01"
FORMS = (
    "stamp", "d0", "d1", "d2", "d3", "y4", "hhmm", "bigint", "decimal", "ordd", "ordc", "clock", "iso", "slashed", "decade", "apyear",
    "quarterq", "dash", "comma", "dot", "slash", "apos_s", "oclock", "lpar", "rpar", "colon",
)  # fmt: skip
FORM_CHARS = {form: chr(0xF000 + i) for i, form in enumerate(FORMS)}
# Classes that are unions of forms.
UNIONS = {
    "day": ("d0", "d1", "d2", "ordd"),
    "int": ("d0", "d1", "d2", "d3", "y4", "hhmm", "bigint"),
}
TOKEN = re.compile(
    r"""
    (?P<stamp>(?<![\w-])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\w-]))
  | (?P<iso>(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-]))
  | (?P<slashed>(?<![\w/])\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?![\w/]))
  | (?P<clock>(?<![\w:.])\d{1,2}(?::\d{2}(?::\d{2})?|h\d{2}(?!\w))(?![\d:]))
  | (?P<decade>(?<![^\W_])(?:['’])?(?:\d{3}0|\d0)['’]?s(?!\w))
  | (?P<apyear>(?<!\w)['’`]\d\d(?!\w))
  | (?P<ord>(?<!\w)\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w))
  | (?P<quarterq>(?<!\w)(?:Q[1-4]|H[12]|[1-4]Q|[12]H)(?![^\W\d_]))
  | (?P<decimal>\d+(?:,\d{3})*\.\d+)
  | (?P<int>(?<=Jan\s|Feb\s|Mar\s|Apr\s|May\s|Jun\s|Jul\s|Aug\s|Sep\s|Oct\s|Nov\s|Dec\s)\d\d(?=(?:19|20)\d\d(?!\w))  # "Apr 232017"
      |\d+(?:,\d{3})*)
  | (?P<mer>(?:(?<=\d)|(?<=\d\s)|(?<!\w))[AaPp]\.\s?[Mm](?:\.|(?!\w)))
  | (?P<era>(?<!\w)(?:[BA]\.\s?[CD]\.?(?:\s?E\.?)?)(?!\w))
  | (?P<oclock>(?<!\w)[Oo]['’]\s?[Cc]lock\b)
  | (?P<apos_s>['’]s?(?!\w))
  | (?P<word>[^\W\d_]+)
  | (?P<dash>[-‐‑‒–—]+)
  | (?P<comma>,)
  | (?P<dot>\.)
  | (?P<slash>[/⁄])
  | (?P<lpar>[(\[])
  | (?P<rpar>[)\]])
  | (?P<colon>:)
  | (?P<newline>\s*\n\s*)
  | (?P<other>[^\s])
    """,
    re.VERBOSE,
)
# These are names of months or days only with a capital letter.
CAPITAL = frozenset(
    {"may", "march", "mar", "sun", "sat", "jan", "wed", "mon", "fri", "thu", "tue", "tues", "dec", "ad"}
)
FORM_GROUPS = frozenset({"stamp", "iso", "slashed", "clock", "decade", "apyear", "quarterq", "decimal", "oclock", "apos_s", "dash", "comma",
                         "dot", "slash", "lpar", "rpar", "colon"})  # fmt: skip


class Lexed(Struct, frozen=True):
    """The words of a text: one character each in chars, their offsets, and their lower-case forms."""

    text: str
    chars: str
    starts: list[int]
    ends: list[int]
    words: list[str]


class Lexer:
    """Turns texts into Lexed; knows every word of the vocabulary."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self.char_of = {word: chr(0xE000 + i) for i, word in enumerate(sorted(vocabulary))}

    def lex(self, text: str) -> Lexed:
        """The words of the text."""
        chars, starts, ends, words = [], [], [], []
        for match in TOKEN.finditer(text):
            group = match.lastgroup
            raw = match.group()
            if group == "newline":
                if not _continues(text, match.start(), match.end(), raw):
                    chars.append(BREAK)
                    starts.append(match.start())
                    ends.append(match.end())
                    words.append("\n")
                continue
            lower = raw.lower()
            if group == "word":
                char = self.char_of.get(lower, NOTHING)
                if char != NOTHING and lower in CAPITAL and raw[0] == lower[0]:
                    char = NOTHING
            elif group in FORM_GROUPS:
                char = FORM_CHARS[group]
            else:
                lower, char = self._number_or_mark(group, lower)
            chars.append(char)
            starts.append(match.start())
            ends.append(match.end())
            words.append(lower)
        return Lexed(text, "".join(chars), starts, ends, words)

    def _number_or_mark(self, group: str | None, lower: str) -> tuple[str, str]:
        if group == "int":
            return lower, FORM_CHARS[_integer_form(lower)]
        if group == "ord":
            return lower, FORM_CHARS["ordd" if int(lower[:-2]) <= 31 else "ordc"]
        if group in ("mer", "era"):
            plain = re.sub(r"[.\s]", "", lower)
            return plain, self.char_of.get(plain, NOTHING)
        return lower, NOTHING


def _integer_form(digits: str) -> str:
    """The form of an integer: one digit, 10 to 31, 32 to 99, a year, four digits with a leading zero, any other."""
    if "," in digits or len(digits) > 4 or len(digits) == 3:
        return "bigint"
    number = int(digits)
    if len(digits) == 4:
        return "y4" if 1000 <= number <= 2199 else "hhmm"
    if len(digits) == 2 and digits[0] == "0":
        return "d0"
    if 1 <= number <= 9:
        return "d1"
    return "d2" if 10 <= number <= 31 else "d3"


def _continues(text: str, start: int, end: int, raw: str) -> bool:
    """Does the sentence run on over this line break? (hard-wrapped text)"""
    if raw.count("\n") > 1 or start == 0 or end >= len(text):
        return False
    return text[start - 1] not in '.!?:;”"' and (text[end].islower() or text[end].isdigit())
