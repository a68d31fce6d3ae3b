"""What two mentions have in common."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from sayso.linking.chances import story_chances
from sayso.linking.company import company_of, look_again
from sayso.linking.mentions import Mention
from sayso.linking.pairs import Story, features, table_of
from sayso.model import Span
from sayso.resources.linking import load_mention_weights

WORDS = some.frozensets(some.sampled_from(["rebel", "bank", "varna", "army", "three"]), max_size=3)
MENTIONS = some.builds(
    Mention, some.just(Span(0, 1)), lemma=some.sampled_from(["", "rob", "say", "sink"]), stem=some.sampled_from(["rob", "say"]),
    kind=some.sampled_from(["verb", "noun", "other"]), sentence=some.integers(0, 9), agents=WORDS, patients=WORDS,
    others=WORDS, near=WORDS, around=WORDS, names=WORDS, numbers=WORDS,
)  # fmt: skip


def story(mentions: list[Mention]) -> Story:
    size = len(mentions)
    return Story(mentions, np.arange(size) % 2, np.full((2, 2), 0.5), np.full((2, 2), 0.5), np.eye(size, 8, dtype=np.float32),
                 lambda word: float(len(word)))  # fmt: skip


@settings(max_examples=30)
@given(some.lists(MENTIONS, min_size=1, max_size=6))
def test_every_feature_is_finite_and_the_same_from_both_sides(mentions: list[Mention]) -> None:
    for name, values in features(table_of(story(mentions)), 0, len(mentions)).items():
        assert np.isfinite(values).all(), name
        assert np.allclose(values, values.T, atol=1e-5), name


@settings(max_examples=30)
@given(some.lists(MENTIONS, min_size=2, max_size=6))
def test_blocks_have_the_same_features_as_the_whole(mentions: list[Mention]) -> None:
    table = table_of(story(mentions))
    whole, block = features(table, 0, len(mentions)), features(table, 1, 2)
    assert all(np.allclose(whole[name][1:2], values, atol=1e-5) for name, values in block.items())


@settings(max_examples=30)
@given(some.lists(MENTIONS, min_size=1, max_size=6))
def test_chances_are_chances(mentions: list[Mention]) -> None:
    chances = story_chances(story(mentions), load_mention_weights())
    assert (chances >= 0).all()
    assert (chances <= 1).all()
    assert np.array_equal(chances, chances.T)
    assert (np.diag(chances) == 1).all()


def test_the_weights_name_features_that_there_are() -> None:
    found = features(table_of(story([Mention(Span(0, 1))])), 0, 1)
    again = look_again(company_of(np.ones((1, 1)), np.zeros(1, np.int64)), 0, 1)
    weights = load_mention_weights()
    assert set(weights.first.features) <= found.keys()
    assert set(weights.second.features) <= found.keys() | again.keys()


def test_words_that_share_arguments_are_likelier_the_same() -> None:
    one = Mention(
        Span(0, 3), lemma="rob", stem="rob", kind="verb", agents=frozenset({"man"}), patients=frozenset({"bank"})
    )
    other = Mention(
        Span(0, 3), lemma="rob", stem="rob", kind="verb", agents=frozenset({"boy"}), patients=frozenset({"shop"})
    )
    found = features(table_of(story([one, one, other])), 0, 3)
    assert 1 == found["patients shared"][0, 1] == found["patients clash"][0, 2]
    assert 0 == found["patients shared"][0, 2] == found["patients clash"][0, 1]
