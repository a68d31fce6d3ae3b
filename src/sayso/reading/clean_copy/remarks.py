"""What the monitors of broadcasts and wires put in square brackets: who speaks, what they could not hear, what a name stands for.

"[RIOS] WE LEFT [WORDS INDISTINCT] THE NF [NORTH FRONT]" is read as "RIOS: WE LEFT   THE NF (NORTH FRONT)", every character in
its place. Only in a text that bears such a service's header or remarks: brackets elsewhere are the author's own.
"""

import re
from typing import Final

from sayso.reading.monitored import header_at

HEARD: Final = (
    r"(?:begin|end)(?: [\w ,.'-]{1,40})? recording|\d+-(?:second|minute) break in reception|not further identified|expansion unknown"
    r"|(?:few |several )?(?:words?|passages?|names?|sentences?|paragraphs?|questions?|figures?|lines?)(?: or two)?"
    r" (?:indistinct|omitted|missing|as (?:heard|received|published|printed))"
    r"|(?:spelling |title |rank )?as (?:heard|received|published|printed|given)|no dateline as received"
)
TELLING: Final = re.compile(rf"\[(?:{HEARD})\]", re.IGNORECASE)
REMARK: Final = re.compile(
    rf"\[(?:{HEARD}|continued|text|excerpts?|report|applause|laughter|changes thought|corrects (?:him|her)self|signed|dated)\]",
    re.IGNORECASE,
)
SPEAKER: Final = re.compile(r"^(?P<space>[ \t]*)\[(?P<name>[^\W\d_][\w.'’ -]{1,40})\] (?=[\"“]?\w)", re.MULTILINE)
GLOSS: Final = re.compile(r"(?<=[\w.\"”)] )\[(?P<words>[^\W\d_][^\[\]]{1,90})\]")


def without_remarks(text: str) -> str:
    """The text with its monitors' remarks blank, its speakers before a colon and its glosses in brackets; else the very same."""
    if "[" not in text:
        return text
    header = header_at(text, 0)
    if header is None and TELLING.search(text) is None:
        return text
    start = 0 if header is None else header[1]
    body = REMARK.sub(lambda match: " " * len(match.group()), text[start:])
    body = SPEAKER.sub(lambda match: f"{match['space']} {match['name']}: ", body)
    return text[:start] + GLOSS.sub(lambda match: f"({match['words']})", body)
