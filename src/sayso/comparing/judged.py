"""Where two holders judge one deed apart: what it was meant for, and whether it was lawful."""

from typing import Final

from sayso.comparing.footing import factuality, quoted
from sayso.comparing.view import Finding, View

DONE: Final = frozenset({"happened", "ongoing", "possible"})
# How a deed is told to have been meant, or not.
MEANT: Final = {"defended": "an answer or a defence", "unmeant": "a mistake"}


def other_standing(one: View, other: View) -> Finding | None:
    """One calls what was done lawful, the other unlawful."""
    if not (quoted(one) and quoted(other)) or {one.standing, other.standing} != {"lawful", "unlawful"}:
        return None
    return "other", "contradicts", "one calls it lawful, the other unlawful"


def other_motive(one: View, other: View) -> Finding | None:
    """One says that it answered or warded off something, or that nobody meant it; the other, that it was meant to do harm."""
    if not (quoted(one) and quoted(other)) or one.nameless or other.nameless:
        return None
    if one.claim.event.type != other.claim.event.type or not {factuality(one), factuality(other)} <= DONE:
        return None
    if one.motive in MEANT and other.motive == "hostile":
        return "intent", "differs", f"one tells it as {MEANT[one.motive]}, the other as meant to do harm"
    return None
