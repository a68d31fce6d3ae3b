"""Connecting: to public addresses only, looked at when the connection stands, and for no longer than agreed."""

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Callable
from functools import partial
from http.client import HTTPConnection, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import IO, Any, Final, Self
from urllib.parse import urlsplit
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request

from sayso.errors import UnreadableSource

SCHEMES: Final = ("http", "https")
# What a host's name resolves to, as IP addresses in text form.
Resolve = Callable[[str], list[str]]


def is_address(source: str) -> bool:
    """Whether a source names a page of the web and no file."""
    try:
        return urlsplit(source).scheme.lower() in SCHEMES
    except ValueError:
        return False


def is_public(address: str) -> bool:
    """Whether an IP address (text form) is one of the public network; also looks into IPv4 wrapped in IPv6."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            found = inner
    return found.is_global and not found.is_multicast


def addresses_of(host: str) -> list[str]:
    """The IP addresses of a host's name, as this machine resolves it."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def refuse_private(url: str, resolve: Resolve) -> None:
    """Raise UnreadableSource for an address that leads to this machine or a private network."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise UnreadableSource(url, f"it is no address ({error})") from error
    if parts.scheme.lower() not in SCHEMES or not host:
        raise UnreadableSource(url, "only http and https addresses are fetched")
    try:
        found = resolve(host)
    except (OSError, UnicodeError) as error:
        raise UnreadableSource(url, f"the host was not found ({error})", "is there a network?") from error
    if any(not is_public(one) for one in found):
        raise UnreadableSource(url, "the address is of a private network", "allow it with --allow-private")


class Watch:
    """Ends connections that take longer than agreed, and refuses those that a name has led into a private network.

    The name is resolved again when the connection is made; so the address at the other end is what counts.
    """

    def __init__(self, seconds: float, *, peers_public: bool) -> None:
        self._peers_public = peers_public
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self.over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def connected(self, connection: HTTPConnection) -> None:
        """Look at a connection that was just made, before anything is sent."""
        sock: socket.socket = connection.sock
        if self._peers_public and not is_public(str(sock.getpeername()[0])):
            connection.close()
            raise UnreadableSource(
                connection.host, "the address is of a private network", "allow it with --allow-private"
            )
        with self._lock:
            self._sockets.append(sock)
            over = self.over
        if over:
            self._end()

    def _end(self) -> None:
        with self._lock:
            self.over = True
            for sock in self._sockets:
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)


class _Plain(HTTPConnection):
    """A connection that is looked at before use."""

    def __init__(self, *args: Any, watch: Watch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._watch = watch

    def connect(self) -> None:
        """Connect, and have the other end looked at."""
        super().connect()
        self._watch.connected(self)


class _Secure(_Plain, HTTPSConnection):
    """The same over TLS; the other end is looked at once the handshake is done, before the request is sent."""


class Plain(HTTPHandler):
    """Opens http addresses under a watch."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: Request) -> HTTPResponse:
        """The response to a request."""
        return self.do_open(partial(_Plain, watch=self._watch), req)


class Secure(HTTPSHandler):
    """Opens https addresses under a watch."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def https_open(self, req: Request) -> HTTPResponse:
        """The response to a request."""
        return self.do_open(partial(_Secure, watch=self._watch), req)


class Guard(HTTPRedirectHandler):
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
