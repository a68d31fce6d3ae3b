"""How pieces of a claim are put into words, for every page that people read."""

import re
from typing import Final

from sayso.model import Count, Span, Toll

# White space, and what would steer a terminal: a text is other people's, and must not move the cursor.
SPACES: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")
SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“\"'‘(A-Z])|\n+")
# Where a full stop ends no sentence.
ABBREVIATED: Final = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Col|Gen|Lt|Sgt|Sen|Rep|Gov|St|No|Maj|Capt|U\.S|U\.N|U\.K|a\.m|p\.m))\.$"
)


def squeezed(words: str) -> str:
    """Words on one line, single-spaced, without control characters."""
    return SPACES.sub(" ", words).strip()


def shortened(words: str, most: int) -> str:
    """Words cut at a space to at most that many characters, with an ellipsis where something is left away."""
    words = squeezed(words)
    if len(words) <= most:
        return words
    cut = words.rfind(" ", 0, most)
    return words[: cut if cut > most // 2 else most].rstrip(" ,;:") + "…"


def says(words: str, name: str, *, whole: bool = True) -> bool:
    """Whether words hold a name, in whatever capitals; whole: as words of their own ("Russian" holds "Russia" only in part)."""
    end = r"(?!\w)" if whole else ""
    return re.search(rf"(?<!\w){re.escape(name)}{end}", words, re.IGNORECASE) is not None


def date_words(edtf: str) -> str:
    """An EDTF date, interval or set in words: "from 2015-09-30 on", "2009-10-02 or 2015-10-02"."""
    if edtf.startswith("[") and edtf.endswith("]"):
        return " or ".join(date_words(one.strip()) for one in edtf[1:-1].split(","))
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        if end in ("", ".."):
            return f"from {date_words(start)} on"
        if start in ("", ".."):
            return f"until {date_words(end)}"
        return f"{date_words(start)} to {date_words(end)}"
    if edtf.endswith("~"):
        return f"about {edtf[:-1]}"
    return f"{edtf[:-1]} (uncertain)" if edtf.endswith("?") else edtf


def toll_words(toll: Toll) -> str:
    """The toll in words: "at least 5 killed, 12 injured (civilians)"."""
    parts = [
        f"{count_words(count)} {what}"
        for what, count in (
            ("killed", toll.killed), ("injured", toll.injured), ("detained", toll.detained), ("displaced", toll.displaced)
        )
        if count is not None
    ]  # fmt: skip
    return ", ".join(parts) + (f" ({squeezed(toll.of)})" if parts and toll.of else "")


def count_words(count: Count) -> str:
    """A number of people as the text gives it: "5", "at least 5", "up to 12", "10 to 12"."""
    if count.low is None:
        return "some" if count.high is None else f"up to {count.high:,}"
    if count.high is None:
        return f"at least {count.low:,}"
    return f"{count.low:,}" if count.low == count.high else f"{count.low:,} to {count.high:,}"


def sentence_around(span: Span, text: str) -> tuple[int, int]:
    """The characters of the sentence that holds a span; as far as full stops and line breaks can tell."""
    first, last = max(0, span.start - 600), min(len(text), span.end + 600)
    start = first
    for match in SENTENCE_END.finditer(text, first, span.start):
        if ABBREVIATED.search(text, first, match.start()) is None:
            start = match.end()
    end = last
    for match in SENTENCE_END.finditer(text, span.end, last):
        if ABBREVIATED.search(text, first, match.start()) is None:
            end = match.start() + len(match.group(0).rstrip())
            break
    return start, end
