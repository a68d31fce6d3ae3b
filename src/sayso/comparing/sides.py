"""Whose accounts pull apart: one dispute for each pair of sides on a field, however many of their claims do."""

from typing import Final

from sayso.comparing.view import View

# What somebody is told to say.
SAID: Final = frozenset({"ACCUSE", "REJECT"})
Sides = tuple[frozenset[str], frozenset[str]]


class Pairs:
    """The pairs of sides that are known to pull apart, by incident and field."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[Sides]] = {}

    def add(self, field: str, one: View, other: View) -> bool:
        """Take in a pair; False for one that is known of either's incident, whichever of the two was told first."""
        sides = side_of(one), side_of(other)
        lists = [self._known.setdefault((view.claim.incident or view.claim.id, field), []) for view in (one, other)]
        if any(_are_those(sides, pair) or _are_those(sides, pair[::-1]) for known in lists for pair in known):
            return False
        for known in lists:
            known.append(sides)
        return True


def side_of(view: View) -> frozenset[str]:
    """Whose account a claim is: who is told to deny or to accuse, else who says so, by whatever words, or the article."""
    told = view.agents if view.claim.event.type in SAID else frozenset()
    return told or view.speaker or frozenset({view.claim.holder or "the article"})


def _are_those(sides: Sides, pair: Sides) -> bool:
    return not sides[0].isdisjoint(pair[0]) and not sides[1].isdisjoint(pair[1])
