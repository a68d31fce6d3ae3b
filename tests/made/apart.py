"""A thread of its own for what runs an event loop: in the tests' thread the browser of other tests may have one running."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Found = TypeVar("Found")


def apart(work: Callable[[], Found]) -> Found:
    """What the work gives, or raises, in another thread."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()
