"""How the pieces of a claim are put into words."""

import pytest

from sayso.cli.view.phrases import count_words, date_words, sentence_around, shortened
from sayso.model import Count, Span


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2015-10-02", "2015-10-02"),
        ("2015-10", "2015-10"),
        ("2015-09-30/..", "from 2015-09-30 on"),
        ("../2015-10-02", "until 2015-10-02"),
        ("2015-09-30/2015-10-02", "2015-09-30 to 2015-10-02"),
        ("2015-10~", "about 2015-10"),
        ("2015?", "2015 (uncertain)"),
        ("[2009-10-02,2015-10-02]", "2009-10-02 or 2015-10-02"),
    ],
)
def test_edtf_dates_are_put_into_words(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(5, 5), "5"),
        (Count(5, None), "at least 5"),
        (Count(None, 12), "up to 12"),
        (Count(10, 12), "10 to 12"),
        (Count(2000, 2000), "2,000"),
        (Count(None, None), "some"),
    ],
)
def test_numbers_of_people_are_put_into_words(count: Count, words: str) -> None:
    assert count_words(count) == words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. Rebels SHELLED the port. He left.", "Rebels SHELLED the port."),
        ("It rained.\nRebels SHELLED the port\nHe left.", "Rebels SHELLED the port"),
        ("He left. Col. A. Rahal SHELLED the U.S. Embassy. It rained.", "Col. A. Rahal SHELLED the U.S. Embassy."),
        ("“It rained.” “We SHELLED the port.” He left.", "“We SHELLED the port.”"),
        ("SHELLED", "SHELLED"),
    ],
)
def test_the_sentence_around_a_word_is_found(text: str, sentence: str) -> None:
    start = text.index("SHELLED")
    first, last = sentence_around(Span(start, start + 7), text)
    assert text[first:last] == sentence


def test_words_are_shortened_between_words() -> None:
    assert shortened("Two  ships\ncollided near the harbour", 20) == "Two ships collided…"


def test_words_without_a_space_are_shortened_all_the_same() -> None:
    assert shortened("x" * 50, 10) == "x" * 10 + "…"
