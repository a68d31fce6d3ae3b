"""What all tests share: one parser, opened once."""

from collections.abc import Callable

import pytest

from sayso.model import Document, Parse
from sayso.parsing import Parser
from sayso.reading import document_of


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.open()


@pytest.fixture(scope="session")
def parse_text(parser: Parser) -> Callable[..., tuple[Document, Parse]]:
    """A text (and its date) -> its document and parse."""

    def parse(text: str, date: str | None = None) -> tuple[Document, Parse]:
        document = document_of(text, doc="test", date=date)
        return document, parser.parse(document)

    return parse
