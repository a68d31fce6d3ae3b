"""Towns that a building or road is only named after."""

from collections.abc import Callable

from sayso.claiming.facilities import strays
from sayso.model import Document, Parse, Toponym
from sayso.placing import find_places
from sayso.resources.gazetteer import Gazetteer

Parsed = Callable[..., tuple[Document, Parse]]


def places(parsed: tuple[Document, Parse]) -> tuple[Toponym, ...]:
    return find_places(*parsed, Gazetteer.open())


def test_a_station_named_after_a_town_of_another_country_is_not_there(parse_text: Parsed) -> None:
    parsed = parse_text(
        "Residents of Johannesburg marched in South Africa. They camped at the Brixton police station until dark."
    )
    found = places(parsed)
    assert strays(parsed[1], found) == {one.id for one in found if one.name == "Brixton"}


def test_a_station_named_after_a_town_of_the_same_country_is_there(parse_text: Parsed) -> None:
    parsed = parse_text("Police in London searched a flat. They held two men at the Brixton police station.")
    assert strays(parsed[1], places(parsed)) == frozenset()
