"""Tolls that a text itself sets against one told before: "a lower toll", "conflicting figures"."""

from collections.abc import Sequence
from typing import Final

from sayso.comparing.counts import at_least
from sayso.comparing.differing import other_toll
from sayso.comparing.footing import different_holders, quoted
from sayso.comparing.view import Finding, View
from sayso.model import Count

# A toll is set against one told at most this many sentences before; conflicting ones stand further apart.
COMPARED_SENTENCES: Final = 3
CONFLICTING_SENTENCES: Final = 5
ONE: Final = Count(1, 1)


def tolls_held_against(views: Sequence[View]) -> dict[str, str]:
    """Of each claim whose text sets its toll against one told before ("a lower toll"), the nearest toll of another holder: ids to ids.

    Where figures are called conflicting, so is the next one that another holder gives.
    """
    found = {}
    for number, later in enumerate(views):
        if later.claim.event.toll.killed is None:
            continue
        before = (
            one
            for one in reversed(views[:number])
            if one.claim.event.toll.killed not in (None, ONE) and not one.of_some
        )
        nearest = next((one for one in before if quoted(one) and different_holders(one, later)), None)
        if nearest is not None and later.sentence - nearest.sentence <= _reach(later, nearest):
            found[later.claim.id] = nearest.claim.id
    return found


def _reach(later: View, nearest: View) -> int:
    """How many sentences before it a toll is looked for that the text sets the later one against; -1 for none."""
    if later.compared == "other":
        return CONFLICTING_SENTENCES
    if later.compared == "again":
        return 1
    if later.compared:
        return COMPARED_SENTENCES
    return 1 if nearest.compared == "other" and quoted(later) and not later.of_some else -1


def toll_held_against(later: View, earlier: View) -> Finding | None:
    """The later's text says that its toll is lower or higher than the earlier's, or that figures conflict."""
    mine, theirs = later.claim.event.toll.killed, earlier.claim.event.toll.killed
    if mine is None or theirs is None or mine == theirs or later.given or earlier.given:
        return None
    if "other" in (later.compared, earlier.compared):
        return "toll", "contradicts", "the text calls their figures conflicting"
    if later.compared == "again":
        return other_toll(earlier, later) if quoted(later) else None
    if (at_least(mine) < at_least(theirs)) != (later.compared == "lower"):
        return None
    return "toll", "contradicts", f"its toll is said to be {later.compared} than the other's"
