"""Gathering claims into incidents: mentions of the same happening."""

from collections.abc import Sequence

from sayso.comparing.same import score
from sayso.comparing.view import View
from sayso.resources.attachment import Weights


def gather(views: Sequence[View], weights: Weights) -> list[int]:
    """The number of the incident of each view, in order of first mention.

    Each claim, in the order of the text, joins the incident with the highest mean score over its claims, if that is
    positive (more likely the same than not); else it opens a new one.
    """
    incidents: list[list[View]] = []
    found = []
    for view in views:
        best, best_score = len(incidents), 0.0
        for number, members in enumerate(incidents):
            mean = sum(score(member, view, weights) for member in members) / len(members)
            if mean > best_score:
                best, best_score = number, mean
        if best == len(incidents):
            incidents.append([])
        incidents[best].append(view)
        found.append(best)
    return found
