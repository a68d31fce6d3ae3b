"""Are an event's doers tied to its word? In "after the attack the regime shelled the town", the regime stands behind the attack."""

import re
from typing import Final

from sayso.model import Event, Span

TIE: Final = re.compile(r"\b(by|of|from|on|to|behind|responsib\w+|carried|blam\w+)\b", re.IGNORECASE)

# "... and that the regime is responsible"
AFTER: Final = re.compile(
    r"\W+(is|are|was|were|be|bears?|bore)\W+(\w+\W+){0,3}(behind|responsib\w+|guilty|to blame)\b", re.IGNORECASE
)


def has_loose_doer(event: Event, text: str) -> bool:
    """Do all doers follow the event's word with nothing between that makes them its doers? text: the document's."""
    return bool(event.agent) and all(_is_loose(span, event, text) for span in event.agent)


def _is_loose(doer: Span, event: Event, text: str) -> bool:
    if doer.start < event.trigger.end or AFTER.match(text, doer.end):
        return False
    return TIE.search(text[event.trigger.end : doer.start]) is None
