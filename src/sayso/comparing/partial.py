"""Is a toll one of some of the victims, beside or among others, or one of an earlier hour?

"Another five died in the next street", "two of them were children", "36 were killed, and rockets killed nine others", "the two bodies":
such a number is not held against that of all; nor is one that is told roughly ("dozens"), or as what was known before ("had earlier put it at five").
"""

import re
from typing import Final

from sayso.model import Toll, cover

SOME: Final = re.compile(
    r"\b(dozens|scores|hundreds|thousands|another|others?|further|additional|as well as|besides|among|of (them|those|whom|which|the (dead|victims|wounded|bodies)))\b",
    re.IGNORECASE,
)
BEFORE: Final = re.compile(
    r"\b(earlier|initial|initially|at first|previous|previously|revised|revising|updated|rose|risen|up from|down from)\b",
    re.IGNORECASE,
)
# "Two more died" counts others; "leaving many more hurt" says so of the hurt.
MORE: Final = re.compile(r"^(\w+\s+)?more\b(?! than)", re.IGNORECASE)
# "The two bodies" counts those who were told of before, or some of them.
KNOWN: Final = re.compile(r"(the|these|those|both)\b", re.IGNORECASE)
OF_KNOWN: Final = re.compile(
    r"\b(the|these|those|both|his|her|its|their)\s+((\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)\s+)?$",
    re.IGNORECASE,
)
# "The toll included two killed on Sunday."
INCLUDED: Final = re.compile(r"\binclud\w+\s[^,;:]*$", re.IGNORECASE)
# Characters before and after a number in which it says of whom.
REACH: Final = 40


def is_of_some(toll: Toll, text: str) -> bool:
    """Does the text around a toll say that it is of some of the victims, rough or outdated? text: the document's."""
    if not toll.evidence:
        return False
    span = cover(toll.evidence)
    before = text[max(0, span.start - REACH) : span.start].rpartition(".")[2]
    after = text[span.end : span.end + 2 * REACH].partition(".")[0]
    told = span.words(text)
    around = f"{before}{told}{after}"
    looked = (
        SOME.search(around),
        BEFORE.search(around),
        MORE.search(f"{told}{after}"),
        OF_KNOWN.search(before),
        INCLUDED.search(before),
        KNOWN.match(told),
    )
    return any(found is not None for found in looked)
