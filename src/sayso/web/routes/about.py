"""The ledger as a whole, and who asks."""

from functools import cache
from pathlib import Path
from typing import get_args

from fastapi import APIRouter, Request
from msgspec import Struct
from starlette.responses import FileResponse, Response

from sayso.ledger import Counts
from sayso.model import DisputeField, Factuality
from sayso.resources.codebook import Lexicon
from sayso.web.body import body_of
from sayso.web.desk import NAME, SESSION, Admin, Reading, Served, cookie_name, user_of
from sayso.web.encoding import answer
from sayso.web.errors import Refused
from sayso.web.schemas import gives, streams, takes
from sayso.web.users import BadUsers, User, checked_name

router = APIRouter(tags=["about"])
YEAR = 31_536_000


class CodebookParts(Struct, frozen=True):
    """What claims are coded by: the types, the modes of each type, the factualities in words, the fields of disputes."""

    types: tuple[str, ...]
    modes: dict[str, tuple[str, ...]]
    factualities: dict[str, str]
    dispute_fields: tuple[str, ...]


class About(Struct, frozen=True):
    """The ledger as a whole. ledger: the file's name. writable: can it be written? maps: is there a file of map tiles?"""

    version: str
    ledger: str
    counts: Counts
    user: User
    codebook: CodebookParts
    writable: bool
    maps: bool


class Named(Struct, frozen=True, forbid_unknown_fields=True):
    """How whoever sits at this browser wants to be called."""

    name: str


class Login(Struct, frozen=True, forbid_unknown_fields=True):
    """A token."""

    token: str


FACTUALITIES = {
    "happened": "told as having happened",
    "ongoing": "told as going on",
    "denied": "told as not having happened",
    "planned": "intended or announced",
    "possible": "held for possible",
    "demanded": "asked or called for",
    "hypothetical": "told of a case that is only imagined",
}
assert set(FACTUALITIES) == set(get_args(Factuality))


@cache
def codebook(path: str | None) -> CodebookParts:
    """The codebook of a file, or the one that ships with sayso."""
    types = Lexicon.open(None if path is None else Path(path)).codebook.types
    return CodebookParts(
        tuple(types), {name: tuple(entry.modes) for name, entry in types.items()}, FACTUALITIES, get_args(DisputeField)
    )


@router.get("/about", responses=gives(About))
def about(request: Request, store: Reading, desk: Served) -> Response:
    """The ledger as a whole, and who asks."""
    path = store.path
    return answer(
        About(
            version=request.app.version,
            ledger=path.name if path is not None else "postgresql",
            counts=desk.counts(),
            user=user_of(request),
            codebook=codebook(desk.settings.codebook),
            writable=desk.writable,
            maps=desk.maps is not None,
        )
    )


@router.post("/me", responses=gives(User), openapi_extra=takes(Named))
async def me(request: Request, desk: Served, user: Admin) -> Response:
    """Give the author at this browser a name, where nobody has a token of their own."""
    if desk.access.personal:
        raise Refused(409, "named_already", f"you are known as {user.name} by your token")
    try:
        name = checked_name((await body_of(request, Named)).name)
    except BadUsers as error:
        raise Refused(422, "invalid", str(error), "body $.name") from error
    response = answer(User(name, user.role, named=True))
    _set_cookie(request, response, NAME, cookie_name(name))
    return response


@router.post("/login", responses=gives(User), openapi_extra=takes(Login))
async def login(request: Request, desk: Served) -> Response:
    """Let a browser keep a token, as a cookie that no script can read."""
    token = (await body_of(request, Login)).token
    user = desk.holding(token, request)
    if user is None:
        raise Refused(401, "who_are_you", "nobody has this token", "token", {"WWW-Authenticate": "Bearer"})
    response = answer(user)
    _set_cookie(request, response, SESSION, token)
    return response


@router.post("/logout", responses=gives(dict[str, bool]))
def logout() -> Response:
    """Let a browser forget its token."""
    response = answer({"out": True})
    response.delete_cookie(SESSION, httponly=True, samesite="strict")
    return response


@router.get("/maps.pmtiles", responses=streams("application/octet-stream", "The map tiles; ranges are answered."))
def maps(desk: Served, store: Reading) -> Response:
    """The map tiles that the server was given."""
    del store
    if desk.maps is None:
        raise Refused(404, "not_found", "the server was given no map; --maps FILE gives it one")
    return FileResponse(desk.maps, media_type="application/octet-stream")


def _set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Let the browser keep something that no script reads; where it came by https, be it to a server before this one, so alone."""
    secure = request.url.scheme == "https" or request.headers.get("origin", "").startswith("https://")
    response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="strict", secure=secure)
