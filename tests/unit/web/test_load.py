"""Many at once: nobody is refused, and nothing that was kept is lost. The long form is `python -m bench.load`."""

from pathlib import Path

import pytest

from bench.load import run, shown
from made.apart import apart


@pytest.mark.enable_socket
def test_readers_and_reviewers_at_once_lose_nothing(path: Path) -> None:
    found = apart(lambda: run(path, readers=4, reviewers=3, seconds=4))
    assert ([], set(), []) == (found.failed, found.lost, found.altered), shown(found)
    assert found.labels
    assert len(found.all_times) > 10
