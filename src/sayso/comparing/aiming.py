"""Intent against effect: a side's own goal, and what another holder says that its deeds hit, or did not mean.

Intent is not contradicted by effect without a mark of it. Who was hit beside the target says nothing of what was meant; a threat is
no goal; and the plan of one operation (in a town, on a day) is not the aim of all others.
"""

from typing import Final

from sayso.comparing.footing import factuality, guessed, may_be_of_one_time_and_place, own_deed, quoted
from sayso.comparing.view import Finding, View

INTENDED: Final = frozenset({"planned"})
THREAT: Final = "threat"


def goal_against_effect(goal: View, effect: View) -> Finding | None:
    """A side's own goal names one target; another holder says that its deeds hit, or did not mean, another."""
    if not _is_goal(goal) or effect.claim.event.type != "ASSAULT" or guessed(effect):
        return None
    if not goal.agents & effect.agents or not may_be_of_one_time_and_place(goal, effect):
        return None
    if factuality(effect) == "denied" and goal.patients & effect.patients:
        return "intent", "denies", "the deeds are said not to have meant the stated target"
    if _of_one_operation(goal) or factuality(effect) != "happened" or not quoted(effect):
        return None
    if (
        effect.parties
        and not effect.bystanders
        and not goal.patients & effect.patients
        and not goal.patient_words & effect.patient_words
    ):
        return "intent", "differs", "the stated target is not the one said to have been hit"
    return None


def _is_goal(view: View) -> bool:
    """Does a side say that it means to attack another?"""
    event = view.claim.event
    if event.type != "ASSAULT" or factuality(view) not in INTENDED or THREAT in event.because:
        return False
    return own_deed(view) and not guessed(view) and bool(view.known_parties)


def _of_one_operation(goal: View) -> bool:
    return goal.place is not None and goal.place.kind == "city" and "place" not in goal.claim.inferred
