"""Finding pairs of quotation marks."""

import pytest

from sayso.attributing.quotations import Marks, quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we go” today.", ["we go"]),
        ('He said "we go" and "they stay".', ["we go", "they stay"]),
        ("He said ``we go'' today.", ["we go"]),
        ("He said ''we go'' today.", ["we go"]),
        ("«Nous partons», he said.", ["Nous partons"]),
        ("„Wir gehen“, he said.", ["Wir gehen"]),
        ("He said ‘we go’ today.", ["we go"]),
        ("She said 'we go' today.", ["we go"]),
        ("‘‘We go,’’ she said.", ["We go,"]),
        ("“We go,’’ she said.", ["We go,"]),
        ("She said ”we go“ and ”they stay.“", ["we go", "they stay."]),
        ('" We go," she said.', ["We go,"]),
    ],
)
def test_marks_of_every_style_are_paired(text: str, expected: list[str]) -> None:
    assert expected == [one.inner.words(text) for one in quotations(text)]


@pytest.mark.parametrize(
    "text", ["The army's men left.", "It was the ’90s.", "The ministers' talks ended.", "Rock 'n' roll"]
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert not quotations(text)


def test_a_quotation_inside_another_is_nested() -> None:
    text = "“He told me, ‘Leave now,’ and I left,” she said."
    expected = [("He told me, ‘Leave now,’ and I left,", False), ("Leave now,", True)]
    assert expected == [(one.inner.words(text), one.nested) for one in quotations(text)]


def test_a_quotation_without_its_closing_mark_ends_with_the_paragraph() -> None:
    text = "“We left.\n\nThe rest stayed."
    found = quotations(text)
    expected = [("“We left.", False, True)]
    assert expected == [(one.outer.words(text), one.closed, one.opens_paragraph) for one in found]


def test_a_stray_closing_mark_is_no_quotation() -> None:
    assert not quotations("We left” he said.")


def test_marks_are_found_by_place() -> None:
    text = "“One two” and “three four” and “five six”."
    marks = Marks.of(text)
    expected = ["three four"]
    assert expected == [one.inner.words(text) for one in marks.over(marks.top[1].inner)]
