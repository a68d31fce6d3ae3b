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
