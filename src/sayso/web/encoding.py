"""Nouns as JSON."""

from typing import Any, Final, TypeVar

import msgspec
from starlette.responses import Response

T = TypeVar("T")

_encoder: Final = msgspec.json.Encoder()


def encoded(noun: object) -> bytes:
    """A noun as JSON. Halves of surrogate pairs, which no JSON in UTF-8 can hold, become U+FFFD, one for one."""
    try:
        return _encoder.encode(noun)
    except UnicodeEncodeError:
        return _encoder.encode(_mended(msgspec.to_builtins(noun)))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in value)
    if isinstance(value, dict):
        return {_mended(key): _mended(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_mended(one) for one in value]
    return value


def answer(noun: object, status: int = 200) -> Response:
    """A noun as an answer."""
    return Response(encoded(noun), status, media_type="application/json")
