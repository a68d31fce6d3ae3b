"""The holder of an event: the innermost attribution whose content contains the trigger."""

import re
from collections.abc import Sequence
from typing import Final

from sayso.attributing.thoughts import SELVES, THOUGHTS
from sayso.model import Attribution, Parse, Span

# The class of cues by which a content is denied.
DENIES: Final = "denies"
# What speakers tell to think, see or hope themselves is told by them all the same; what they told somebody else before is not.
OWN: Final = THOUGHTS | {"admits", "agrees", "asks", "shows"}
# Who opens what somebody says is mostly that speaker: "announced their plans to sue".
THIRD: Final = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
INTENTS: Final = frozenset({"agrees", "plans", "wants"})
OPENING: Final = 6  # characters of "that " and a quotation mark
# Inside of somebody's words these tell of no other who would answer for them: "said that figures show ...".
SHOWN: Final = frozenset({"shows", None})
REJECTS: Final = "rejects"
DENIAL: Final = re.compile(r"(den(y|ie)|dismiss|reject|refut|disput)", re.IGNORECASE)
# "... which the rebels", "... a charge that Kiev has", before a word of denial.
CLAUSE_OF_IT: Final = re.compile(
    r"\b(which|an? (?:claim|charge|accusation|allegation)(?: that| which)?)\s+([\w'.-]+\s+){1,5}$", re.IGNORECASE
)


def holder_of(trigger: Span, attributions: Sequence[Attribution], parse: Parse) -> Attribution | None:
    """The innermost attribution whose content contains the trigger; None is the article's own voice.

    What is only alleged in somebody's denial ("denied accusations that ...") is held by who denies it, what speakers see or plan themselves
    by what they say ("announced their plans to sue"), and what is refused ("rejected the request") by whoever tells of the refusal.
    An attribution whose own cue is the trigger does not hold it: "urged" is told by whoever tells of the urging.
    """
    holding = [one for one in attributions if _contains(one, trigger, parse.text)]
    while holding:
        found = _innermost(holding)
        if not _is_passed_on(found, holding, parse):
            return _who_denies(found, attributions) or found
        holding.remove(found)
    return None


def _innermost(holding: Sequence[Attribution]) -> Attribution:
    parents = {one.parent for one in holding}
    innermost = [one for one in holding if one.id not in parents] or holding
    return min(innermost, key=lambda one: sum(piece.end - piece.start for piece in one.content))


def _is_passed_on(found: Attribution, holding: Sequence[Attribution], parse: Parse) -> bool:
    """Does an attribution leave it to the one around it to answer for what it tells?"""
    head = parse.root_of(found.content[0])
    if found.cue_class == REJECTS and found.source and head is not None and head.pos in ("NOUN", "PROPN"):
        return True
    around = next((one for one in holding if one.id == found.parent and one.source), None)
    if around is None or not found.source:
        return False
    source = found.source[0]
    word, opens = source.words(parse.text).lower(), source.start <= around.content[0].start + OPENING
    own = OWN if word in SELVES else INTENTS if word in THIRD and opens else frozenset()
    return found.cue_class in own | SHOWN


def _who_denies(found: Attribution, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who denies what nobody else is told to say: "the ministry denied accusations that it shelled the town"."""
    parent = next((one for one in attributions if one.id == found.parent), None)
    unsaid = not found.source and parent is not None and parent.cue_class == DENIES
    return parent if unsaid and parent is not None and parent.source else None


def _is_aside(trigger: Span, piece: Span, text: str) -> bool:
    """Does a trigger stand in brackets, which the writer puts into what others say: "fighters of the group (banned in 2015)"?"""
    before, after = text[piece.start : trigger.start], text[trigger.end : piece.end]
    return before.rfind("(") > before.rfind(")") and ")" in after.partition("(")[0]


def _is_answered_by_another(trigger: Span, piece: Span, text: str) -> bool:
    """Does a trigger tell, in a clause about what others say, that somebody denies it: "accused rebels of it, which they deny"?"""
    before = text[piece.start : trigger.start]
    return DENIAL.match(trigger.words(text)) is not None and CLAUSE_OF_IT.search(before) is not None


def _contains(attribution: Attribution, trigger: Span, text: str) -> bool:
    piece = next((one for one in attribution.content if one.covers(trigger)), None)
    if piece is None or any(cue.overlaps(trigger) for cue in attribution.cue):
        return False
    return attribution.kind != "indirect" or not (
        _is_aside(trigger, piece, text) or _is_answered_by_another(trigger, piece, text)
    )


def chain(holder: Attribution | None, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The holder and those whose content it stands in, innermost first."""
    by_id = {one.id: one for one in attributions}
    found: list[Attribution] = []
    while holder is not None and holder not in found:
        found.append(holder)
        holder = by_id.get(holder.parent or "")
    return found
