"""The clean copy: old wire copy in capitals, small letters, lines broken by hand and broken marks, read as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.reading import document_of
from sayso.reading.clean_copy import clean, clean_text
from sayso.reading.clean_copy.marks import widened
from sayso.reading.clean_copy.one_case import stretches
from sayso.resources.casing import load_casing

ORDINARY = (
    "Rebels attack the port of Tarsa\n\nTARSA, Oct. 2 (UPI) — Rebels attacked the port on Friday, the army said. Two soldiers died."
    "\n\nTWO DAYS OF FIGHTING\n\n“We saw smoke,” said Omar Farouk, a fisherman. He didn't wait. NATO's envoy left.\n"
)
CAPITALS = (
    "THE DEFENSE MINISTER OF COLOMBIA SAID TODAY THAT REBELS OF THE ELN KIDNAPPED TWO ENGINEERS NEAR BOGOTA ON MONDAY. HE ADDED "
    "THAT THE U.S. EMBASSY WAS INFORMED."
)
SMALL = (
    'police in new delhi said on monday that two men were arrested. "we will question them," inspector sharma told the bbc. the '
    "prime minister, narendra modi, did not comment."
)
WRAPPED = (
    "The governor of the northern province said on Friday that the rebels had left\n"
    "three villages along the river, and that soldiers were searching the fields\n"
    "around them for mines. Nobody was hurt.\n"
    "\n"
    "   Villagers said that they had heard shots during the night, and that a truck\n"
    "with armed men had been seen on the road to the coast before dawn.\n"
)


def test_an_ordinary_text_is_its_own_clean_copy() -> None:
    assert clean_text(ORDINARY) == ORDINARY
    document = document_of(ORDINARY)
    assert clean(document) is document


@pytest.mark.parametrize(
    "name",
    ["The", "Colombia", "ELN", "Bogota", "Monday", "He", "U.S."],
)
def test_capitals_are_read_as_sentences_with_names_in_them(name: str) -> None:
    assert name in clean_text(CAPITALS)


@pytest.mark.parametrize("word", [" minister", " said ", " rebels ", " kidnapped ", " engineers ", " informed."])
def test_common_words_in_capitals_become_small(word: str) -> None:
    assert word in clean_text(CAPITALS)


@pytest.mark.parametrize(
    "name", ["Police in New Delhi", " Monday ", '"We ', " BBC.", "The prime minister, Narendra Modi"]
)
def test_small_letters_are_given_the_capitals_of_names_and_sentences(name: str) -> None:
    assert name in clean_text(SMALL)


def test_initials_in_brackets_are_an_acronym_and_the_words_before_them_a_name() -> None:
    text = "Troops of the people's army of zarkania (paz) left the town. Later the paz denied it. (we) did not see it."
    assert "the People's Army of Zarkania (PAZ)" in clean_text(text.lower())
    assert "the PAZ denied" in clean_text(text.upper())


def test_the_case_of_the_other_case_does_not_matter() -> None:
    assert clean_text(CAPITALS.lower()) == clean_text(CAPITALS)


@given(st.text(alphabet="ABCXYZ abcxyz[].,'’\"“”\n\n()-éÉİßŉâ€œ™0123", max_size=200))
def test_a_clean_copy_is_as_long_as_its_text_and_has_the_same_letters(text: str) -> None:
    copy = clean_text(text)
    assert len(copy) == len(text)
    kept = [(old, new) for old, new in zip(text, copy, strict=True) if old.isascii() and old.isalnum()]
    assert all(old.lower() == new.lower() for old, new in kept)


def test_a_stretch_in_capitals_inside_an_ordinary_text_is_recased_and_a_headline_is_not() -> None:
    text = ORDINARY + "\n\n" + CAPITALS + "\n"
    copy = clean_text(text)
    assert copy.startswith(ORDINARY)
    assert "kidnapped two engineers" in copy


def test_a_header_above_small_letters_stays_as_it_is() -> None:
    text = "This story is from March 10, 2002\n\n" + SMALL + " the minister left at noon. he said nothing."
    copy = clean_text(text)
    assert copy.startswith("This story is from March 10, 2002\n\nPolice in New Delhi")


def test_a_quick_look_finds_no_stretch_in_an_ordinary_text() -> None:
    assert stretches(ORDINARY) == []


def test_one_name_in_capitals_or_one_small_word_is_no_text_of_one_case() -> None:
    assert clean_text("NATO") == "NATO"
    assert clean_text("rebels") == "rebels"


def test_lines_broken_by_hand_are_joined_and_paragraphs_kept() -> None:
    copy = clean_text(WRAPPED)
    assert "had left three villages" in copy
    assert "fields around them for mines. Nobody was hurt.\n\n   Villagers" in copy
    assert "a truck with armed men" in copy


def test_a_list_and_paragraphs_on_lines_of_their_own_are_not_joined() -> None:
    text = "Dead:\nOmar Farouk, 41\nJane Miller, 30\nAli Said, a baker from the old town, 55\n"
    assert clean_text(text) == text
    lines = "The port was closed on Friday.\nTwo ships had met in the fog.\nNobody was hurt, the harbour master said.\n"
    assert clean_text(lines) == lines


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("He said: â€œWe left.â€\x9d Then", "He said:   “We left.”   Then"),
        ("He said: â€œWe left.â€ Then", "He said:   “We left.”  Then"),
        ("The mayorâ€™s car", "The mayor  ’s car"),
        ("The port â€” and the town", "The port  —  and the town"),
        ("the council''s vote was late", "The council 's vote was late"),
        ("it was a ``quiet'' day", 'It was a  "quiet"  day'),
        ("``we left,'''' he said", ' "We left,"    he said'),
        ("''we left,'' he said", ' "We left,"  he said'),
    ],
)
def test_marks_that_an_encoding_broke_are_whole_and_the_text_as_long(broken: str, whole: str) -> None:
    assert clean_text(broken) == whole
    assert len(broken) == len(whole)


def test_a_content_has_the_whole_of_a_broken_mark() -> None:
    text = "He said: â€œWe left.â€\x9d Then"
    copy = clean_text(text)
    found = Span(copy.index("“"), copy.index("”") + 1)
    assert widened([found, Span(0, 2)], text) == (Span(text.index("â"), text.index(" Then")), Span(0, 2))


def test_doubled_apostrophes_of_an_ordinary_text_stay() -> None:
    text = "''We left,'' Omar Farouk said on Monday."
    assert clean_text(text) == text


def test_the_weights_are_read_once() -> None:
    assert load_casing() is load_casing()


def test_the_dateline_of_a_text_in_capitals_is_found_at_its_own_characters() -> None:
    text = "SAN MARTIN (PERU), 3 JAN 90 (RADIO NORTE) -- [REPORT] [TEXT] " + CAPITALS
    line = document_of(text).dateline
    assert line is not None
    assert line.place == Span(0, 10)
    assert line.date is not None
    assert line.date.words(text) == "3 JAN 90"
    assert line.agency is not None
    assert line.agency.words(text) == "RADIO NORTE"
    assert line.span.words(text).endswith("[TEXT]")


def test_what_monitors_remark_in_brackets_is_out_of_the_way() -> None:
    text = (
        "SAN MARTIN, 3 JAN 90 (RADIO NORTE) -- [TEXT] THE NORTH FRONT [NF] LEFT [WORDS INDISTINCT] THE TOWN TODAY.\n\n"
        '   [RIOS] "WE STAY IN THE HILLS." [APPLAUSE]'
    )
    copy = clean_text(text)
    assert len(copy) == len(text)
    assert "(NF)" in copy
    assert "INDISTINCT" not in copy.upper()
    assert ' Rios: "We stay' in copy
    assert "APPLAUSE" not in copy.upper()


def test_brackets_of_an_author_stay() -> None:
    text = "He said [the president] would stay, and that he [Rios] would go."
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("day", "published"),
    [("3 JAN 90", "1990-01-03"), ("28 FEB 04", "2004-02-28"), ("30 FEB 90", None), ("3 JAN", None)],
)
def test_the_short_year_of_a_monitored_header_tells_the_day_of_publication(day: str, published: str | None) -> None:
    text = f"SAN MARTIN, {day} (RADIO NORTE) -- [TEXT] " + CAPITALS
    document = document_of(text)
    assert document.published.edtf == published
    assert document.published.how == ("read" if published else "unknown")
    assert document_of(text, date="1990-01-04").published.how == "given"
