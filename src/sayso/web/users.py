"""Users: who may come in, by tokens of which the hashes alone are kept, in a file beside the ledger."""

import hashlib
import os
import secrets
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, get_args

import msgspec
from msgspec import Struct

from sayso.errors import SaysoError, in_words
from sayso.ledger import Store

Role = Literal["reader", "reviewer", "admin"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""Each may do what those before it may."""

TOKEN_BYTES: Final = 32
LONGEST_NAME: Final = 80


class BadUsers(SaysoError):
    """A file of users that cannot be used, or a name or token that cannot be one."""


class User(Struct, frozen=True):
    """Who asks. named: the name is known for certain, or was chosen by whoever sits at the browser."""

    name: str
    role: Role
    named: bool = True

    def may(self, role: Role) -> bool:
        """May this user do what needs that role?"""
        return ROLES.index(self.role) >= ROLES.index(role)


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the file. hash: SHA-256 (hex) of the token, which is random and long enough not to be guessed. added: when (UTC)."""

    name: str
    role: Role
    hash: str
    added: str


def hash_of(token: str) -> str:
    """The hash under which a token is kept."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def file_beside(store: Store) -> Path:
    """Where the users of a ledger are kept: beside its file, or for a database in the current folder."""
    path = store.path
    return Path("sayso.users.json") if path is None else path.with_name(f"{path.name}.users.json")


def checked_name(name: str) -> str:
    """A name as it is kept. Raises BadUsers for one that cannot be shown or told apart."""
    found = " ".join(name.split())
    if not found or len(found) > LONGEST_NAME or not found.isprintable():
        raise BadUsers(f"{name[:LONGEST_NAME]!r} is no name; use 1 to {LONGEST_NAME} printable characters")
    return found


class Users:
    """The users of a file. It is read again when it has changed, so that who is removed is out at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_at: tuple[int, int] | None = None
        self._entries: tuple[Entry, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """Everyone, in the order in which they were added. Raises BadUsers for a file that is none."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            self._read_at, self._entries = None, ()
            return ()
        state = (found.st_mtime_ns, found.st_size)
        if state != self._read_at:
            try:
                self._entries = msgspec.json.decode(self.path.read_bytes(), type=tuple[Entry, ...])
            except (OSError, msgspec.DecodeError) as error:
                raise BadUsers(
                    f"{self.path}: this is no file of users ({in_words(error)}); `sayso users` writes it"
                ) from error
            self._read_at = state
        return self._entries

    def holding(self, token: str) -> User | None:
        """The user who has a token; None for a token that nobody has."""
        wanted, found = hash_of(token), None
        for entry in self.entries():  # all of them, so that the time tells nothing
            if secrets.compare_digest(entry.hash, wanted):
                found = User(entry.name, entry.role)
        return found

    def add(self, name: str, role: Role) -> str:
        """Add somebody, or give a new token and role to who is there; returns the token, which is not kept."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        name = checked_name(name)
        others = tuple(one for one in self.entries() if one.name != name)
        now = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
        self._write((*others, Entry(name, role, hash_of(token), now)))
        return token

    def remove(self, name: str) -> None:
        """Take somebody out, whose token is worth nothing from then on. Raises BadUsers where there is no such user."""
        left = tuple(one for one in self.entries() if one.name != name)
        if len(left) == len(self.entries()):
            raise BadUsers(f"{self.path}: there is no user {name!r}; `sayso users list` names them")
        self._write(left)

    def _write(self, entries: tuple[Entry, ...]) -> None:
        """Write the file so that it is there as a whole or not at all, and for its owner's eyes only."""
        data = msgspec.json.format(msgspec.json.encode(entries), indent=1) + b"\n"
        try:
            handle, draft = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(draft).replace(self.path)
        except OSError as error:
            raise BadUsers(f"{self.path}: it cannot be written ({in_words(error)})") from error
        self._read_at = None


def read_token(path: Path) -> str:
    """The token of a file, the same for all who have it. Raises BadUsers for a file that holds none that is long enough."""
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadUsers(f"{path}: the token cannot be read ({in_words(error)})") from error
    if len(token) < 20 or not token.isascii() or not token.isprintable() or " " in token:
        raise BadUsers(
            f"{path}: this is no token; write one line of at least 20 letters and digits, such as "
            f"`python -c 'import secrets; print(secrets.token_urlsafe())'` prints"
        )
    return token
