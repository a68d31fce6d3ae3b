"""How much words tell: little where they are common, in news or in the texts at hand."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.words import STRETCH, Telling, content_stems, of_news, stretches


def test_a_word_that_is_rare_in_news_tells_more() -> None:
    telling = of_news()
    assert telling.of("zubdiya") > telling.of("rocket") > telling.of("year")


def test_a_word_that_every_text_at_hand_has_tells_little() -> None:
    war = Telling(f"Shells fell on Zubdiya on day {day}." for day in range(500))
    assert war.of("zubdiya") < of_news().of("zubdiya")


def test_few_texts_hardly_change_what_news_at_large_tell() -> None:
    few = Telling(["Shells fell on Zubdiya."] * 4)
    assert few.shared(content_stems("Shells fell on Zubdiya"), content_stems("Zubdiya was shelled")) > 0.6


@given(
    st.frozensets(st.sampled_from(["bakery", "market", "jets", "shells", "school", "army"]), min_size=1),
    st.frozensets(st.text("ab")),
)
def test_what_is_shared_is_a_share_and_is_the_same_from_both_sides(one: frozenset[str], other: frozenset[str]) -> None:
    telling = of_news()
    assert 0 <= telling.shared(one, other) == telling.shared(other, one) <= 1 + 1e-9
    assert abs(telling.shared(one, one) - 1) < 1e-9


def test_stretches_are_the_text_cut_after_so_many_words() -> None:
    text = " ".join(["word"] * (2 * STRETCH + 1))
    assert [STRETCH, STRETCH, 1] == [len(one.split()) for one in stretches(text)]
    assert [] == list(stretches("..."))
