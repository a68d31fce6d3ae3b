"""Who answers for a deed is its doer."""

from collections.abc import Callable

import pytest

from sayso.claiming.answerable import answerable_for
from sayso.model import Document, Event, Parse, Span

Parsed = Callable[..., tuple[Document, Parse]]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Officials believe that the northern army was responsible for the attack.", "the northern army"),
        ("Villagers blamed the northern army for the attack.", "the northern army"),
        ("Villagers accused the northern army of the attack.", "the northern army"),
        ("Villagers blamed the attack on the northern army.", "the northern army"),
        ("The northern army was behind the attack.", "The northern army"),
        ("The northern army mourned after the attack.", None),
        ("They were responsible for the attack.", None),
    ],
)
def test_who_is_made_to_answer_for_a_deed_did_it(parse_text: Parsed, text: str, doer: str | None) -> None:
    _, parse = parse_text(text)
    start = text.index("attack")
    found = answerable_for(Event(Span(start, start + len("attack")), "ASSAULT"), parse)
    assert doer == (None if found is None else found.words(text))
