"""The installed tagger's tokenizer, opened once."""

from collections.abc import Callable

import pytest
from tokenizers import Tokenizer

from sayso.model import Document
from sayso.tagging.tagger import HERE


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(HERE / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    return lambda text: Document(doc="own", text=text, id="own")
