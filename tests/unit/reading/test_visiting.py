"""Visiting sites: politeness and conditional requests, against a server of our own on this machine."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench import samples as made
from sayso.errors import UnreadableSource
from sayso.model import Problem
from sayso.reading.connecting import is_public
from sayso.reading.fetching import fetch
from sayso.reading.intake import stories_of
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Outcome, Passed, Story, Taking, Visited
from sayso.reading.visiting import Visitor

pytestmark = pytest.mark.enable_socket
LONG = "".join(f"<p>{one}</p>" for one in f"{made.STORY}\n\n{made.OTHER}\n\n{made.STORY}".split("\n\n"))


class Site(BaseHTTPRequestHandler):
    """A site whose pages are a table. seen: what was asked for, with the headers."""

    pages: dict[str, tuple[int, dict[str, str], bytes]] = {}  # noqa: RUF012  # filled anew for each test
    seen: list[tuple[str, dict[str, str]]] = []  # noqa: RUF012  # the same

    def do_GET(self) -> None:  # the server calls it by this name
        type(self).seen.append((self.path, dict(self.headers.items())))
        if self.path == "/endless":
            self._drip()
            return
        status, headers, body = self.pages.get(self.path, (404, {}, b""))
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        """A feed that never ends: an item every now and then, for ever."""
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        try:
            self.wfile.write(b"<rss><channel>")
            for _ in range(200):
                self.wfile.write(b"<item><title>More</title></item>")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.pages, Site.seen = {}, []
    served = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_address[1]}"
    served.shutdown()
    served.server_close()
    thread.join()


class Memory:
    """Earlier visits, kept in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str | None, str | None]] = {}

    def feed(self, url: str) -> tuple[str | None, str | None] | None:
        return self.kept.get(url)


LOCAL = Taking(allow_private=True, pause=0.0)


def outcomes(url: str, memory: Memory | None = None, taking: Taking = LOCAL) -> list[Outcome]:
    found = list(stories_of(url, taking, Visitor(Fetcher(taking), memory)))
    if memory is not None:
        memory.kept |= {one.url: (one.etag, one.modified) for one in found if isinstance(one, Visited)}
    return found


def asked() -> list[str]:
    return [path for path, _ in Site.seen]


def test_a_page_is_taken_in_by_its_address(site: str) -> None:
    Site.pages["/ferries"] = (200, {"Content-Type": "text/html"}, made.page(head=made.LINKED_HEAD))
    (story,) = outcomes(f"{site}/ferries")
    assert isinstance(story, Story)
    assert (story.url, story.date) == (f"{site}/ferries", "2015-10-02")


def test_robots_are_asked_once_and_obeyed(site: str) -> None:
    Site.pages["/robots.txt"] = (200, {}, b"User-agent: sayso\nDisallow: /private/\n")
    Site.pages["/a"] = Site.pages["/private/b"] = (200, {"Content-Type": "text/html"}, made.page())
    fetcher = Fetcher(LOCAL)
    fetcher.page(f"{site}/a")
    with pytest.raises(UnreadableSource, match=r"robots\.txt asks not to fetch it"):
        fetcher.page(f"{site}/private/b")
    assert asked() == ["/robots.txt", "/a"]


def test_a_site_whose_robots_fail_is_left_alone(site: str) -> None:
    Site.pages["/robots.txt"] = (500, {}, b"")
    with pytest.raises(UnreadableSource, match=r"robots\.txt asks not to fetch it"):
        Fetcher(LOCAL).page(f"{site}/a")


def test_robots_are_not_asked_where_the_user_says_so(site: str) -> None:
    Site.pages["/a"] = (200, {}, made.page())
    Fetcher(Taking(allow_private=True, obey_robots=False)).page(f"{site}/a")
    assert asked() == ["/a"]


def test_a_host_is_left_in_peace_between_two_requests_as_long_as_it_asks(site: str) -> None:
    Site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    Site.pages["/a"] = (200, {}, made.page())
    slept: list[float] = []
    fetcher = Fetcher(LOCAL, clock=lambda: 100.0, sleep=slept.append)
    fetcher.page(f"{site}/a")
    fetcher.page(f"{site}/a")
    assert slept == [7.0, 7.0]


def test_visits_are_signed_with_a_name_and_a_contact(site: str) -> None:
    Site.pages["/a"] = (200, {}, made.page())
    Fetcher(Taking(allow_private=True, contact="desk@example.org")).page(f"{site}/a")
    agent = Site.seen[-1][1]["User-Agent"]
    assert agent.startswith("sayso/")
    assert agent.endswith("desk@example.org")


