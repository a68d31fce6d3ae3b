"""One registry for the tests of naming, and a short way from a text to its cast."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Document, Parse, Span, Tag, Tags
from sayso.naming import resolve
from sayso.resources.actors import Registry

Reader = Callable[[str], tuple[Cast, Parse]]
Tagged = Callable[[str, dict[str, str]], Cast]


def meant(cast: Cast, parse: Parse, words: str, nth: int = -1) -> str | None:
    """The id of the actor that a phrase of these words is tied to: the last one, or the nth."""
    found = [m for m in cast.mentions if words in (m.span.words(parse.text), m.head.words(parse.text))]
    return found[nth].actor if found else None


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


@pytest.fixture
def tagged(parse_text: Callable[..., tuple[Document, Parse]], registry: Registry) -> Tagged:
    """A text with the labels of some of its words -> its cast."""

    def read(text: str, labels: dict[str, str]) -> Cast:
        document, parse = parse_text(text)
        names = tuple(
            Tag(Span(at, at + len(words)), label, 0.9) for words, label in labels.items() for at in [text.index(words)]
        )
        return resolve(document, parse, registry, Tags("test", names=names))

    return read
