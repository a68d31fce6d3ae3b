"""What a deed was meant for is read from what its holder says right beside it."""

import pytest

from sayso.comparing.motives import motive_of
from sayso.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The general said the shelling was in response to a raid.", "defended"),
        ("He called the shelling an act of self-defence.", "defended"),
        ("The shelling was meant to protect the dam, she said.", "defended"),
        ("The shelling of the clinic happened by mistake.", "unmeant"),
        ("It was an accidental shelling.", "unmeant"),
        ("She called it a deliberate shelling.", "hostile"),
        ("The shelling was an act of aggression, she said.", "hostile"),
        ("He said the shelling was intended to punish the villagers.", "hostile"),
        ("The shelling was not deliberate, he said.", ""),
        ("Troops moved to repel the shelling.", ""),
        ("The shelling went on. It was deliberate.", ""),
        ("The shelling went on for hours.", ""),
    ],
)
def test_a_deed_is_meant_as_its_holder_says(text: str, expected: str) -> None:
    start = text.index("shelling")
    assert expected == motive_of(Span(start, start + len("shelling")), text)


def test_what_another_says_is_not_read() -> None:
    text = "The shelling began, he said, in response to a raid."
    start = text.index("shelling")
    assert not motive_of(Span(start, start + len("shelling")), text, Span(0, text.index(",")))
