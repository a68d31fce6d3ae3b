"""Stems."""

import pytest

from sayso.linking.stems import stem


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("explosion", "explode"), ("death", "die"), ("bombing", "bomb"), ("announcement", "announce"),
        ("robbery", "rob"), ("arrival", "arrive"), ("marriage", "marry"), ("invasion", "invade"), ("killer", "kill"),
        ("negotiation", "negotiate"), ("attack", "attack"), ("acquisitions", "acquisition"),
    ],
)  # fmt: skip
def test_a_noun_has_the_stem_of_its_verb(noun: str, verb: str) -> None:
    assert stem(verb) == stem(noun)


@pytest.mark.parametrize(
    ("one", "other"), [("strike", "attack"), ("bomb", "bombard"), ("die", "dine"), ("sing", "sin")]
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["", "a", "be", "ing", "ed"])
def test_short_words_stay_as_they_are(word: str) -> None:
    assert word == stem(word)
