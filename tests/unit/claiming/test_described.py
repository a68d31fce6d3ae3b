"""Places that are only described, and names without a point of their own."""

from collections.abc import Callable

from sayso.claiming.described import stand_ins
from sayso.model import Document, Parse
from sayso.placing import find_places
from sayso.resources.gazetteer import Gazetteer

Parsed = Callable[..., tuple[Document, Parse]]


def found(parsed: tuple[Document, Parse]) -> list[tuple[str, str, str]]:
    document, parse = parsed
    toponyms = find_places(document, parse, Gazetteer.open())
    return [(one.span.words(document.text), one.toponym.name, one.kind) for one in stand_ins(parse, toponyms)]


def test_of_towns_named_as_often_the_town_is_the_last(parse_text: Parsed) -> None:
    text = "Rebels left the town of Arbin and shelled the town of Palmyra. Rockets hit the town at night."
    assert found(parse_text(text)) == [("the town", "Palmyra", "the-city")]


def test_the_town_and_the_province_are_those_that_the_text_names_most(parse_text: Parsed) -> None:
    text = "Shells hit Homs, and planes struck Homs again. A convoy left for Hama. Rockets hit the city at night."
    assert found(parse_text(text)) == [("the city", "Homs", "the-city")]


def test_a_name_without_a_place_lies_in_the_town_that_the_text_names_most(parse_text: Parsed) -> None:
    text = (
        "Shells hit Aleppo, and planes struck Aleppo again. Nobody spoke of it for long. It rained. "
        "A crowd gathered at Zarqat Square in the evening."
    )
    assert found(parse_text(text)) == [("Zarqat Square", "Aleppo", "somewhere")]


def test_a_village_without_a_place_lies_in_its_province_and_not_in_another_town(parse_text: Parsed) -> None:
    text = "Planes struck Aleppo province. The village of Zarqatun was hit. Homs and Homs again were calm."
    assert found(parse_text(text)) == [("Zarqatun", "Aleppo", "settled")]


def test_the_country_is_the_one_named_most(parse_text: Parsed) -> None:
    text = "Peru closed its ports. Peru had quarrelled with Chile. Police searched houses across the country."
    assert found(parse_text(text)) == [("the country", "Peru", "the-country")]


def test_a_city_that_is_named_stands_for_itself(parse_text: Parsed) -> None:
    assert found(parse_text("Rebels left Homs. Shells hit the city of Hama.")) == []


def test_an_indefinite_town_is_no_earlier_one(parse_text: Parsed) -> None:
    assert found(parse_text("Rebels left Homs. Shells hit a town.")) == []


def test_a_place_that_nothing_before_could_be_stays_open(parse_text: Parsed) -> None:
    assert found(parse_text("Shells hit the city at night. Rebels left Homs.")) == []


def test_a_city_that_is_a_state_is_the_city(parse_text: Parsed) -> None:
    text = "Crowds marched in Singapore. Singapore had seen none for years. Police closed roads in the city."
    assert ("the city", "Singapore", "the-city") in found(parse_text(text))


def test_what_has_no_place_does_not_lie_where_the_report_was_written(parse_text: Parsed) -> None:
    document, parse = parse_text("MOSCOW - Shells hit Aleppo. A crowd gathered at Zarqat Square in the evening.")
    toponyms = find_places(document, parse, Gazetteer.open())
    dateline = next(one.span for one in toponyms if one.name == "MOSCOW")
    assert [one.toponym.name for one in stand_ins(parse, toponyms, dateline)] == ["Aleppo"]
