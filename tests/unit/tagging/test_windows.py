from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.tagging.windows import windows
from sayso.tagging.words import read_words


def test_lines_stay_whole(tokenizer: Tokenizer) -> None:
    text = "The first line has words.\nThe second line has words.\nThe third line has words."
    words = read_words(text, tokenizer)
    assert windows(words, text, 13) == [(0, 12), (12, 18)]


def test_a_long_line_is_cut_at_the_ends_of_its_sentences(tokenizer: Tokenizer) -> None:
    text = "The mayor left. The council stayed on. Nobody spoke."
    words = read_words(text, tokenizer)
    found = windows(words, text, 9)
    assert [text[words.start[start]] for start, _ in found] == ["T", "N"]


@settings(max_examples=60)
@given(text=st.text(max_size=400), limit=st.integers(8, 60))
def test_windows_cover_every_word_once_and_fit(tokenizer: Tokenizer, text: str, limit: int) -> None:
    words = read_words(text, tokenizer)
    found = windows(words, text, limit)
    assert [index for start, end in found for index in range(start, end)] == list(range(len(words)))
    assert all(end - start == 1 or words.first[end] - words.first[start] <= limit for start, end in found)
