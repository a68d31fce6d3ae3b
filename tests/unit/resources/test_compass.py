"""Points of compass parts."""

import numpy as np
import pytest

from sayso.resources.gazetteer import part_of
from sayso.resources.gazetteer.compass import middle

LATS, LONS = (axis.ravel().astype(float) for axis in np.meshgrid(np.arange(0, 10), np.arange(20, 30), indexing="ij"))


@pytest.mark.parametrize(("word", "part"), [("Northern", "north"), ("south-eastern", "southeast"), ("nearby", None)])
def test_words_name_parts(word: str, part: str | None) -> None:
    assert part_of(word) == part


@pytest.mark.parametrize(
    ("part", "north", "east"),
    [("north", 1, 0), ("south", -1, 0), ("east", 0, 1), ("southwest", -1, -1), ("northeast", 1, 1), ("central", 0, 0)],
)
def test_a_part_lies_on_its_side_of_the_middle(part: str, north: int, east: int) -> None:
    point = middle(LATS, LONS, part)
    assert point is not None
    assert np.sign(round((point[0] - 4.6) / 1.5)) == north
    assert np.sign(round((point[1] - 24.6) / 1.5)) == east


def test_no_towns_make_no_part() -> None:
    assert middle(np.array([]), np.array([]), "north") is None


def test_where_more_towns_lie_draws_the_middle() -> None:
    lats, lons = np.array([0.0, 10.0, 10.0]), np.array([0.0, 0.0, 10.0])
    few, many = middle(lats, lons, "north"), middle(np.append(lats, [10.1, 10.2]), np.append(lons, [9.9, 9.8]), "north")
    assert few is not None
    assert many is not None
    assert many[1] > few[1]
