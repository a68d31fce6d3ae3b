"""Sharing: an event told again happens where and when it happened the first time."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.claiming.chooser import Mate
from sayso.comparing import View
from sayso.comparing.pointed import told_right_before
from sayso.comparing.same import score
from sayso.resources.attachment import Weights

# Only events this close in the article (in events) are weighed, and of those the likeliest.
NEAR_EVENTS = 40
LIKELIEST = 6
LEAST = -3.0
# What an event's own sentence tells this surely, no other mention changes.
SURE = 0.5


# For each event the others (index) near it, with the log odds that both are one happening.
Scores = Sequence[Sequence[tuple[int, float]]]


class Tied(Struct, frozen=True):
    """The site that an event's own words tie it to, how likely that is, and whether it stands in its own sentence."""

    site: int
    share: float
    own: bool


def mates(
    scores: Sequence[tuple[int, float]], views: Sequence[View], ties: Sequence[Tied | None], n: int
) -> list[Mate]:
    """The other events that may be the same happening as event n and have a site, the likeliest first.

    scores: (index, log odds that it is the same happening) of the other events. None for an event whose own sentence
    tells: two holders may tell one happening apart. "That attack" is the one told right before, and no other.
    """
    own = ties[n]
    if own is not None and own.own and own.share >= SURE:
        return []
    found = []
    pointed = told_right_before(views, n)
    for other, odds in scores:
        tie = ties[other]
        if tie is not None and pointed in (None, other):
            gap = views[n].sentence - views[other].sentence
            found.append(Mate(tie.site, odds, gap, tie.share, tie.own))
    return sorted(found, key=lambda mate: -mate.score)[:LIKELIEST]


def pair_scores(views: Sequence[View], weights: Weights) -> list[list[tuple[int, float]]]:
    """For each event, the other events near it in the article with the log odds that both are one happening."""
    found: list[list[tuple[int, float]]] = [[] for _ in views]
    for later, view in enumerate(views):
        for earlier in range(max(0, later - NEAR_EVENTS), later):
            odds = score(views[earlier], view, weights)
            if odds >= LEAST:
                found[later].append((earlier, odds))
                found[earlier].append((later, odds))
    return found
