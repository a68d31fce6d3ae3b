"""Are an event's doers told by its own words?

In "after the attack the regime shelled the town", the regime stands behind the attack, and is not tied to it; in "warplanes struck
the town" the words tell by what, and not whose. One of two ("by the regime or Russian jets") is no doer that anybody names, and who
stands behind somebody else's charge ("the attack, which the ministry blamed on rebels") is named by that somebody. Nor is one told by who
"did not say whose planes they were", or by a holder who names none of the words that tell it.
"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.model import Attribution, Event, Span

TIE: Final = re.compile(r"\b(by|of|from|on|to|behind|responsib\w+|carried|blam\w+)\b", re.IGNORECASE)

# "... and that the regime is responsible"
AFTER: Final = re.compile(
    r"\W+(is|are|was|were|be|bears?|bore)\W+(\w+\W+){0,3}(behind|responsib\w+|guilty|to blame)\b", re.IGNORECASE
)


# Characters around a doer in which another may be told.
AHEAD: Final = 80
# Planes of anybody; "the planes" are those told before.
CRAFT: Final = re.compile(
    r"\W*((a|an|two|three|four|several|some|more|fighter|fighting|war|attack|unidentified|unknown|military)\s+)*"
    r"(war\s?)?(planes?|jets?|aircrafts?|airplanes?|helicopters?|drones?|bombers?|missiles?|rockets?|shells?|mortars?|bombs?|raids?|strikes?"
    r"|air\s?strikes?|bombardments?|shelling|artillery)\W*",
    re.IGNORECASE,
)


# "By either the army or its allies", "the army or a militia"; "with rockets or shells" is no doer.
OR: Final = re.compile(
    r"(\s+(forces?|troops|army|military|fighters|militants|militias?|(war)?planes|jets|aircraft|helicopters))?,?\s+or\s+(?!(?:more|so|less|in|at|on|with|when|during|otherwise|whether|else)\b)\w",
    re.IGNORECASE,
)
EITHER: Final = re.compile(r"\beither\b|\w\s+or\s+\w", re.IGNORECASE)
OR_BEFORE: Final = re.compile(r"\b(either|whether)\b[^.;:]{0,60}\bor\s+([\w'-]+\s+){0,2}$", re.IGNORECASE)
# Behind a deed, the words of somebody who lays it at a door.
CHARGED: Final = re.compile(
    r"\b(that|which)\s+([\w'.-]+\s+){1,6}?(blam\w+|pin(s|ned))\s+on\b|\bblamed by\s+([\w'.-]+\s+){1,6}?on\b",
    re.IGNORECASE,
)
# "He did not specify whose planes they were": in the sentence, or the one before.
OPEN: Final = re.compile(
    r"(\b(not|never|without)|n['’]?t)\s+(say|saying|specify|specifying|name|naming|identify|identifying)\s+(who|whose|which)\b",
    re.IGNORECASE,
)
TWO_SENTENCES: Final = 240


def has_loose_doer(event: Event, text: str, cues: Sequence[Span] = (), held: Attribution | None = None) -> bool:
    """Are all doers told by no words of the event's own, or is there doubt whose words name them?

    Behind it with nothing that ties them to it, as craft of anybody, as one of two, by the charge of somebody who is not its holder,
    by words that are not its holder's, or where its holder leaves open whose deed it is. text: the document's. cues: of its holder, and
    of those around. held: the attribution that holds it; None for the article's own voice.
    """
    return bool(event.agent) and (
        _is_left_open(event, text)
        or (held is not None and not any(_is_told_by(span, held) for span in event.agent))
        or all(_is_loose(span, event, text) or CRAFT.fullmatch(span.words(text)) is not None for span in event.agent)
        or _is_one_of_two(event.agent, text)
        or all(_is_charged(span, event, text, cues) for span in event.agent)
    )


def _is_left_open(event: Event, text: str) -> bool:
    before = re.split(r"(?<=[.;])\s", text[max(0, event.trigger.start - TWO_SENTENCES) : event.trigger.start])[-2:]
    return OPEN.search(" ".join(before)) is not None


def _is_told_by(doer: Span, held: Attribution) -> bool:
    """Do the words of a doer stand in what its holder says, or name the holder?"""
    return any(doer.overlaps(piece) for piece in (*held.content, *held.source))


def _is_one_of_two(doers: Sequence[Span], text: str) -> bool:
    """Is another told beside a doer, or are two told, of whom one did it?"""
    first, last = min(doers), max(doers)
    if last.end - first.start <= AHEAD and EITHER.search(text[first.start : last.end]) is not None:
        return True
    before, after = text[max(0, first.start - AHEAD) : first.start], text[first.end : first.end + AHEAD]
    return len(doers) == 1 and (OR.match(after) is not None or OR_BEFORE.search(before) is not None)


def _is_charged(doer: Span, event: Event, text: str, cues: Sequence[Span]) -> bool:
    """Is a doer named by words of blame that are not its holder's?"""
    found = CHARGED.search(text, event.trigger.end, max(doer.start, event.trigger.end))
    return found is not None and not any(cue.overlaps(Span(found.start(), found.end())) for cue in cues)


def _is_loose(doer: Span, event: Event, text: str) -> bool:
    if doer.start < event.trigger.end or AFTER.match(text, doer.end):
        return False
    return TIE.search(text[event.trigger.end : doer.start]) is None
