"""Words that could name someone and do not; and names that are cut where they end."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse

Reader = Callable[[str], tuple[Cast, Parse]]


def heads(cast: Cast, parse: Parse) -> set[str]:
    return {mention.head.words(parse.text) for mention in cast.mentions if mention.kind != "pronoun"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officials promised better health services in the north.", "services"),
        ("A stone hit the boy on the head.", "head"),
        ("The storm killed two farmers.", "storm"),
        ("Workers fenced the tourist walkways.", "tourist"),
        ("The villagers demanded justice.", "justice"),
        ("The two sisters blamed each other.", "other"),
        ("Farmers lost a source of income.", "source"),
        ("Ana Brandt keeps to a strict diet.", "diet"),
        ("Envoys of Ghana signed the Rome Statute in Oslo.", "Statute"),
        ("The army said the Constitution forbids it.", "Constitution"),
        ("Guides tested microbial fuel cells.", "cells"),
        ("Trade laid the foundations for progress.", "foundations"),
        ("Ana Brandt starred in a family drama.", "family"),
        ("Gunmen fired on a graduation party in the town.", "party"),
        ("Prices rose over the past couple years.", "couple"),
        ("Ana Brandt was charged with defeating the administration of justice.", "administration"),
    ],
)
def test_a_thing_is_no_one(cast_of: Reader, text: str, word: str) -> None:
    assert word not in heads(*cast_of(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Brandt administration of Ghana denied it.", "administration"),
        ("The intelligence services arrested two men.", "services"),
        ("Police broke up a network of smugglers.", "network"),
        ("The head of the agency resigned.", "head"),
        ("Soldiers fired on a student protest.", "student"),
        ("Eyewitness reports say the bridge fell.", "Eyewitness"),
        ("The trust said it would sue.", "trust"),
        ("The head of state arrived.", "head"),
        ("Police broke up a terrorist cell.", "cell"),
        ("The foundation sued the port.", "foundation"),
        ("The family sued the port.", "family"),
    ],
)
def test_a_body_of_that_name_is_someone(cast_of: Reader, text: str, word: str) -> None:
    assert word in heads(*cast_of(text))


def test_a_vice_president_is_not_the_president(cast_of: Reader) -> None:
    cast, _ = cast_of("President Ana Brandt arrived on Monday. The vice-president left the hall.")
    assert not [
        one for one in cast.actors if "vice-president" in " ".join(one.names) and "Brandt" in " ".join(one.names)
    ]


def test_a_secretary_general_is_no_soldier(cast_of: Reader) -> None:
    cast, _ = cast_of("The Secretary-General of the union resigned.")
    assert "MIL" not in {one.sector for one in cast.actors}


def test_an_officer_is_the_polices_unless_told_otherwise(cast_of: Reader) -> None:
    cast, _ = cast_of("A police officer shot a guide. An army officer left the port.")
    assert {"A police officer": "COP", "An army officer": "MIL"} == {
        one.names[0]: one.sector for one in cast.actors if "officer" in one.names[0]
    }


def test_a_country_before_a_name_is_no_part_of_it(cast_of: Reader) -> None:
    cast, _ = cast_of("Saudi Arabia Joe Biden wants a deal. Joe Biden left on Friday.")
    assert not [name for one in cast.actors for name in one.names if "Arabia Joe" in name]


def test_whom_a_protest_is_against_is_not_who_protests(cast_of: Reader) -> None:
    assert "government" not in heads(*cast_of("The war began with anti-government protests in March."))


def test_two_names_side_by_side_are_no_name(cast_of: Reader) -> None:
    cast, _ = cast_of("Straddling parts of Iraq and Syria ISIL has swept across the north. ISIL denied it.")
    assert {"ISIS"} == {one.id for one in cast.actors if any("ISIL" in name for name in one.names)}


def test_a_vehicle_is_no_company(cast_of: Reader) -> None:
    assert "carrier" not in heads(*cast_of("Rebels destroyed an armored personnel carrier near the port."))


def test_people_of_a_nation_are_not_the_nation(cast_of: Reader) -> None:
    cast, _parse = cast_of("Peruvians have been sidelined for years. Two guards beat Ghanaians in the port.")
    assert {one.kind for one in cast.actors if set(one.names) & {"Peruvians", "Ghanaians"}} == {"civilians"}


def test_twin_blasts_are_no_twins(cast_of: Reader) -> None:
    assert "Twin" not in heads(*cast_of("Twin bombings struck the port on Monday."))
