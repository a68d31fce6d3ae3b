"""What is called lawful or unlawful is said of the event right before it."""

import pytest

from sayso.comparing.lawful import standing_of
from sayso.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court found that the siege was unlawful.", "unlawful"),
        ("She called the siege illegal.", "unlawful"),
        ('The mayor called the siege of the port "null and void".', "unlawful"),
        ("He called the siege a war crime.", "unlawful"),
        ("The siege of the port is legal and necessary, he said.", "lawful"),
        ("He described the siege as legitimate.", "lawful"),
        ("The siege was not lawful, she said.", "unlawful"),
        ("The siege was not illegal, she said.", "lawful"),
        ("The siege began on Monday. It was illegal.", ""),
        ("The siege went on.", ""),
        ("The siege took place near the crime scene.", ""),
    ],
)
def test_a_deed_has_the_standing_that_its_holder_gives_it(text: str, expected: str) -> None:
    start = text.index("siege")
    assert expected == standing_of(Span(start, start + len("siege")), text)


def test_what_another_calls_a_deed_is_not_its_holder_s_word() -> None:
    text = "He knew of her appeal when he suspended her, a move that was unlawful, her lawyer said."
    start = text.index("suspended")
    trigger, said = Span(start, start + 9), Span(0, text.index(","))
    assert standing_of(trigger, text) == "unlawful"
    assert not standing_of(trigger, text, [said])
    assert standing_of(trigger, text, [Span(0, text.index(", her lawyer"))]) == "unlawful"


def test_what_is_named_anew_is_called_so_and_not_what_was_told_before() -> None:
    text = "He suspended her, and the suspension was unlawful."
    start = text.index("suspended")
    assert not standing_of(Span(start, start + 9), text)
    start = text.index("suspension")
    assert standing_of(Span(start, start + 10), text) == "unlawful"
