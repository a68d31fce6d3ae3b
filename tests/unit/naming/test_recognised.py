"""What the recogniser's stretches are cut to, and when they win over the registry."""

from collections.abc import Callable

from sayso.model import Cast

Tagged = Callable[[str, dict[str, str]], Cast]


def test_two_bodies_beside_each_other_are_two(tagged: Tagged) -> None:
    text = "The principal thanked the Ministry of Public Health, Embassy of Ghana and the parents."
    cast = tagged(text, {"Ministry of Public Health, Embassy of Ghana": "Organization"})
    assert not [name for one in cast.actors for name in one.names if "Health, Embassy" in name]


def test_states_side_by_side_are_no_organisation(tagged: Tagged) -> None:
    cast = tagged("Ghana Peru the United States called for a truce.", {"Ghana Peru the United States": "Organization"})
    assert {one.id for one in cast.actors} == {"GHA", "PER", "USA"}


def test_who_is_always_a_person_is_no_country(tagged: Tagged) -> None:
    cast = tagged("Ryan Moe wrote that Chad was calm and kind.", {"Ryan Moe": "Person", "Chad": "Person"})
    assert "TCD" not in {one.id for one in cast.actors}


def test_a_surname_that_a_king_shares_tells_no_country(tagged: Tagged) -> None:
    cast = tagged("Osama Nahad al-Hussein died on Friday.", {"Osama Nahad al-Hussein": "Person"})
    assert {one.country for one in cast.actors} == {None}


def test_a_capital_that_denies_is_its_government_whatever_its_label(tagged: Tagged) -> None:
    cast = tagged("Two diplomats met, but Riyadh denied any talks.", {"Riyadh": "Person"})
    assert "SAU" in {one.id for one in cast.actors}


def test_marks_at_the_end_of_a_text_are_no_person(tagged: Tagged) -> None:
    cast = tagged("Ghana sent ships !", {"!": "Person"})
    assert [one.id for one in cast.actors] == ["GHA"]
