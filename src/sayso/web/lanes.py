"""Lanes: threads for what takes its time, apart from those that answer questions, so that reading never waits for it."""

from collections.abc import Callable
from functools import partial
from typing import Final, ParamSpec, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter

P = ParamSpec("P")
T = TypeVar("T")

READING: Final = 8
"""Questions that are answered at a time. Each keeps a processor busy: more at a time would only make all of them late."""

WRITING: Final = 4
EXPORTING: Final = 1


class Lanes:
    """The threads of a server. writing: those who change the ledger and wait for one another. exporting: one export at a time."""

    def __init__(self) -> None:
        self.writing = CapacityLimiter(WRITING)
        self.exporting = CapacityLimiter(EXPORTING)

    def narrow(self) -> None:
        """Set how many questions are answered at a time, in the event loop that runs."""
        anyio.to_thread.current_default_thread_limiter().total_tokens = READING


async def in_lane(lane: CapacityLimiter, what: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do something in a thread of a lane, when its turn comes."""
    return await anyio.to_thread.run_sync(partial(what, *args, **kwargs), limiter=lane)
