"""What the tests of coding share: the lexicon, and a shorthand for the events of a text."""

from collections.abc import Callable

import pytest

from sayso.coding import find_events
from sayso.model import Attribution, Document, Event, Parse
from sayso.resources.codebook import Lexicon
from sayso.tagging import Tagger


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.fixture(scope="session")
def code(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon, tagger: Tagger
) -> Callable[..., dict[str, Event]]:
    """A text and attributions -> its events by the words of their triggers."""

    def code(text: str, attributions: tuple[Attribution, ...] = ()) -> dict[str, Event]:
        document, parse = parse_text(text)
        read = tagger.read(document)
        found = find_events(document, parse, attributions, lexicon, read.tags.triggers, opinion=read.parts)
        return {one.trigger.words(text): one for one in found}

    return code
