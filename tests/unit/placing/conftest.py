"""What the tests of placing share: the gazetteer, opened once, and places found in a text."""

from collections.abc import Callable

import pytest

from sayso.model import Document, Parse, Toponym
from sayso.placing import find_places
from sayso.resources.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def places_of(
    parse_text: Callable[..., tuple[Document, Parse]], gazetteer: Gazetteer
) -> Callable[[str], tuple[Toponym, ...]]:
    """A text -> its toponyms."""

    def places(text: str) -> tuple[Toponym, ...]:
        return find_places(*parse_text(text), gazetteer)

    return places
