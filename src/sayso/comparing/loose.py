"""Are an event's doers told by its own words?

In "after the attack the regime shelled the town", the regime stands behind the attack, and is not tied to it; in "warplanes struck
the town" the words tell by what, and not whose.
"""

import re
from typing import Final

from sayso.model import Event, Span

TIE: Final = re.compile(r"\b(by|of|from|on|to|behind|responsib\w+|carried|blam\w+)\b", re.IGNORECASE)

# "... and that the regime is responsible"
AFTER: Final = re.compile(
    r"\W+(is|are|was|were|be|bears?|bore)\W+(\w+\W+){0,3}(behind|responsib\w+|guilty|to blame)\b", re.IGNORECASE
)


# Planes of anybody; "the planes" are those told before.
CRAFT: Final = re.compile(
    r"\W*((a|an|two|three|four|several|some|more|fighter|fighting|war|attack|unidentified|unknown|military)\s+)*"
    r"(war\s?)?(planes?|jets?|aircrafts?|airplanes?|helicopters?|drones?|bombers?|missiles?|rockets?|shells?|mortars?|bombs?|raids?|strikes?"
    r"|air\s?strikes?|bombardments?|shelling|artillery)\W*",
    re.IGNORECASE,
)


def has_loose_doer(event: Event, text: str) -> bool:
    """Are all doers told by no words of the event's own: behind it with nothing that ties them to it, or as craft of anybody? text: the document's."""
    return bool(event.agent) and all(
        _is_loose(span, event, text) or CRAFT.fullmatch(span.words(text)) is not None for span in event.agent
    )


def _is_loose(doer: Span, event: Event, text: str) -> bool:
    if doer.start < event.trigger.end or AFTER.match(text, doer.end):
        return False
    return TIE.search(text[event.trigger.end : doer.start]) is None
