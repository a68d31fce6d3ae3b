"""Politeness: what a site's robots.txt asks for, one request at a time, and a pause between two."""

import time
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from sayso.errors import UnreadableSource
from sayso.reading.connecting import is_address
from sayso.reading.fetching import AGENT, Page, Turned, fetch
from sayso.reading.stories import Taking

ROBOT: Final = "sayso"
ROBOTS_LARGEST: Final = 500_000
# Answers after which a server is asked once more, and the longest that is waited for it.
AGAIN: Final = frozenset({429, 503})
LONGEST_WAIT: Final = 60.0
# A robots.txt may ask for a pause; beyond this it means that nobody should come.
LONGEST_PAUSE: Final = 120.0
SERVER_FAILS: Final = 500


class Fetcher:
    """Fetches pages for one run: asks each host's robots.txt once, and leaves each host in peace between two requests.

    clock, sleep: the passing of time, in seconds; of one's own in tests.
    """

    def __init__(
        self,
        taking: Taking,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._taking = taking
        self._clock = clock
        self._sleep = sleep
        self._agent = AGENT if taking.contact is None else f"{AGENT} {taking.contact}"
        self._robots: dict[str, RobotFileParser | UnreadableSource | None] = {}
        self._last: dict[str, float] = {}

    def page(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Page:
        """The page at an address; raises UnreadableSource, also where the site's robots.txt asks to stay away."""
        if not is_address(url):
            raise UnreadableSource(url, "only http and https addresses are fetched")
        parts = urlsplit(url)
        host = f"{parts.scheme.lower()}://{parts.netloc.lower()}"
        pause = self._taking.pause
        if self._taking.obey_robots:
            rules = self._rules(host)
            if rules is not None:
                if not rules.can_fetch(ROBOT, url):
                    raise UnreadableSource(url, "the site's robots.txt asks not to fetch it", "save the page yourself")
                pause = max(pause, min(float(rules.crawl_delay(ROBOT) or 0), LONGEST_PAUSE))
        try:
            return self._get(url, host, pause, etag, modified)
        except Turned as turned:
            if turned.code not in AGAIN or turned.after is None or turned.after > LONGEST_WAIT:
                raise
            self._sleep(turned.after)
            return self._get(url, host, pause, etag, modified)

    def _get(self, url: str, host: str, pause: float, etag: str | None = None, modified: str | None = None) -> Page:
        last = self._last.get(host)
        if last is not None and (early := last + pause - self._clock()) > 0:
            self._sleep(early)
        try:
            return fetch(
                url,
                allow_private=self._taking.allow_private,
                seconds=self._taking.seconds,
                agent=self._agent,
                etag=etag,
                modified=modified,
            )
        finally:
            self._last[host] = self._clock()

    def _rules(self, host: str) -> RobotFileParser | None:
        """What a host asks of visitors; None where it has no robots.txt.

        A server that fails (5xx) is taken to refuse, as RFC 9309 has it; one that answers 4xx has no rules.
        """
        if host not in self._robots:
            self._robots[host] = self._asked(host)
        found = self._robots[host]
        if isinstance(found, UnreadableSource):
            raise found
        return found

    def _asked(self, host: str) -> RobotFileParser | UnreadableSource | None:
        """The rules of a host, or why it cannot be reached at all."""
        url = f"{host}/robots.txt"
        rules = RobotFileParser(url)
        try:
            page = self._get(url, host, self._taking.pause)
        except Turned as turned:
            if turned.code < SERVER_FAILS:
                return None
            rules.parse(["User-agent: *", "Disallow: /"])
            return rules
        except UnreadableSource as error:
            return error
        rules.parse(page.data[:ROBOTS_LARGEST].decode("utf-8", "replace").splitlines())
        return rules
