"""Points of the compass parts of countries and provinces: where "north-eastern Syria" is, from the towns that lie there."""

from typing import Any

import numpy as np

CELL = 0.25
# The outermost towns (an island far off) do not stretch the whole.
TRIMMED = (2.0, 98.0)
# A side is the third that lies there; a corner what lies beyond this share of the way in both directions.
SIDE, CORNER = 2 / 3, 0.55
WORDS = {
    "north": "north", "northern": "north", "south": "south", "southern": "south", "east": "east", "eastern": "east",
    "west": "west", "western": "west", "central": "central", "northeast": "northeast", "northeastern": "northeast",
    "northwest": "northwest", "northwestern": "northwest", "southeast": "southeast", "southeastern": "southeast",
    "southwest": "southwest", "southwestern": "southwest",
}  # fmt: skip


def part_of(words: str) -> str | None:
    """The compass part that a word names: "north-eastern" is "northeast"; None for other words."""
    return WORDS.get(words.lower().replace("-", "").replace(" ", ""))


def middle(lats: Any, lons: Any, part: str) -> tuple[float, float] | None:
    """The middle (lat, lon) of the towns in a part of the land over which towns with these points lie, None where none lies there.

    What is told of "northern Mali" happened where its towns are, not in the empty middle of it. How far the land reaches is
    told by the quarter-degree cells with a town, each counted once.
    """
    towns = np.stack([np.floor(lats / CELL), np.floor(lons / CELL)], axis=1)
    if not len(towns):
        return None
    low, high = np.percentile(np.unique(towns, axis=0), TRIMMED, axis=0)
    share = (towns - low) / np.maximum(high - low, 1.0)
    corner = len(part) > len("north") and part != "central"
    inside = np.ones(len(towns), dtype=bool)
    for axis, back, forth in ((0, "south", "north"), (1, "west", "east")):
        edge = CORNER if corner else SIDE
        if part == "central":
            inside &= (share[:, axis] > 1 - SIDE) & (share[:, axis] < SIDE)
        elif forth in part:
            inside &= share[:, axis] > edge
        elif back in part:
            inside &= share[:, axis] < 1 - edge
    if not inside.any():
        return None
    return round(float(lats[inside].mean()), 2), round(float(lons[inside].mean()), 2)
