"""The body of a request as a noun."""

from typing import TypeVar

import msgspec
from fastapi import Request

from sayso.web.errors import Refused

T = TypeVar("T")


async def body_of(request: Request, kind: type[T]) -> T:
    """The body as a noun. Raises Refused for one that is not JSON, or not of that form."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise Refused(415, "bad_type", "send the body as application/json", "content-type")
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        message, _, where = str(error).partition(" - at ")
        raise Refused(422, "invalid", message, f"body {where.strip('`')}".strip()) from error
