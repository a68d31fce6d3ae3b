"""Fetching one page: with limits of size and time, and never from a private network unless told to."""

from http.client import HTTPException, HTTPResponse
from importlib.metadata import version
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener, getproxies

from msgspec import Struct

from sayso.errors import UnreadableSource
from sayso.reading.connecting import Guard, Plain, Resolve, Secure, Watch, addresses_of, is_address, refuse_private
from sayso.reading.inflating import inflated

AGENT: Final = f"sayso/{version('sayso')} (reads news on behalf of its user)"
ACCEPT: Final = "text/html, application/xhtml+xml, text/plain, application/rss+xml, application/atom+xml, */*;q=0.5"
SECONDS: Final = 20.0
LARGEST: Final = 20_000_000
PIECE: Final = 65_536
NOT_MODIFIED: Final = 304


class Page(Struct, frozen=True):
    """What came back: the bytes, where they were in the end, and the content type and charset the server named.

    etag, modified: what the server will know this state of the page by. unchanged: the state asked about is the state
    that is; data is empty then.
    """

    data: bytes
    url: str
    content_type: str
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False
    charset: str | None = None


class Turned(UnreadableSource):
    """A page that the server answered for with another status. after: the seconds it asks to wait, if it does."""

    def __init__(self, where: str, code: int, reason: str, after: float | None) -> None:
        super().__init__(where, f"the server answered {code} {reason}".rstrip())
        self.code = code
        self.after = after


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    largest: int = LARGEST,
    seconds: float = SECONDS,
    agent: str = AGENT,
    etag: str | None = None,
    modified: str | None = None,
    resolve: Resolve | None = None,
) -> Page:
    """The page at an http or https address.

    allow_private: also fetch from addresses of private networks and of this machine.
    largest: bytes beyond which a page is refused. seconds: the longest that it may take, to its last byte.
    etag, modified: of the state that is known already; where the page is still in it, the answer says so.
    resolve: how names become addresses (the system's way by default).
    Raises UnreadableSource naming the address and the cause; as Turned where the server answered with another status.
    """
    resolve = resolve if resolve is not None else addresses_of
    if not allow_private:
        refuse_private(url, resolve)
    proxies = getproxies()
    headers = {"User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": "gzip"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    # Behind a proxy the other end is the proxy, which resolves names by itself.
    with Watch(seconds, peers_public=not allow_private and not proxies) as watch:
        opener = build_opener(
            Guard(allow_private=allow_private, resolve=resolve), ProxyHandler(proxies), Plain(watch), Secure(watch)
        )
        request = Request(url, headers=headers)  # noqa: S310  # only http and https pass refuse_private and is_address
        return _read(opener, request, largest, seconds, watch)


def _read(opener: OpenerDirector, request: Request, largest: int, seconds: float, watch: Watch) -> Page:
    where = request.full_url
    if not is_address(where):
        raise UnreadableSource(where, "only http and https addresses are fetched")
    try:
        with opener.open(request, timeout=seconds) as response:
            assert isinstance(response, HTTPResponse)
            page = _page(response, where, largest)
    except HTTPError as error:
        with error:
            if error.code == NOT_MODIFIED:
                return Page(b"", where, "", unchanged=True)
            raise Turned(where, error.code, str(error.reason), _after(error)) from error
    except (URLError, HTTPException, TimeoutError, OSError, ValueError) as error:
        if watch.over or isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError):
            raise _too_slow(where, seconds) from error
        cause = getattr(error, "reason", None) or error
        raise UnreadableSource(where, f"it could not be fetched ({cause})", "is the address right?") from error
    if watch.over:
        raise _too_slow(where, seconds)
    return page


def _page(response: HTTPResponse, where: str, largest: int) -> Page:
    """The page of a response, read piece by piece, never beyond the limit."""
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            raise UnreadableSource(where, f"the page is larger than {largest:,} bytes", "save its text to a file")
    headers = response.headers
    promised = headers.get("Content-Length", "")
    if promised.isdigit() and size < int(promised):
        raise UnreadableSource(where, f"it was cut off after {size:,} of {int(promised):,} bytes", "try again later")
    data = inflated(b"".join(pieces), headers.get("Content-Encoding", ""), where, largest)
    return Page(
        data,
        response.geturl(),
        headers.get_content_type(),
        headers.get("ETag"),
        headers.get("Last-Modified"),
        charset=headers.get_content_charset(),
    )


def _too_slow(where: str, seconds: float) -> UnreadableSource:
    return UnreadableSource(where, f"it took longer than {seconds:g} seconds", "try again later")


def _after(error: HTTPError) -> float | None:
    words = (error.headers.get("Retry-After") or "").strip()
    return float(words) if words.isdigit() else None


__all__ = ["AGENT", "LARGEST", "SECONDS", "Page", "Turned", "fetch", "is_address", "refuse_private"]
