"""Visiting: pages and feeds of the web, not fetched again where they have not changed since the last visit."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Protocol, TypeAlias

from sayso.model import Problem
from sayso.reading.fetching import Page
from sayso.reading.opened import Opened
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Outcome, Outcomes, Passed, Visited

State: TypeAlias = tuple[str | None, str | None]


class Memory(Protocol):
    """What is known of earlier visits."""

    def feed(self, url: str) -> State | None:
        """The ETag and the Last-Modified (or last change) of an address when it was last taken in; None for never."""


class Visitor:
    """Fetches on behalf of readers. memory: of earlier visits; None where there were none."""

    def __init__(self, fetcher: Fetcher, memory: Memory | None = None) -> None:
        self._fetcher = fetcher
        self._memory = memory

    def state(self, url: str) -> State | None:
        """How an address was when it was last taken in; None for one that never was."""
        return None if self._memory is None else self._memory.feed(url)

    def page(self, url: str) -> Page:
        """A page, fetched whether it has changed or not. Raises UnreadableSource."""
        return self._fetcher.page(url)

    def visit(self, url: str, read: Callable[[Opened], Outcomes]) -> Iterator[Outcome]:
        """What a reader finds at an address, and at the end that it was visited; nothing where it has not changed.

        An address where there was a Problem is not told to be visited, so that the next run tries it again.
        """
        etag, modified = self.state(url) or (None, None)
        page = self._fetcher.page(url, etag=etag, modified=modified)
        if page.unchanged:
            yield Passed(url, "it has not changed since it was last taken in")
            return
        failed = False
        opened = Opened(
            page.url, BytesIO(page.data), url=page.url, content_type=page.content_type, charset=page.charset
        )
        for outcome in read(opened):
            failed = failed or isinstance(outcome, Problem)
            yield outcome
        if not failed and (page.etag or page.modified):
            yield Visited(url, page.etag, page.modified)
