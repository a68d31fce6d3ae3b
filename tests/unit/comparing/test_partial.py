"""A number of some of the victims is not that of all."""

import pytest

from sayso.comparing.partial import (
    held_against,
    is_a_number,
    is_given,
    is_of_another,
    is_of_several_fronts,
    is_of_some,
    is_unnamed_source,
)
from sayso.model import Count, Span, Toll


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Shells killed another five in the next street.", "five", True),
        ("Two of them were children.", "Two", True),
        ("Five more were killed later.", "Five", True),
        ("Rockets killed nine others.", "nine", True),
        ("Rockets killed two dozen traders.", "two dozen", True),
        ("Three children were among the dead.", "Three", True),
        ("Police had earlier put the toll at five.", "five", True),
        (
            "The station raised the death toll of the blast in the harbour town on the coast, saying five had died.",
            "five",
            True,
        ),
        ("The toll of the blast in the harbour climbed to five.", "five", True),
        ("The blast raised dust over the harbour and killed five.", "five", False),
        ("The two bodies were dug up again.", "two", True),
        ("The army said that the nine killed were rebels.", "the nine", True),
        ("The toll included two killed by a rocket.", "two", True),
        ("The raid killed nine, including two children.", "nine", False),
        ("They dug up the two bodies.", "bodies", True),
        ("In the village five people died.", "five", False),
        ("The raid killed five and left many more in need of care.", "five", False),
        ("More than five people were killed.", "five", False),
        ("Shells hit another street. Five people were killed.", "Five", False),
        ("Five people were killed. Others fled.", "Five", False),
        ("Raids have killed five since the campaign began.", "five", True),
        ("Raids killed five over the past two days.", "five", True),
        ("Shells killed and injured five traders.", "five", True),
        ("Shells killed five traders and injured nine.", "five", False),
    ],
)
def test_a_toll_of_some_is_told_by_the_words_around_it(text: str, number: str, expected: bool) -> None:
    start = text.index(number)
    assert expected == is_of_some(Toll(Count(5, 5), evidence=(Span(start, start + len(number)),)), text)


def test_a_toll_without_words_is_of_all() -> None:
    assert not is_of_some(Toll(Count(5, 5)), "Another five died.")


def test_one_number_read_twice_is_no_toll() -> None:
    text = "Three hurt in the market Three people were hurt when a shell fell."
    twice = (Span(0, 5), Span(25, 37))
    assert is_of_some(Toll(injured=Count(6, 6), evidence=twice), text)
    assert not is_of_some(Toll(injured=Count(3, 3), evidence=twice), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A similar bombing killed seven.", True),
        ("Another roadside bombing killed seven.", True),
        ("A second bombing killed seven.", True),
        ("It has previously accused the army of bombing the port.", True),
        ("Both are said to have used bombing in the past.", True),
        ("The bombing killed seven.", False),
        ("Earlier the bombing killed seven.", False),
    ],
)
def test_what_is_set_apart_is_another_deed(text: str, *, expected: bool) -> None:
    start = text.index("bombing")
    assert expected == is_of_another(Span(start, start + len("bombing")), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Activists gave a lower toll of nine dead.", "lower"),
        ("Activists gave a higher death toll of nine.", "higher"),
        ("The sites gave conflicting casualty figures, some saying nine died.", "other"),
        ("Activists gave a toll of nine dead.", "again"),
        ("Activists put the death toll at nine.", "again"),
        ("The toll may have been nine.", ""),
        ("They gave a lower toll. Shells killed nine later.", ""),
    ],
)
def test_a_toll_is_set_against_the_one_before(text: str, expected: str) -> None:
    start = text.index("nine")
    assert expected == held_against(Toll(Count(9, 9), evidence=(Span(start, start + 4),)), text)


def toll(text: str, number: str) -> Toll:
    return Toll(killed=Count(9, 9), evidence=(Span(text.index(number), text.index(number) + len(number)),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Divers at the pier gave a higher toll of nine dead.", True),
        ("The harbour office put the dead at nine.", True),
        ("The raid put nine people in hospital.", False),
        ("The raid on the pier killed nine.", False),
        ("Divers gave up their search. The raid killed nine.", False),
    ],
)
def test_a_number_that_somebody_gives_is_not_the_article_s(text: str, *, expected: bool) -> None:
    assert expected == is_given(toll(text, "nine"), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least nine gunmen were killed in the southern and northern countryside.", True),
        ("On both fronts nine were killed.", True),
        ("The attack on two villages killed nine.", False),
        ("They held the hills to the north and the east of the town after killing nine.", False),
        ("Across the south and the east nine were killed.", True),
        ("On the southern front nine were killed. The northern and southern roads are shut.", False),
    ],
)
def test_a_number_of_several_fronts_is_told_as_such(text: str, *, expected: bool) -> None:
    assert expected == is_of_several_fronts(toll(text, "nine"), text)


@pytest.mark.parametrize(
    ("source", "expected"),
    [("trusted sources", True), ("its contacts in the town", True), ("a ministry spokesman", False), ("rebels", False)],
)
def test_a_source_without_a_name_speaks_through_who_quotes_it(source: str, *, expected: bool) -> None:
    assert expected == is_unnamed_source([Span(0, len(source))], source)


def test_nobody_gives_a_toll_that_is_not_told() -> None:
    assert not is_given(Toll(), "Nine died.")
    assert not is_of_several_fronts(Toll(), "On both fronts nine died.")
    assert not is_unnamed_source([], "sources")


def test_a_list_of_names_is_no_number_that_anybody_tells() -> None:
    text = "They hanged Ada Low, Ben Fry and Cy Oak, he said."
    names = (Span(12, 19), Span(21, 28), Span(33, 39))
    assert is_of_some(Toll(Count(3, 3), evidence=names), text)
    assert not is_of_some(Toll(Count(3, 3), evidence=(Span(12, 23),)), "They hanged three people, he said.")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the death toll at 58", True),
        ("a toll of nine", True),
        ("20 countries", False),
        ("a new toll from the council", False),
        ("the council", False),
    ],
)
def test_no_number_says_anything(source: str, *, expected: bool) -> None:
    assert expected == is_a_number([Span(0, len(source))], source)
