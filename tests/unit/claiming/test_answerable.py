"""Who answers for a deed is its doer."""

from collections.abc import Callable

import pytest

from sayso.claiming.answerable import answerable_for
from sayso.model import Attribution, Document, Event, Parse, Span

SAID = ("believe", "blamed", "accused", "was behind", "mourned", "were")
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
    said = next(Span(text.index(word), text.index(word) + len(word)) for word in SAID if word in text)
    held = Attribution("a1", "indirect", (Span(0, 3),), (said,), (Span(start - 4, len(text) - 1),))
    event = Event(Span(start, start + len("attack")), "ASSAULT")
    found = answerable_for(event, parse, held)
    assert doer == (None if found is None else found.words(text))


def test_whom_somebody_blames_is_no_doer_in_anothers_mouth(parse_text: Parsed) -> None:
    text = "Villagers blamed the northern army for the attack."
    _, parse = parse_text(text)
    start = text.index("attack")
    assert answerable_for(Event(Span(start, start + len("attack")), "ASSAULT"), parse, None) is None
