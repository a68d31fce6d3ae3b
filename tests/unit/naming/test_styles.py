"""Who is honoured by a style is who is told after it."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse

Reader = Callable[[str], tuple[Cast, Parse]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("His Highness the Crown Prince received nine envoys on Monday.", "the Crown Prince"),
        ("His Highness Sheikh Omar Haddad met the envoy.", "Omar Haddad"),
        ("His Royal Highness Prince Omar met the envoy.", "Prince Omar"),
        ("Her Majesty the Queen met Ana Brandt on Monday.", "the Queen"),
    ],
)
def test_a_style_is_whoever_is_told_after_it(cast_of: Reader, text: str, name: str) -> None:
    cast, _ = cast_of(text)
    style = next(one for one in cast.mentions if one.span.start == 0 and one.kind != "pronoun")
    assert name in next(actor for actor in cast.actors if actor.id == style.actor).names


def test_two_who_are_honoured_alike_are_two(cast_of: Reader) -> None:
    cast, _ = cast_of("His Highness Sheikh Omar Haddad met His Highness Sheikh Karim Nasser on Monday.")
    assert not [one for one in cast.actors if {"Omar Haddad", "Karim Nasser"} <= set(one.names)]
