"""Is a toll one of some of the victims, beside or among others?

"Another five died in the next street", "two of them were children", "36 were killed, and rockets killed nine others": such a number
is not held against that of all; nor is one
that is told roughly ("dozens").
"""

import re
from typing import Final

from sayso.model import Toll, cover

SOME: Final = re.compile(
    r"\b(dozens|scores|hundreds|thousands|another|others?|further|additional|more(?! than)|among|of (them|those|whom|which|the (dead|victims|wounded|bodies)))\b",
    re.IGNORECASE,
)
# Characters before and after a number in which it says of whom.
REACH: Final = 40


def is_of_some(toll: Toll, text: str) -> bool:
    """Does the text around a toll say that it is of some of the victims, or rough? text: the document's."""
    if not toll.evidence:
        return False
    span = cover(toll.evidence)
    before = text[max(0, span.start - REACH) : span.start].rpartition(".")[2]
    after = text[span.end : span.end + 2 * REACH].partition(".")[0]
    return SOME.search(f"{before}{span.words(text)}{after}") is not None
