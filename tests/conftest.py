"""What all tests share: one parser and one pipeline, opened once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sayso.model import Document, Ledger, Parse
from sayso.parsing import Parser
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.settings import Settings
from sayso.tagging import Tagger

EXAMPLES = Path(__file__).parents[1] / "examples"

# A busy machine is no fault of what is tested. Where changes are checked, the examples are the same every time.
settings.register_profile("sayso", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("checked", settings.get_profile("sayso"), derandomize=True, database=None)
settings.load_profile("checked" if os.environ.get("CI") else "sayso")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Pictures of every page are taken only when they are asked for."""
    parser.addoption("--shots", action="store_true", help="write docs/pages/*.png anew")
    parser.addoption("--demo", help="open the pages on this ledger, made by tools/demo, instead of making one")


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


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    return Tagger.open()


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline.open(Settings())


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Callable[..., Ledger]:
    """A text (and its date) -> its ledger."""

    def read(text: str, date: str | None = None) -> Ledger:
        return pipeline.read(document_of(text, doc="test", date=date))

    return read
