"""Average linkage: groups whose members are, on average, alike enough."""

import heapq
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

# Likenesses are rounded to this many places before they are compared, so that sums in another order decide nothing.
PLACES = 9


def clusters(likeness: NDArray[np.float64], least: float) -> list[int]:
    """The number of the group of each thing, by average linkage on a symmetric matrix of likenesses from 0 to 1.

    Groups are joined while the mean likeness between their members is at least `least`; numbered by their first member.
    """
    size = len(likeness)
    if size < 2:
        return [0] * size
    apart = 1.0 - likeness[np.triu_indices(size, 1)]
    labels = fcluster(linkage(np.round(apart, PLACES), "average"), 1.0 - least, "distance")
    numbers: dict[int, int] = {}
    return [numbers.setdefault(int(label), len(numbers)) for label in labels]


def sparse_clusters(
    size: int, likeness: Iterable[tuple[int, int, float]], least: float, largest: int
) -> list[list[int]]:
    """Groups of 0..size-1 by average linkage on the pairs given, any other pair having likeness 0.

    No group grows beyond `largest`. Of equal pairs the one with the lower numbers is joined first. Groups are in the order
    of their first members. Takes time in the order of the number of pairs times its logarithm.
    """
    members = {index: [index] for index in range(size)}
    sums: dict[int, dict[int, float]] = {index: {} for index in range(size)}
    for one, other, value in likeness:
        sums[one][other] = sums[other][one] = value
    waiting = [(-round(value, PLACES), one, other) for one in sums for other, value in sums[one].items() if one < other]
    heapq.heapify(waiting)
    while waiting:
        negative, one, other = heapq.heappop(waiting)
        if -negative < least:
            break
        if one not in members or other not in members or negative != _mean(members, sums, one, other):
            continue
        if len(members[one]) + len(members[other]) > largest:
            continue
        _join(members, sums, one, other)
        for third in sums[one]:
            first, second = min(one, third), max(one, third)
            heapq.heappush(waiting, (_mean(members, sums, first, second), first, second))
    return [sorted(members[index]) for index in sorted(members)]


def _mean(members: dict[int, list[int]], sums: dict[int, dict[int, float]], one: int, other: int) -> float:
    """The mean likeness between two groups, negative, as the heap orders it."""
    total = sums[one].get(other, 0.0)
    return -round(total / (len(members[one]) * len(members[other])), PLACES)


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], one: int, other: int) -> None:
    """Add the group `other` to the group `one`, which has the lower number."""
    members[one] += members.pop(other)
    for third, value in sums.pop(other).items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + value
