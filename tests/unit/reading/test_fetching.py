"""Fetching pages, against a server of our own on this machine."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import UnreadableSource
from sayso.reading.fetching import fetch, is_address, refuse_private

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/story": (200, {"Content-Type": "text/html; charset=utf-8"}, b"<html>story</html>"),
    "/moved": (302, {"Location": "/story"}, b""),
    "/inside": (302, {"Location": "ftp://example.org/file"}, b""),
    "/long": (200, {"Content-Type": "text/plain"}, b"x" * 5_000),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # the server calls it by this name
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_address[1]}"
    served.shutdown()
    served.server_close()
    thread.join()


def resolving(*addresses: str) -> Callable[[str], list[str]]:
    """A way to resolve names that always answers the same."""
    return lambda _: list(addresses)


pytestmark = pytest.mark.enable_socket


def test_a_page_is_fetched_with_its_type_and_address(server: str) -> None:
    page = fetch(f"{server}/story", allow_private=True)
    assert (page.data, page.url, page.content_type) == (b"<html>story</html>", f"{server}/story", "text/html")


def test_redirections_are_followed(server: str) -> None:
    assert fetch(f"{server}/moved", allow_private=True).url == f"{server}/story"


def test_a_redirection_to_another_scheme_is_refused(server: str) -> None:
    with pytest.raises(UnreadableSource, match="only http and https addresses are fetched"):
        fetch(f"{server}/inside", allow_private=True)


def test_a_missing_page_is_told_with_the_servers_answer(server: str) -> None:
    with pytest.raises(UnreadableSource, match="the server answered 404"):
        fetch(f"{server}/nothing", allow_private=True)


def test_a_page_over_the_limit_is_refused(server: str) -> None:
    with pytest.raises(UnreadableSource, match="larger than 1,000 bytes"):
        fetch(f"{server}/long", allow_private=True, largest=1_000)


def test_this_machine_is_not_fetched_from_unless_allowed(server: str) -> None:
    with pytest.raises(UnreadableSource, match="private network"):
        fetch(f"{server}/story")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "::1", "fe80::1%eth0"])
def test_a_name_that_leads_into_a_private_network_is_refused(address: str) -> None:
    with pytest.raises(UnreadableSource, match="private network"):
        refuse_private("https://example.org/story", resolving(address))


def test_a_name_with_one_private_address_among_others_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="private network"):
        refuse_private("https://example.org/story", resolving("93.184.216.34", "10.0.0.8"))


def test_a_public_address_is_not_refused() -> None:
    refuse_private("https://example.org/story", resolving("93.184.216.34"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://example.org", True),
        ("HTTP://example.org/x", True),
        ("story.txt", False),
        ("-", False),
        ("file:///x", False),
        ("C:\\x.txt", False),
    ],
)
def test_addresses_are_told_from_files(source: str, expected: bool) -> None:
    assert is_address(source) is expected
