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


def test_an_owner_that_lost_its_mark_is_no_part_of_the_name_before(tagged: Tagged) -> None:
    text = "Guards shot Gen. Omar Haddad Syrias interior minister in a raid."
    cast = tagged(text, {"Omar Haddad Syrias": "Person"})
    (general,) = [one for one in cast.actors if "Omar Haddad" in one.names]
    assert (general.kind, general.country) == ("person", "SY")
    assert "Gen. Omar Haddad Syrias interior minister" in general.names


def test_a_group_told_after_its_name_without_a_comma_is_the_group(tagged: Tagged) -> None:
    text = "The jets bombed Al-Nusra Front Al-Qaedas Syria affiliate on Monday."
    cast = tagged(text, {"Al-Nusra Front Al-Qaedas Syria": "Organization"})
    assert not [name for one in cast.actors for name in one.names if name.endswith("Qaedas Syria")]
    assert [one.id for one in cast.actors if "Al-Nusra Front Al-Qaedas Syria affiliate" in one.names] == ["NUSRA"]


def test_what_was_somebodys_before_its_apostrophe_was_lost_is_still_his(tagged: Tagged) -> None:
    text = "Nine died in a raid of Bashar al-Assads air force. Hezbollahs fighters fled."
    cast = tagged(text, {"Bashar al-Assads": "Person", "Hezbollahs": "Organization"})
    names = {name: one.id for one in cast.actors for name in one.names}
    assert (names["Bashar al-Assads air force"], names["Hezbollahs fighters"]) == ("SAA", "HEZBOLLAH")


def test_a_surname_that_ends_in_s_is_whole(tagged: Tagged) -> None:
    cast = tagged("Anna Williams coach Rex Adams spoke.", {"Anna Williams": "Person", "Rex Adams": "Person"})
    assert {"Anna Williams", "Rex Adams"} <= {name for one in cast.actors for name in one.names}


def test_a_person_after_the_possessive_of_his_state_is_named_without_it(tagged: Tagged) -> None:
    cast = tagged("Ghanas Brandt met Ana Haddad in Lima.", {"Ghanas Brandt": "Person", "Ana Haddad": "Person"})
    persons = {one.names[0]: one.country for one in cast.actors if one.kind == "person"}
    assert persons == {"Brandt": "GH", "Ana Haddad": None}
