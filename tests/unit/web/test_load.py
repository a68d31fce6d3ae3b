"""Many at once: nobody is refused, and nothing that was kept is lost. The long form is `python -m bench.load`."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench.load import run, shown


@pytest.mark.enable_socket
def test_readers_and_reviewers_at_once_lose_nothing(path: Path) -> None:
    # in a thread of its own: in this one a browser of other tests may have an event loop running
    with ThreadPoolExecutor(1) as threads:
        found = threads.submit(run, path, readers=4, reviewers=3, seconds=4).result()
    assert ([], set(), []) == (found.failed, found.lost, found.altered), shown(found)
    assert found.labels
    assert len(found.all_times) > 10
