"""One registry for the tests of naming, and a short way from a text to its cast."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Document, Parse
from sayso.naming import resolve
from sayso.resources.actors import Registry

Reader = Callable[[str], tuple[Cast, Parse]]


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.open()


@pytest.fixture(scope="session")
def cast_of(parse_text: Callable[..., tuple[Document, Parse]], registry: Registry) -> Reader:
    """A text -> its cast and parse."""

    def read(text: str) -> tuple[Cast, Parse]:
        document, parse = parse_text(text)
        return resolve(document, parse, registry), parse

    return read
