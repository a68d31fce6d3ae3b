"""Gathering claims into incidents: mentions of the same happening."""

from collections.abc import Sequence

from sayso.comparing.again import Likeness
from sayso.comparing.view import View
from sayso.resources.attachment import Weights

# Articles seldom tell of more; a text that does is read within these bounds.
MEMBERS = 12
RECENT = 60


def gather(views: Sequence[View], weights: Weights) -> list[int]:
    """The number of the incident of each view, in order of first mention.

    Each claim, in the order of the text, joins the incident with the highest score, if that is positive (more likely the
    same than not); else it opens a new one. The score of an incident is halfway between that of its claim that is most
    like the new one and the mean over its claims: one near mention draws, but not against all others. Only the last MEMBERS claims of an incident, and
    the RECENT incidents that were mentioned last, are compared, so that the work grows with the length of the text.
    """
    likeness = Likeness(views, weights)
    incidents: list[list[int]] = []
    recent: list[int] = []
    found = []
    for claim in range(len(views)):
        best, best_score = len(incidents), 0.0
        for number in sorted(recent):
            members = incidents[number][-MEMBERS:]
            scores = [likeness.of(member, claim) for member in members]
            drawn = (max(scores) + sum(scores) / len(scores)) / 2
            if drawn > best_score:
                best, best_score = number, drawn
        if best == len(incidents):
            incidents.append([])
        incidents[best].append(claim)
        recent = [*(number for number in recent if number != best), best][-RECENT:]
        found.append(best)
    return found