def test_a_busy_server_is_asked_again_after_the_time_it_names(site: str) -> None:
    Site.pages["/a"] = (429, {"Retry-After": "3"}, b"")
    slept: list[float] = []
    with pytest.raises(UnreadableSource, match="the server answered 429"):
        Fetcher(LOCAL, sleep=slept.append).page(f"{site}/a")
    assert (asked().count("/a"), slept) == (2, [3.0])


def test_a_feed_is_not_read_again_while_it_has_not_changed(site: str) -> None:
    feed = made.rss([("Ferries", f"{site}/1", "Fri, 02 Oct 2015 23:10:00 -0400", LONG)])
    Site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml", "ETag": '"one"'}, feed)
    memory = Memory()
    assert [type(one) for one in outcomes(f"{site}/feed", memory)] == [Story, Visited, Visited]
    assert [type(one) for one in outcomes(f"{site}/feed", memory)] == [Passed]
    Site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml", "ETag": '"two"'}, feed)
    found = outcomes(f"{site}/feed", memory)
    assert [one.why for one in found if isinstance(one, Passed)] == ["it was taken in before"]


def test_a_short_entry_is_read_from_the_page_it_links_to(site: str) -> None:
    Site.pages["/feed"] = (
        200,
        {},
        made.rss([("Ferries", f"{site}/1", "Fri, 02 Oct 2015 23:10:00 -0400", "In short…")]),
    )
    Site.pages["/1"] = (200, {"Content-Type": "text/html"}, made.page())
    story = outcomes(f"{site}/feed")[0]
    assert isinstance(story, Story)
    assert made.STORY.split("\n", maxsplit=1)[0] in story.text
    assert (story.date, story.stated) == ("2015-10-02", True)


def test_an_entry_whose_page_is_gone_is_a_problem_and_the_feed_is_read_again_next_time(site: str) -> None:
    feed = made.rss([("Gone", f"{site}/gone", "", "In short…"), ("Ferries", f"{site}/1", "", LONG)])
    Site.pages["/feed"] = (200, {"ETag": '"one"'}, feed)
    memory = Memory()
    assert [type(one) for one in outcomes(f"{site}/feed", memory)] == [Problem, Story, Visited]
    assert f"{site}/feed" not in memory.kept


def test_the_feeds_of_an_opml_file_are_read_and_one_that_fails_is_a_problem(site: str) -> None:
    Site.pages["/feed"] = (200, {}, made.rss([("Ferries", f"{site}/1", "", LONG)]))
    Site.pages["/all.opml"] = (200, {"Content-Type": "text/x-opml"}, made.opml([f"{site}/none", f"{site}/feed"]))
    found = outcomes(f"{site}/all.opml")
    assert [type(one) for one in found if not isinstance(one, Visited)] == [Problem, Story]


def test_a_feed_that_never_ends_is_given_up(site: str) -> None:
    taking = Taking(allow_private=True, pause=0.0, seconds=0.5)
    start = time.monotonic()
    (found,) = outcomes(f"{site}/endless", taking=taking)
    assert isinstance(found, Problem)
    assert "took longer than 0.5 seconds" in found.cause
    assert time.monotonic() - start < 9  # the feed goes on for ten


def test_a_page_that_inflates_without_end_is_refused(site: str) -> None:
    Site.pages["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 30_000_000))
    with pytest.raises(UnreadableSource, match="larger than 20,000,000 bytes when inflated"):
        fetch(f"{site}/bomb", allow_private=True)


def test_a_page_that_was_cut_off_is_told(site: str) -> None:
    Site.pages["/cut"] = (200, {"Content-Length": "1000"}, b"<html>")
    with pytest.raises(UnreadableSource, match="cut off after 6 of 1,000 bytes"):
        fetch(f"{site}/cut", allow_private=True)


def test_a_name_that_changes_its_address_between_looking_and_connecting_is_refused(site: str) -> None:
    Site.pages["/a"] = (200, {}, made.page())
    with pytest.raises(UnreadableSource, match="private network"):
        fetch(f"{site}/a", resolve=lambda _: ["93.184.216.34"])
    assert asked() == []


@pytest.mark.parametrize(
    "address", ["::ffff:127.0.0.1", "2002:7f00:1::", "0.0.0.0", "100.64.0.1", "224.0.0.1", "fd00::1"]
)
def test_private_addresses_in_disguise_are_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("url", ["http://[::1", "http:///x", "file:///etc/passwd", "http://\x00/"])
def test_what_is_no_address_is_a_problem(url: str) -> None:
    with pytest.raises(UnreadableSource):
        Fetcher(Taking(obey_robots=False)).page(url)
