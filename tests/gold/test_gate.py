"""The gate of `evaluation/`: no figure on the gold sets may fall below its floor."""

import pytest

from evaluation import gate


@pytest.mark.gold
def test_no_figure_falls_below_its_floor() -> None:
    if gate.gold_folder() is None:
        pytest.skip("no gold sets here; SAYSO_GOLD names the folder that holds gold/ and score/")
    assert gate.main([]) == 0
