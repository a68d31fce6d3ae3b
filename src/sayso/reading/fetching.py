"""Fetching a page: politely, with limits, and never from a private network unless told to."""

import ipaddress
import socket
from collections.abc import Callable
from http.client import HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener, getproxies

from msgspec import Struct

from sayso.errors import UnreadableSource

SCHEMES: Final = ("http", "https")
AGENT: Final = "sayso (reads one page on behalf of its user)"
SECONDS: Final = 20.0
LARGEST: Final = 20_000_000
# What a host's name resolves to, as IP addresses in text form.
Resolve = Callable[[str], list[str]]


class Page(Struct, frozen=True):
    """What came back: the bytes, where they were in the end, and the content type the server named."""

    data: bytes
    url: str
    content_type: str


def is_address(source: str) -> bool:
    """Whether a source names a page of the web and no file."""
    return urlsplit(source).scheme.lower() in SCHEMES


def fetch(url: str, *, allow_private: bool = False, largest: int = LARGEST, resolve: Resolve | None = None) -> Page:
    """The page at an http or https address.

    allow_private: also fetch from addresses of private networks and of this machine.
    largest: bytes beyond which a page is refused. resolve: how names become addresses (the system's way by default).
    Raises UnreadableSource naming the address and the cause.
    """
    resolve = resolve if resolve is not None else _addresses
    if not allow_private:
        refuse_private(url, resolve)
    opener = build_opener(_Guard(allow_private=allow_private, resolve=resolve), ProxyHandler(getproxies()))
    return _read(opener, Request(url, headers={"User-Agent": AGENT, "Accept": "text/html, text/plain"}), largest)  # noqa: S310  # the scheme was checked


def _read(opener: OpenerDirector, request: Request, largest: int) -> Page:
    where = request.full_url
    try:
        with opener.open(request, timeout=SECONDS) as response:
            assert isinstance(response, HTTPResponse)
            data = response.read(largest + 1)
            page = Page(data, response.geturl(), response.headers.get_content_type())
    except HTTPError as error:
        raise UnreadableSource(where, f"the server answered {error.code} {error.reason}") from error
    except (URLError, TimeoutError, OSError, ValueError) as error:
        cause = getattr(error, "reason", None) or error
        raise UnreadableSource(where, f"it could not be fetched ({cause})", "is the address right?") from error
    if len(data) > largest:
        raise UnreadableSource(where, f"the page is larger than {largest:,} bytes", "save its text to a file")
    return page


def refuse_private(url: str, resolve: Resolve) -> None:
    """Raise UnreadableSource for an address that leads to this machine or a private network."""
    parts = urlsplit(url)
    if parts.scheme.lower() not in SCHEMES or not parts.hostname:
        raise UnreadableSource(url, "only http and https addresses are fetched")
    try:
        found = resolve(parts.hostname)
    except OSError as error:
        raise UnreadableSource(url, f"the host was not found ({error})", "is there a network?") from error
    if any(not ipaddress.ip_address(one.split("%")[0]).is_global for one in found):
        raise UnreadableSource(url, "the address is of a private network", "allow it with --allow-private")


def _addresses(host: str) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


class _Guard(HTTPRedirectHandler):
    """Follows redirections, but none that leads to another scheme or into a private network."""

    def __init__(self, *, allow_private: bool, resolve: Resolve) -> None:
        self._allow_private = allow_private
        self._resolve = resolve

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The request to follow; raises UnreadableSource for one that must not be followed."""
        if not is_address(newurl):
            raise UnreadableSource(newurl, "only http and https addresses are fetched")
        if not self._allow_private:
            refuse_private(newurl, self._resolve)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
