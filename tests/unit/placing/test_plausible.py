"""What looks like a little-known place and is none."""

from collections.abc import Callable

import pytest

from sayso.model import Toponym

Places = Callable[[str], tuple[Toponym, ...]]


def names(found: tuple[Toponym, ...]) -> list[str]:
    return [toponym.name for toponym in found if not toponym.demonym]


@pytest.mark.parametrize(
    "text",
    [
        "Experts of the U.N. met officials from NATO and the EU.",
        "The raid was reported by SANA, and the WHO sent doctors.",
        "The lawyer Paul Mokoena, SC, said that the bill is stuck in Congress.",
        "The storm hit the South and the East before it reached the Midwest.",
        "Mr Paris resigned. Paris said that he would sue.",
        "Sgt. Lincoln fired twice. Lincoln was suspended.",
    ],
)
def test_abbreviations_bodies_directions_and_persons_are_no_places(text: str, places_of: Places) -> None:
    assert names(places_of(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HOMS, Syria (AP) - Rebels seized the town.", ["HOMS", "Syria"]),
        ("PARIS Two men were held on Friday.", ["PARIS"]),
        ("He moved from Raleigh, NC, to the UK.", ["Raleigh", "NC", "UK"]),
        ("Rebels fought in Eastern Province, the government of Sri Lanka said.", ["Eastern Province", "Sri Lanka"]),
    ],
)
def test_datelines_states_behind_towns_and_countries_go_by_capitals(
    text: str, found: list[str], places_of: Places
) -> None:
    assert names(places_of(text)) == found


def test_a_surname_that_has_lost_its_apostrophe_is_no_town(places_of: Places) -> None:
    assert names(places_of("Bashar al-Assad spoke. The balance turned in Assads favour, a monitor said.")) == []


def test_a_city_known_to_the_world_is_meant_where_nothing_speaks_for_a_lesser_one(places_of: Places) -> None:
    (*_, london) = places_of("Malawi asked Norway for aid. Funds also came from London.")
    assert london.place is not None
    assert london.place.country == "GB"


@pytest.mark.parametrize(("people", "country"), [("American", "US"), ("Chinese", "CN"), ("Congolese", "CD")])
def test_people_are_of_the_state_and_not_of_a_territory_of_it(people: str, country: str, places_of: Places) -> None:
    (found,) = places_of(f"The {people} envoy left early.")
    assert found.place is not None
    assert found.place.country == country
