"""Guarding: what every request passes on its way in, and every answer on its way out.

In: the name under which the server was asked for (against DNS rebinding), how much a caller may ask, how large a body may be, who
asks, and whether a change comes from our own pages (against forged requests). Out: headers that let a page run nothing but its own
scripts and reach no other host.
"""

import ipaddress
import secrets
from typing import Any, Final
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.desk import CSRF, CSRF_HEADER, SESSION, Desk
from sayso.web.errors import Refused, of_sayso
from sayso.web.limits import Kind, Limits
from sayso.web.users import BadUsers

CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
API: Final = "/api/"
LOGIN: Final = "/api/v1/login"
UPLOAD: Final = "/api/v1/add"
LARGEST_BODY: Final = 4_000_000


class Guard:
    """The outermost layer of the application. largest: bytes that may be uploaded at once."""

    def __init__(self, app: ASGIApp, desk: Desk, limits: Limits, largest: int) -> None:
        self._app = app
        self._desk = desk
        self._limits = limits
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        scope.setdefault("state", {}).update(user=None, etag=None)
        request = Request(scope)
        fresh_csrf = None if CSRF in request.cookies else secrets.token_urlsafe(24)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(message, scope, request, fresh_csrf)
            await send(message)

        try:
            self._check(request)
        except Refused as refused:
            await refused.response()(scope, receive, sending)
            return
        most = self._largest if scope["path"] == UPLOAD else LARGEST_BODY
        await self._app(scope, _limited(receive, most), sending)

    def _check(self, request: Request) -> None:
        """Raises Refused for a request that may not go on."""
        check_host(request, self._desk.access.hosts)
        if "\0" in request.url.path or "%00" in request.scope.get("query_string", b"").decode("latin-1"):
            raise Refused(400, "bad_query", "there is a NUL in the address")
        try:
            user = self._desk.user_of(request)
        except BadUsers as error:
            raise Refused(*_code(error)) from error
        request.state.user = user
        address = request.client.host if request.client is not None else "?"
        if request.url.path.startswith(API) and request.headers.get("sec-fetch-site") == "cross-site":
            raise Refused(403, "forged", "another site's page asks for this", "sec-fetch-site")
        changes = request.method not in SAFE
        kind: Kind = "login" if request.url.path == LOGIN else "change" if changes else "read"
        self._limits.take(kind, address if user is None else f"{user.name}@{address}")
        if changes:
            check_origin(request)
        most = self._largest if request.url.path == UPLOAD else LARGEST_BODY
        announced = request.headers.get("content-length", "0")
        if announced.isdecimal() and int(announced) > most:
            raise _too_large(most)


def _code(error: BadUsers) -> tuple[int, str, str]:
    status, told = of_sayso(error)
    return status, told.code, told.message


def _too_large(most: int) -> Refused:
    return Refused(413, "too_large", f"more than {most:,} bytes are not taken at once")


def check_host(request: Request, hosts: frozenset[str] | None) -> None:
    """Raises Refused where the server is asked for under a name that is none of its own.

    A page elsewhere can point a name of its own at this machine; it cannot do so with an address, or with a name of ours.
    """
    host = host_of(request.headers.get("host", ""))
    if host in LOCAL or (hosts is not None and (host in hosts or _is_address(host))):
        return
    raise Refused(
        421,
        "bad_host",
        f"this server is not called {host[:100]!r}; ask for it as localhost, or name it with --allow-host",
        "host",
    )


def host_of(header: str) -> str:
    """The name in a Host header or origin, without its port, in lower case."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def check_origin(request: Request) -> None:
    """Raises Refused for a change that another site's page may have sent.

    Our own pages send the cookie's value in a header, which no other site can read or set. A token in the header of the request
    is sent by nobody unawares, and is proof enough where it is needed to come in at all.
    """
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused(403, "forged", "a change must come from sayso's own pages", "origin")
    if "authorization" in request.headers and SESSION not in request.cookies:
        return
    cookie, header = request.cookies.get(CSRF, ""), request.headers.get(CSRF_HEADER, "")
    if not cookie or not secrets.compare_digest(cookie.encode(), header.encode()):
        raise Refused(
            403,
            "forged",
            f"send the value of the cookie {CSRF} as the header X-Sayso-CSRF with every change",
            CSRF_HEADER,
        )


def _limited(receive: Receive, most: int) -> Receive:
    """Receive, until the body is larger than it may be, whatever its headers announced."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise _too_large(most)
        return message

    return receiving


def _add_headers(message: Message, scope: Scope, request: Request, fresh_csrf: str | None) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers[name] = value
    state: dict[str, Any] = scope["state"]
    if state["etag"] is not None and message["status"] in (200, 304):
        headers["ETag"] = state["etag"]
    if scope["path"].startswith(API):
        headers.setdefault("Cache-Control", "private, no-cache")
        headers.add_vary_header("Cookie, Authorization")
    if fresh_csrf is not None and request.method == "GET" and "max-age" not in headers.get("Cache-Control", ""):
        secure = "; Secure" if request.url.scheme == "https" else ""
        headers.append("Set-Cookie", f"{CSRF}={fresh_csrf}; Path=/; SameSite=Strict{secure}")
