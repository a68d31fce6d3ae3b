"""Canonical JSON and the content hashes that are the ledger's ids.

A noun is written without the fields that hold their default, its keys sorted, so that a field that a later version
adds leaves the ids of what was read before as they are.
"""

import hashlib
import json
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import NODEFAULT, Struct

Noun = TypeVar("Noun")


def lean(value: object) -> Any:
    """The value in JSON's own types; of a Struct, only the fields that differ from their default."""
    if isinstance(value, Struct):
        if value.__struct_config__.array_like:
            return [lean(getattr(value, name)) for name in value.__struct_fields__]
        fields = _fields(type(value))
        return {name: lean(found) for name, default in fields if (found := getattr(value, name)) != default}
    if isinstance(value, tuple | list):
        return [lean(one) for one in value]
    return value


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, object], ...]:
    """The names of the fields of a Struct, each with its default (NODEFAULT where it has none)."""
    found = []
    for field in msgspec.structs.fields(kind):
        made = field.default if field.default_factory is NODEFAULT else field.default_factory()
        found.append((field.encode_name, made))
    return tuple(found)


def canonical(value: object) -> bytes:
    """The value as canonical JSON: UTF-8, keys sorted, no blanks, defaults left out.

    Half a surrogate pair, which UTF-8 cannot hold, makes it pure ASCII with the half escaped.
    """
    bare = lean(value)
    try:
        return msgspec.json.encode(bare, order="sorted")
    except UnicodeEncodeError:
        return json.dumps(bare, sort_keys=True, separators=(",", ":")).encode("ascii")


def dumps(value: object) -> str:
    """Canonical JSON as a str, as the `noun` columns keep it."""
    return canonical(value).decode("utf-8")


def loads(text: str, kind: type[Noun]) -> Noun:
    """The noun of a `noun` column; raises msgspec.DecodeError where it is none."""
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        if "\\ud" not in text:
            raise
        return msgspec.convert(json.loads(text), kind)


def content_id(*parts: object) -> str:
    """SHA-256 (hex) of the parts as one canonical JSON array: the id of whatever they describe."""
    return hashlib.sha256(canonical(list(parts))).hexdigest()
