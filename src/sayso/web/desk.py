"""The desk: what the server holds, and who may do what at it."""

import getpass
import secrets
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import quote, unquote

from fastapi import Depends, Request
from msgspec import Struct
from starlette.concurrency import run_in_threadpool

from sayso.ledger import Counts, Store
from sayso.ledger.opening.opened import writable
from sayso.model import Run
from sayso.running.one import Opener, open_pipeline
from sayso.settings import Settings
from sayso.web.errors import Refused, Unchanged
from sayso.web.jobs import Jobs
from sayso.web.lanes import Lanes
from sayso.web.users import BadUsers, Role, User, Users, checked_name, file_beside, read_token

SESSION: Final = "sayso_token"
NAME: Final = "sayso_name"
CSRF: Final = "sayso_csrf"
CSRF_HEADER: Final = "x-sayso-csrf"


class Access(Struct, frozen=True):
    """Who may come in. open: everybody who reaches the server, which is on this machine alone, as an administrator.

    token: what all who have it share, and with which they are administrators; users: who has a token of their own.
    hosts: the names under which the server may be asked for, beside addresses; None: those of this machine alone.
    """

    open: bool
    users: Users
    token: str | None = None
    hosts: frozenset[str] | None = None

    @property
    def personal(self) -> bool:
        """Does everybody have a token of their own, so that who asks is known for certain?"""
        return bool(self.users.entries())


LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def access_for(
    store: Store, host: str, *, token_file: Path | None = None, users: Path | None = None, names: Iterable[str] = ()
) -> Access:
    """Who may come in to a server at an address of this machine. names: more names of the server.

    Raises BadUsers for an address that others can reach where nobody needs a token.
    """
    known = Users(users if users is not None else file_beside(store))
    token = None if token_file is None else read_token(token_file)
    here = host in LOOPBACK
    if not here and token is None and not known.entries():
        raise BadUsers(
            f"others can reach {host}, and would need no token; give --token-file FILE, or add users with `sayso users add NAME`"
        )
    more = {one.lower() for one in names}
    hosts = frozenset(more) if here else frozenset({host.lower(), socket.gethostname().lower(), *more})
    return Access(open=here and token is None, users=known, token=token, hosts=hosts or None)


def system_user() -> str:
    """The name of whoever runs this."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no entry for the process's user, as in some containers
        return "somebody"


class Desk:
    """A ledger that is served: one store for reading, one writer at a time, and who may come in."""

    def __init__(
        self,
        where: str | Path | None,
        access: Access,
        *,
        maps: Path | None = None,
        settings: Settings | None = None,
        opener: Opener = open_pipeline,
        run: Run | None = None,
        wait: float = 30.0,
    ) -> None:
        self.store = Store.open(where)
        self.access = access
        self.maps = maps
        self.settings = settings if settings is not None else Settings()
        self.opener = opener
        self.run = run
        self.jobs = Jobs()
        self.lanes = Lanes()
        self._counts: tuple[str, Counts] | None = None
        self.author = system_user()
        self._wait = wait
        self._writer: Store | None = None
        self._turn = threading.Lock()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The ledger, open for writing. Whoever comes second waits for the first; nothing is lost, and nobody is overtaken for long.

        Raises LedgerReadOnly, LedgerBusy.
        """
        with self._turn:
            if self._writer is None:
                address = self.store.address
                self._writer = Store.open(address.path or address.url, write=True, wait=self._wait)
            yield self._writer

    def counts(self) -> Counts:
        """How much the ledger holds, counted once as long as it stays as it is."""
        seal = self.store.seal()
        known = self._counts
        if known is None or known[0] != seal:
            known = self._counts = (seal, self.store.counts())
        return known[1]

    def close(self) -> None:
        """End the jobs, and let go of the ledger."""
        self.jobs.close()
        with self._turn:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        self.store.close()

    def user_of(self, request: Request) -> User | None:
        """Who asks: by the token of the header or cookie; None for nobody who is known."""
        if self.access.open and not self.access.personal:
            return self._unnamed(request)
        token = token_of(request)
        return None if token is None else self.holding(token, request)

    def holding(self, token: str, request: Request) -> User | None:
        """Who has a token; None for one that nobody has."""
        shared = self.access.token
        if shared is not None and secrets.compare_digest(shared.encode(), token.encode("utf-8", "replace")):
            return self._unnamed(request)
        return self.access.users.holding(token)

    @property
    def writable(self) -> bool:
        """Can the ledger be written?"""
        path = self.store.path
        return path is None or writable(path)

    def _unnamed(self, request: Request) -> User:
        """Whoever sits at this machine or has the token of all: by the name that the browser was given, or the system's user."""
        try:
            return User(checked_name(unquote(request.cookies[NAME])), "admin", named=True)
        except (KeyError, BadUsers):
            return User(self.author, "admin", named=False)


def token_of(request: Request) -> str | None:
    """The token that comes with a request."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()
    return request.cookies.get(SESSION)


def cookie_name(name: str) -> str:
    """A name as a cookie can hold it."""
    return quote(name)


async def desk_of(request: Request) -> Desk:
    """The desk of the application that a request came to."""
    found = request.app.state.desk
    assert isinstance(found, Desk)
    return found


def user_of(request: Request) -> User:
    """Who asks. Raises Refused where nobody is known."""
    user = request.state.user
    if user is None:
        raise Refused(
            401, "who_are_you", "this ledger is read with a token; send it as `Authorization: Bearer`, or POST it to login",
            headers={"WWW-Authenticate": "Bearer"},
        )  # fmt: skip
    assert isinstance(user, User)
    return user


def may(role: Role) -> Callable[[Request], Awaitable[User]]:
    """A dependency: who asks, if they have at least that role. Raises Refused."""

    async def allowed(request: Request) -> User:
        user = user_of(request)
        if not user.may(role):
            raise Refused(403, "not_allowed", f"this needs the role {role}, and {user.name} is a {user.role}")
        return user

    return allowed


async def reading(request: Request) -> Store:
    """The ledger, for an answer that depends on it alone. Raises Refused, and Unchanged where the caller has that answer.

    The custody log tells every change: as long as its seal is the same, so is every answer to the same question.
    """
    user = user_of(request)
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    store = desk.store
    # one row of a file is looked up faster than a thread takes over; a database may be far away
    seal = store.seal() if store.path is not None else await run_in_threadpool(store.seal)
    etag = f'W/"{seal[:24]}-{request.app.version}-{quote(user.name)}-{user.role}"'
    request.state.etag = etag
    if etag in (one.strip() for one in request.headers.get("if-none-match", "").split(",")):
        raise Unchanged
    return store


Served = Annotated[Desk, Depends(desk_of)]
Reading = Annotated[Store, Depends(reading)]
Reader = Annotated[User, Depends(may("reader"))]
Reviewer = Annotated[User, Depends(may("reviewer"))]
Admin = Annotated[User, Depends(may("admin"))]
