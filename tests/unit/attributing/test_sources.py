"""Sources that a trained finder cut or glued."""

from collections.abc import Callable

import pytest

from sayso.attributing.sources import whole_source
from sayso.model import Document, Parse, Span

ParseText = Callable[..., tuple[Document, Parse]]


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("Recently farmers said the mill was shut.", "Recently farmers", "farmers"),
        ("Northern as well as southern farmers said the mill was shut.", "southern farmers",
         "Northern as well as southern farmers"),
        ("Coastal and inland towns said the mill was shut.", "inland towns", "Coastal and inland towns"),
        ("The road was long and southern farmers said the mill was shut.", "southern farmers", "southern farmers"),
        ("Several farmers said the mill was shut.", "Several farmers", "Several farmers"),
        ("Today the mayor said the mill was shut.", "the mayor", "the mayor"),
        ("Recently, said nobody.", "Recently", "Recently"),
    ],
)  # fmt: skip
def test_a_source_is_neither_cut_nor_glued_to_its_adverb(
    parse_text: ParseText, text: str, given: str, expected: str
) -> None:
    _, parse = parse_text(text)
    start = text.index(given)
    assert expected == whole_source(parse, Span(start, start + len(given))).words(text)
