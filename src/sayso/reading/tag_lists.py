"""Lists of tags in the running text: "... a monitor said. Tags Harbour Northern Front At least five ships were sunk"."""

import re
from typing import Final

from sayso.model import LeftOut, Span

# A list stands near the top, after the summary, and is no longer than this.
WITHIN: Final = 1_200
LONGEST: Final = 220
OPENING: Final = re.compile(r"(?<=[.!?”\"] )Tags (?=[A-Z])")
NUMBERS: Final = (
    "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen"
    "|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Dozens|Scores|Hundreds|Thousands"
)
# The list has names and topics; a word like these in a capital opens the sentence after it.
SENTENCE: Final = re.compile(
    rf" (?=(?:At least|As many|More than|A|An|The|In|On|For|After|As|It|This|Some|Several|{NUMBERS})(?:-| )[\w“\"])"
)
CLAUSE: Final = re.compile(r"\b(?:have|has|had|was|were|is|are|say|says|said|told|in the|on the|killing)\b")


def tag_list(text: str, start: int) -> LeftOut | None:
    """The tags after a summary, up to the sentence that opens the report proper; None where the end cannot be told.

    The report opens with a word that opens sentences, or as the summary did.
    """
    opening = OPENING.search(text, start, start + WITHIN)
    if opening is None:
        return None
    limit = min(len(text), opening.end() + LONGEST)
    ends = [match.start() for match in [SENTENCE.search(text, opening.end(), limit)] if match is not None]
    again = text.find(f" {' '.join(text[start : opening.start()].split()[:2])} ", opening.end(), limit)
    if again >= 0:
        ends.append(again)
    if not ends or CLAUSE.search(text, opening.end(), min(ends)):
        return None
    return LeftOut(Span(opening.start(), min(ends)), "navigation")
