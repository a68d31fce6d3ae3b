"""Years of offices, and whom someone acts for."""

from collections.abc import Callable

import pytest

from sayso.model import Actor, Cast, Parse
from sayso.naming import office_years
from sayso.resources.actors import Registry

Reader = Callable[[str], tuple[Cast, Parse]]


def person(*names: str, registry: str | None = "BARACK_OBAMA") -> Actor:
    return Actor("P", "person", names, registry=registry)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("US President Barack Obama", [("US President Barack Obama", (2009, 2017))]),
        ("former President Obama", []),
        ("Vice President Obama", []),
        ("Barack Obama", []),
    ],
)
def test_an_office_tells_its_years_where_the_text_gives_it(
    registry: Registry, name: str, expected: list[tuple[str, tuple[int, int]]]
) -> None:
    assert expected == list(office_years(person(name), registry))


def test_an_office_held_twice_spans_both_times(registry: Registry) -> None:
    (found,) = office_years(person("President Donald Trump", registry="DONALD_TRUMP"), registry)
    assert found == ("President Donald Trump", (2017, None))


def test_whom_the_registry_does_not_know_has_no_years(registry: Registry) -> None:
    assert list(office_years(person("President Ana Brandt", registry=None), registry)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt, speaking on behalf of Norway, rejected the offer.",
        "Ana Brandt signed the truce on behalf of Norway.",
        "Ana Brandt, speaking for Norway, rejected the offer.",
    ],
)
def test_whoever_acts_on_behalf_of_a_state_is_part_of_it(cast_of: Reader, text: str) -> None:
    cast, _ = cast_of(text)
    found = next(actor for actor in cast.actors if "Ana Brandt" in actor.names)
    assert found.part_of == "NOR"


def test_whoever_speaks_for_an_hour_is_part_of_nobody(cast_of: Reader) -> None:
    cast, _ = cast_of("Ana Brandt spoke for an hour.")
    found = next(actor for actor in cast.actors if "Ana Brandt" in actor.names)
    assert found.part_of is None
