from tokenizers import Tokenizer

from sayso.tagging.words import quotation_states, read_words, shape_of


def test_words_keep_the_characters_of_the_text(tokenizer: Tokenizer) -> None:
    text = "  The mayor’s aide,\tÉlodie\x07 Okafor-Lind, said “no”.\n\nThe rest left."
    words = read_words(text, tokenizer)
    found = [text[start:end] for start, end in zip(words.start, words.end, strict=True)]
    assert found[:5] == ["The", "mayor", "’", "s", "aide"]
    assert "Okafor" in found
    assert found[-1] == "."


def test_a_word_of_several_pieces_is_one_word(tokenizer: Tokenizer) -> None:
    words = read_words("Vrstanovci protested", tokenizer)
    assert len(words) == 2
    assert words.first[1] > 1
    assert words.first[-1] == len(words.ids)


def test_the_first_word_of_a_line_is_marked(tokenizer: Tokenizer) -> None:
    words = read_words("One line\nanother line", tokenizer)
    assert words.line.tolist() == [1, 0, 1, 0]


def test_a_text_without_words_has_none(tokenizer: Tokenizer) -> None:
    assert [len(read_words(text, tokenizer)) for text in ("", " \n\t", "\x00\x01")] == [0, 0, 0]


def test_shapes_tell_case_digits_and_marks_apart() -> None:
    words = ["town", "Town", "UN", "McKay", "4th", "“", "A"]
    assert [shape_of(word) for word in words] == [1, 2, 3, 4, 5, 6, 7]


def test_quotations_end_at_their_mark_or_with_the_line() -> None:
    text = 'He said "we left" at once. "They stayed\nHome'
    states = quotation_states(text)
    assert states[text.index("we")] == 1
    assert states[text.index("at")] == 0
    assert states[text.index("They")] == 1
    assert states[text.index("Home")] == 0
    assert states[text.index('"')] == 3


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "The farmers' union and the miners' union met."
    assert not quotation_states(text).any()
