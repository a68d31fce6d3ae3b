"""How far the words reach that name a participant."""

from collections.abc import Callable

import pytest

from sayso.coding.phrases import phrase
from sayso.model import Document, Parse


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("They ban a “weapons depot” in Bara.", "depot", "a “weapons depot”"),
        ('They shelled the "Northern Club for Sailors" in Bara.', "Club", "Northern Club"),
        ("The envoy met the magistrates of the Harbour Court (HC) in Bara.", "magistrates", "the magistrates of the Harbour Court (HC)"),
    ],
)  # fmt: skip
def test_a_phrase_opens_no_mark_that_it_does_not_close(
    parse_text: Callable[..., tuple[Document, Parse]], text: str, head: str, words: str
) -> None:
    parse = parse_text(text)[1]
    token = next(one for one in parse.tokens if one.text == head)
    assert phrase(token, parse).words(text) == words


def test_a_phrase_ends_where_a_quotation_ends(parse_text: Callable[..., tuple[Document, Parse]]) -> None:
    text = '"They shelled a village of the coast" Odd, a sailor, said.'
    parse = parse_text(text)[1]
    token = next(one for one in parse.tokens if one.text == "village")
    assert phrase(token, parse).words(text) == "a village of the coast"
