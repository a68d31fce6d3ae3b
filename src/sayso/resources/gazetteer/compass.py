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
    """The middle (lat, lon) of a part of the land over which towns with these points lie, None where none lies there.

    Every quarter-degree cell with a town counts once, so that a city does not draw the middle to itself.
    """
    cells = np.unique(np.stack([np.floor(lats / CELL), np.floor(lons / CELL)], axis=1), axis=0)
    if not len(cells):
        return None
    low, high = np.percentile(cells, TRIMMED, axis=0)
    share = (cells - low) / np.maximum(high - low, 1.0)
    corner = len(part) > len("north") and part != "central"
    inside = np.ones(len(cells), dtype=bool)
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
    lat, lon = (cells[inside].mean(axis=0) + 0.5) * CELL
    return round(float(lat), 2), round(float(lon), 2)
