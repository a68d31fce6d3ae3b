"""What "that attack" points at: the deed told right before, and not the one that the text is about."""

from collections.abc import Sequence

from sayso.comparing.footing import may_be_of_one_time_and_place
from sayso.comparing.view import View


class Pointed:
    """For each claim whose word points at what was told right before: the deed of its kind that was told last."""

    def __init__(self, views: Sequence[View]) -> None:
        """views: all claims of the texts, in their order."""
        self._told: dict[str, View] = {}
        for number, view in enumerate(views):
            last = told_right_before(views, number)
            if last is not None:
                self._told[view.claim.id] = views[last]

    def are_apart(self, one: View, other: View) -> bool:
        """Does either point at a deed that is none of the other's incident, or of another time or place?"""
        return any(self._is_another(a, b) for a, b in ((one, other), (other, one)))

    def _is_another(self, pointing: View, other: View) -> bool:
        last = self._told.get(pointing.claim.id)
        if last is None or last.claim.id == other.claim.id:
            return False
        gathered = pointing.claim.incident is not None and pointing.claim.incident == other.claim.incident
        return (gathered and last.claim.incident != other.claim.incident) or not may_be_of_one_time_and_place(
            last, other
        )


def told_right_before(views: Sequence[View], number: int) -> int | None:
    """Which claim a claim's word points at: the last of its kind in its sentence or the one before; None where it points at none."""
    if not views[number].pointing:
        return None
    return next((n for n in reversed(range(number)) if _is_told_right_before(views[n], views[number])), None)


def _is_told_right_before(one: View, pointing: View) -> bool:
    near = 0 <= pointing.sentence - one.sentence <= 1
    return near and one.claim.event.type == pointing.claim.event.type and one.claim.id != pointing.claim.id
