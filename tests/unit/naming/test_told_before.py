"""Offices that are told before the name of who holds them."""

from collections.abc import Callable

from sayso.model import Cast, Parse

Reader = Callable[[str], tuple[Cast, Parse]]


def test_an_office_told_first_is_who_is_named_with_it_later(cast_of: Reader) -> None:
    cast, _ = cast_of(
        "The health minister left on Monday. The city wept. Secretary for Health Ana Brandt said she was tired."
    )
    found = next(one for one in cast.actors if "The health minister" in one.names)
    assert "Ana Brandt" in found.names


def test_another_office_is_another_one(cast_of: Reader) -> None:
    cast, _ = cast_of("The deputy health minister left. The city wept. Health Minister Ana Brandt said so.")
    assert [
        one.names for one in cast.actors if "The deputy health minister" in one.names and "Ana Brandt" in one.names
    ] == []


def test_of_two_who_hold_an_office_neither_is_taken(cast_of: Reader) -> None:
    cast, _ = cast_of("The health minister left. Health Minister Ana Brandt met Health Minister Kofi Mensah.")
    found = next(one for one in cast.actors if "The health minister" in one.names)
    assert {"Ana Brandt", "Kofi Mensah"}.isdisjoint(found.names)
