"""Which place a name is read as."""

from collections.abc import Callable

import pytest

from sayso.model import Place, Toponym
from sayso.placing import explain
from sayso.resources.gazetteer import Gazetteer

Places = Callable[[str], tuple[Toponym, ...]]


def place(found: tuple[Toponym, ...], name: str) -> Place:
    return next(one.place for one in found if one.name == name and one.place is not None)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("A fire broke out in Paris, Texas, on Monday.", "Paris", "US", "Texas"),
        ("President Macron returned to Paris on Monday, the French presidency said.", "Paris", "FR", "Île-de-France"),
        ("Police in London, Ontario, arrested two men.", "London", "CA", "Ontario"),
        ("The British prime minister spoke in London.", "London", "GB", "England"),
        ("Protesters gathered in Tripoli in northern Lebanon, the Lebanese army said.", "Tripoli", "LB", None),
        ("Militias clashed in Tripoli, Libya's capital, residents of Misrata said.", "Tripoli", "LY", None),
        ("Boko Haram gunmen attacked Baga in Nigeria.", "Baga", "NG", None),
        ("The council in Birmingham, Alabama, voted on Tuesday.", "Birmingham", "US", "Alabama"),
    ],
)
def test_the_text_decides_between_places_of_one_name(
    text: str, name: str, country: str, admin1: str | None, places_of: Places
) -> None:
    found = place(places_of(text), name)
    assert (found.country, admin1 or found.admin1) == (country, found.admin1)


def test_a_province_is_told_from_the_city_of_its_name_by_the_word_after_it(places_of: Places) -> None:
    found = place(places_of("Syrian warplanes struck Idlib province overnight."), "Idlib")
    assert (found.kind, found.precision) == ("admin1", "province")


def test_a_city_is_told_from_the_province_of_its_name_by_the_word_before_it(places_of: Places) -> None:
    found = place(places_of("Syrian warplanes struck the city of Homs overnight."), "Homs")
    assert (found.kind, found.precision) == ("city", "town")


def test_a_city_and_the_province_of_its_name_are_both_candidates_where_the_text_is_silent(places_of: Places) -> None:
    (found,) = (one for one in places_of("Warplanes struck Idlib in Syria overnight.") if one.name == "Idlib")
    assert {"city", "admin1"} <= {candidate.place.kind for candidate in found.candidates}


def test_candidates_are_ranked_with_shares_and_reasons_and_the_first_is_the_place(places_of: Places) -> None:
    (found,) = places_of("Police in Springfield closed the bridge.")
    scores = [candidate.score for candidate in found.candidates]
    assert (scores == sorted(scores, reverse=True), found.candidates[0].place, all(c.because for c in found.candidates)) == (
        True, found.place, True,
    )  # fmt: skip


def test_a_name_has_one_sense_in_a_document(places_of: Places) -> None:
    found = places_of("A man from Athens, Georgia, was charged. Police in Athens said he had fled.")
    assert {one.place.geonameid for one in found if one.name == "Athens" and one.place} == {4180386}


def test_a_sea_is_water_without_country(places_of: Places) -> None:
    found = place(places_of("The ship sank in the Black Sea."), "Black Sea")
    assert (found.kind, found.country, found.precision) == ("water", None, "region")


def test_a_region_in_dispute_is_known(places_of: Places) -> None:
    found = place(places_of("Fighting resumed in Nagorno-Karabakh on Sunday."), "Nagorno-Karabakh")
    assert (found.kind, round(found.lat or 0), round(found.lon or 0)) == ("region", 40, 47)


def test_explain_ranks_what_a_name_may_mean(gazetteer: Gazetteer) -> None:
    found = explain("Paris", gazetteer)
    assert (found[0].place.country, len(found) > 5, "population 2,138,551" in found[0].because) == ("FR", True, True)


def test_explain_knows_people(gazetteer: Gazetteer) -> None:
    assert [(one.place.country, one.because.split(";")[0]) for one in explain("Syrians", gazetteer)] == [
        ("SY", "its people or adjective")
    ]


def test_explain_has_nothing_for_an_unknown_name(gazetteer: Gazetteer) -> None:
    assert explain("Xqvzzburg", gazetteer) == ()


@pytest.mark.parametrize(("words", "kind"), [("the city of Hama", "city"), ("Hama province", "admin1")])
def test_the_words_beside_a_name_decide_between_a_city_and_its_province(
    words: str, kind: str, places_of: Places
) -> None:
    (found,) = places_of(f"Rebels shelled {words} on Monday.")
    assert found.place is not None
    assert found.place.kind == kind


def test_a_demonym_with_a_kind_restricts_the_country(places_of: Places) -> None:
    told = places_of("A ferry sank off the Libyan city of Tripoli. Guards saw it.")
    assert [one.place.country for one in told if one.name == "Tripoli" and one.place is not None] == ["LY"]
    other = places_of("A ferry sank off the Lebanese port city of Tripoli. Guards saw it.")
    assert [one.place.country for one in other if one.name == "Tripoli" and one.place is not None] == ["LB"]


def test_a_demonym_with_a_kind_leaves_a_name_without_a_place_in_that_country_unread(places_of: Places) -> None:
    (name,) = [one for one in places_of("The Bolivian island of Lampedusa was named.") if one.name == "Lampedusa"]
    assert (name.place, name.candidates) == (None, ())
