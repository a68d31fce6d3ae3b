"""Is a claim that something did not happen its holder's denial of it?

| what the text says                              | factuality | a denial |
| ----------------------------------------------- | ---------- | -------- |
| The army denied shelling the town               | denied     | yes      |
| "We did not shell the town," he said             | denied     | yes      |
| The army failed to take the town                | denied     | no: it tells how something ended |
| Police prevented an attack                      | denied     | no: the same |
| The town will not fall, he said                 | denied     | no: a forecast |
| She said that the army will deny it             | denied     | no: another foretells the denial |
"""

import re
from collections.abc import Iterable
from typing import Final

from sayso.model import Event, Span

# Marks of factuality that tell how something ended, and deny nothing that others say.
ENDED: Final = re.compile(
    r"\b(fail\w*|unable|prevent\w*|foil\w*|thwart\w*|stop\w*|halt\w*|avert\w*|refus\w*|without|spare[ds]?|avoid\w*|escap\w*|block\w*"
    r"|repel\w*|repuls\w*|abort\w*|cancel\w*|postpon\w*|unsuccessful\w*|lack\w*)\b",
    re.IGNORECASE,
)
AHEAD: Final = re.compile(
    r"\b(will|won't|wont|would|shall|going to|could|may|might|should|must|if)\b[^.;:]*$", re.IGNORECASE
)
# Characters before a word in which a verb that looks ahead stands.
REACH: Final = 40


def is_no_denial(event: Event, text: str, cues: Iterable[Span] = ()) -> bool:
    """Does a claim with the factuality "denied" tell something else than its holder's denial? cues: of its attribution."""
    if event.factuality != "denied":
        return False
    if ENDED.search(event.because):
        return True
    return any(AHEAD.search(text[max(0, span.start - REACH) : span.start]) for span in (event.trigger, *cues))
