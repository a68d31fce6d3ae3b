"""The OpenAPI document: what the nouns are, as msgspec describes them, so that it cannot differ from what is sent."""

from typing import Any, Final

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.web.errors import Failure

PREFIX: Final = "#noun/"
REF: Final = "#/components/schemas/{name}"
_nouns: Final[list[Any]] = [Failure]


def ref(noun: Any) -> dict[str, Any]:
    """A reference to the schema of a type, resolved when the document is made."""
    if noun not in _nouns:
        _nouns.append(noun)
    return {"$ref": f"{PREFIX}{_nouns.index(noun)}"}


def gives(noun: Any, what: str = "The answer.", status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers with a noun as JSON."""
    return {status: {"description": what, "content": {"application/json": {"schema": ref(noun)}}}}


def streams(media: str, what: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers with something else than JSON."""
    return {200: {"description": what, "content": {media: {"schema": {"type": "string"}}}}}


def takes(noun: Any) -> dict[str, Any]:
    """The `openapi_extra` of a route whose body is a noun as JSON."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": ref(noun)}}}}


def describe(app: FastAPI) -> None:
    """Let an application describe itself so."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's own way to change the document


def _document(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    refs, components = msgspec.json.schema_components(_nouns, ref_template=REF)
    failing = {
        "description": "An error.",
        "content": {"application/json": {"schema": refs[0]}},
    }
    for path in made["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = failing
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas.update(components)
    resolved: dict[str, Any] = _resolved(made, refs)
    return resolved


def _resolved(value: Any, refs: tuple[Any, ...]) -> Any:
    if isinstance(value, dict):
        target = value.get("$ref", "")
        if isinstance(target, str) and target.startswith(PREFIX):
            return refs[int(target.removeprefix(PREFIX))]
        return {key: _resolved(one, refs) for key, one in value.items()}
    return [_resolved(one, refs) for one in value] if isinstance(value, list) else value
