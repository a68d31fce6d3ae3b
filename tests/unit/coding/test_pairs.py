"""Of which type the event between two marked phrases is."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coding.pairs import pair_features, pair_of, type_between
from sayso.model import EVENT_TYPES, Document, Parse, Span
from sayso.resources.codebook import Lexicon
from sayso.tagging import PairScorer

# An encoder that cannot tell.
EVEN = dict.fromkeys(EVENT_TYPES, 0.0)
Parsed = Callable[..., tuple[Document, Parse]]


@pytest.fixture(scope="module")
def between(parse_text: Parsed, lexicon: Lexicon) -> Callable[[str, str, str], str]:
    """A sentence, its source and its target -> the type, with the encoder's word."""
    scorer = PairScorer.open()

    def between(text: str, source: str, target: str) -> str:
        _, parse = parse_text(text)
        pair = marked(text, source), marked(text, target)
        return type_between(parse, *pair, lexicon, scorer.scores(text, *pair))

    return between


def marked(text: str, words: str | None) -> Span | None:
    return Span(text.index(words), text.index(words) + len(words)) if words is not None else None


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("The foreign minister condemned the rebels on Monday.", "The foreign minister", "the rebels", "ACCUSE"),
        ("Police arrested four students after the march.", "Police", "four students", "COERCE"),
        ("The envoy was met by the president of Tarland in the capital.", "the president of Tarland", "The envoy", "CONSULT"),
        ("Government troops retreated from the town of Arbin.", "Government troops", "the town of Arbin", "RETREAT"),
        ("The militia released two captive nurses.", "The militia", "two captive nurses", "CONCEDE"),
    ],
)  # fmt: skip
def test_the_type_is_that_of_what_passes_between_the_two(
    between: Callable[[str, str, str], str], text: str, source: str, target: str, expected: str
) -> None:
    assert expected == between(text, source, target)


def test_one_sentence_may_have_several_pairs(between: Callable[[str, str, str], str]) -> None:
    text = "The president met the king on Monday, and troops shelled the village of Arbin."
    assert between(text, "The president", "the king") == "CONSULT"
    assert between(text, "troops", "the village of Arbin") == "ASSAULT"


def test_a_side_that_is_not_known_is_no_error(parse_text: Parsed, lexicon: Lexicon) -> None:
    text = "Gunmen attacked a convoy."
    _, parse = parse_text(text)
    assert type_between(parse, None, marked(text, "a convoy"), lexicon, EVEN) == "ASSAULT"
    assert type_between(parse, None, None, lexicon, EVEN) in EVENT_TYPES


def test_the_words_of_the_two_phrases_themselves_do_not_count(parse_text: Parsed, lexicon: Lexicon) -> None:
    text = "The Peace Agreement Committee praised the strike committee."
    _, parse = parse_text(text)
    pair = pair_of(parse, marked(text, "The Peace Agreement Committee"), marked(text, "the strike committee"))
    assert [name for name in pair_features(parse, pair, lexicon) if name.startswith("word=")] == ["word=praise"]


@settings(max_examples=30)
@given(start=st.integers(0, 40), length=st.integers(1, 40), other=st.integers(0, 40))
def test_wherever_the_marks_stand_there_is_an_answer(
    parse_text: Parsed, lexicon: Lexicon, start: int, length: int, other: int
) -> None:
    text = "Rebels of the Northern Front left the town, and residents - some of them hurt - came back."
    _, parse = parse_text(text)
    source, target = Span(start, start + length), Span(other, other + 3)
    assert type_between(parse, source, target, lexicon, EVEN) in EVENT_TYPES
