"""How much an article is about politics and conflict."""

import math
from collections.abc import Callable

import pytest

from sayso.coding.subject import FEWEST, SHORT, subject_class, subject_words
from sayso.model import Document, Parse
from sayso.resources.codebook import Lexicon, Subject

ParseText = Callable[..., tuple[Document, Parse]]
WAR = "Rebels shelled the town and the army bombed their positions. Troops killed six fighters near the border. " * 4
MUSIC = "The singer praised the dishes and met her fans. Her new album reached the charts last summer. " * 5


def test_the_words_of_an_article_tell_war_from_music(parse_text: ParseText, lexicon: Lexicon) -> None:
    music, war = (subject_class(parse_text(text)[1], lexicon.subject) for text in (MUSIC, WAR))
    assert music < war < SHORT


def test_a_text_of_few_words_has_no_subject(parse_text: ParseText, lexicon: Lexicon) -> None:
    _, parse = parse_text("Rebels shelled the town.")
    assert len(parse.tokens) < FEWEST
    assert (frozenset(), SHORT) == (subject_words(parse), subject_class(parse, lexicon.subject))


def test_names_tell_nothing_of_the_subject(parse_text: ParseText) -> None:
    _, parse = parse_text(("Troops entered Aleppo on Monday and met no resistance at all there. ") * 6)
    assert {"troop", "resistance"} <= subject_words(parse)
    assert "aleppo" not in {word.lower() for word in subject_words(parse)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), 0.5), (("unknown",), 0.5), (("bomb",), 1.5), (("bomb", "song"), 0.5 + 0.4 / math.sqrt(2))],
)
def test_what_is_expected_is_the_mean_and_what_the_known_words_add(words: tuple[str, ...], expected: float) -> None:
    assert Subject(0.5, {"bomb": 1.0, "song": -0.6}).expected(words) == pytest.approx(expected)
