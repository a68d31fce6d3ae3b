"""Errors as the API tells them: one shape, with a status and a code for each kind."""

from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.errors import (
    BadDate,
    BadExport,
    BadQuery,
    BadResource,
    BadSettings,
    LedgerBusy,
    LedgerFull,
    LedgerReadOnly,
    MissingExtra,
    NotInLedger,
    SaysoError,
    TextTooLong,
    UnreadableSource,
)
from sayso.web.encoding import encoded


class Told(Struct, frozen=True):
    """What went wrong. code: for programs; message: for people; where: which parameter, file or id."""

    code: str
    message: str
    where: str = ""


class Failure(Struct, frozen=True):
    """The one shape of every error."""

    error: Told


class Refused(Exception):
    """A request that is refused: HTTP status, code, words, and more headers of the answer."""

    def __init__(
        self, status: int, code: str, message: str, where: str = "", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.told = Told(code, message, where)
        self.headers = headers or {}

    def response(self) -> Response:
        """The answer."""
        return failure(self.status, self.told, self.headers)


class Unchanged(Exception):
    """The caller has the answer already: its ETag is the one that it would get."""


STATUS: Final[tuple[tuple[type[SaysoError], int, str], ...]] = (
    (NotInLedger, 404, "not_found"),
    (BadQuery, 400, "bad_query"),
    (BadDate, 400, "bad_query"),
    (BadExport, 400, "bad_export"),
    (UnreadableSource, 400, "unreadable"),
    (TextTooLong, 413, "too_large"),
    (LedgerBusy, 503, "busy"),
    (LedgerReadOnly, 409, "read_only"),
    (LedgerFull, 507, "disk_full"),
    (MissingExtra, 501, "not_installed"),
    (BadSettings, 500, "bad_settings"),
    (BadResource, 500, "bad_resource"),
    (SaysoError, 500, "failed"),
)
"""The first that fits counts."""

CODES: Final = {
    400: "bad_request",
    401: "who_are_you",
    403: "not_allowed",
    404: "not_found",
    405: "bad_method",
    413: "too_large",
}


def failure(status: int, told: Told, headers: dict[str, str] | None = None) -> Response:
    """An error as an answer."""
    return Response(encoded(Failure(told)), status, headers, "application/json")


def of_sayso(error: SaysoError) -> tuple[int, Told]:
    """Status and words of an error of sayso; the folder in which the ledger lies is nobody's business."""
    status, code = next((status, code) for kind, status, code in STATUS if isinstance(error, kind))
    cause, advice = getattr(error, "cause", None), getattr(error, "advice", "")
    message = str(error) if cause is None else f"{cause}; {advice}" if advice else str(cause)
    return status, Told(code, message)


def _sayso(_: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    return failure(*of_sayso(error))


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return error.response()


def _unchanged(_: Request, error: Exception) -> Response:
    del error
    return Response(status_code=304)


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(one) for one in first["loc"])
    return failure(422, Told("invalid", str(first["msg"]), where))


def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = CODES.get(error.status_code, "bad_request")
    return failure(error.status_code, Told(code, str(error.detail)), dict(error.headers or {}))


def _unforeseen(_: Request, error: Exception) -> Response:
    return failure(500, Told("internal", f"sayso failed ({type(error).__name__}); its log tells more"))


def register(app: FastAPI) -> None:
    """Let an application tell its errors so."""
    app.add_exception_handler(SaysoError, _sayso)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(Unchanged, _unchanged)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
