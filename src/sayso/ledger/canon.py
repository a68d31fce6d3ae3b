"""Canonical JSON and the content hashes that are the ledger's ids.

A noun is written without the fields that hold their default, its keys sorted, so that a field that a later version
adds leaves the ids of what was read before as they are.
"""

import hashlib
import json
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, Final, TypeVar

import msgspec
from msgspec import NODEFAULT, Struct

Noun = TypeVar("Noun")
ATOMS: Final = frozenset({str, int, float, bool, type(None)})


def lean(value: object) -> Any:
    """The value in JSON's own types; of a Struct, only the fields that differ from their default."""
    kind = value.__class__
    if kind in ATOMS:
        return value
    if kind is tuple or kind is list:
        return [lean(one) for one in value]  # type: ignore[attr-defined]  # the class tells, quicker than isinstance
    if isinstance(value, Struct):
        names, get, defaults = _fields(type(value))
        if value.__struct_config__.array_like:
            return [lean(one) for one in get(value)]
        return {
            name: found if found.__class__ in ATOMS else lean(found)
            for name, found, default in zip(names, get(value), defaults, strict=True)
            if found != default
        }
    return value


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, ...], Callable[[Struct], tuple[Any, ...]], tuple[object, ...]]:
    """Of a Struct: the names of its fields, what gets them all, and their defaults (NODEFAULT where there is none)."""
    fields = msgspec.structs.fields(kind)
    names = tuple(field.encode_name for field in fields)
    defaults = tuple(
        field.default if field.default_factory is NODEFAULT else field.default_factory() for field in fields
    )
    get = attrgetter(*names)
    return names, get if len(names) > 1 else lambda one: (get(one),), defaults


def canonical(value: object) -> bytes:
    """The value as canonical JSON: UTF-8, keys sorted, no blanks, defaults left out.

    Half a surrogate pair, which UTF-8 cannot hold, makes it pure ASCII with the half escaped.
    """
    return encoded(lean(value))


def encoded(bare: object) -> bytes:
    """What `lean` gave, as canonical JSON."""
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
