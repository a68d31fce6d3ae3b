"""Whose the bodies are that a text names without their state."""

from collections.abc import Callable

import pytest

from sayso.model import Actor, Cast, Parse, Place, Span, Toponym
from sayso.naming import domestic
from sayso.resources.actors import Registry

Reader = Callable[[str], tuple[Cast, Parse]]
Settled = Callable[[str], tuple[Cast, Parse]]
GHANA = "Ghana went to the polls. Ghana counts its votes. Ghanaian farmers voted in Accra."


@pytest.fixture
def settled(cast_of: Reader, registry: Registry) -> Settled:
    """A text -> its cast in the light of the whole text, and its parse."""

    def read(text: str) -> tuple[Cast, Parse]:
        cast, parse = cast_of(text)
        return domestic(cast, parse, (), registry), parse

    return read


def named(cast: Cast, parse: Parse, words: str) -> Actor:
    """Whom the last mention of these words names."""
    found = [one.actor for one in cast.mentions if one.span.words(parse.text) == words]
    actor = cast.actor(found[-1])
    assert actor is not None
    return actor


@pytest.mark.parametrize(
    ("sentence", "words", "wanted"),
    [
        ("The government denied it.", "The government", ("GHA_GOV", "GH")),
        ("The interior ministry denied it.", "The interior ministry", ("GHA_MOI", "GH")),
        ("Police arrested two men.", "Police", ("GHA_POLICE", "GH")),
        ("Government troops fired.", "Government troops", ("GHANA_ARMED", "GH")),
        ("Government fighters died.", "Government fighters", ("GHANA_ARMED", "GH")),
        ("Eleven government fighters died.", "Eleven government fighters", (None, "GH")),
        ("Fighters backed a pro-government militia.", "a pro-government militia", (None, None)),
        ("The Senate met.", "The Senate", (None, "GH")),
        ("Authorities arrested two men.", "Authorities", (None, "GH")),
        ("Local authorities met.", "Local authorities", (None, "GH")),
        ("A helicopter crashed.", "A helicopter", (None, None)),
        ("Coalition forces fired.", "Coalition forces", (None, None)),
        ("Western governments denied it.", "Western governments", (None, None)),
    ],
)
def test_bodies_in_a_text_on_one_state_are_that_states(
    settled: Settled, sentence: str, words: str, wanted: tuple[str | None, str | None]
) -> None:
    cast, _ = settled(f"{GHANA} {sentence}")
    actor = next((one for one in cast.actors if words in one.names), None)
    assert ((actor.registry, actor.country) if actor is not None else (None, None)) == wanted


def test_a_body_told_with_and_without_its_state_is_one_actor(settled: Settled) -> None:
    cast, parse = settled(f"The interior ministry denied it. {GHANA} Ghana's interior ministry denied it again.")
    assert named(cast, parse, "The interior ministry") == named(cast, parse, "Ghana's interior ministry")
    assert len({one.id for one in cast.actors}) == len(cast.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Peru met. Norway spoke to Ghana and Peru. Police arrested two men.",
        "Ghana is large. Ghana is old. Ghana won. Peru's minister asked the police to wait.",
        "Ghana is large. Ghanaian farmers met. Ghana won. Peru's navy came. The army fired.",
    ],
)
def test_bodies_that_may_be_another_states_stay_nobodys(settled: Settled, text: str) -> None:
    cast, _ = settled(text)
    bare = [one for one in cast.actors if {"the police", "Police", "The army"} & set(one.names)]
    assert [one.country for one in bare] == [None]


def test_rulers_and_forces_are_not_of_a_state_that_tells_of_what_is_done_abroad(
    cast_of: Reader, registry: Registry
) -> None:
    cast, parse = cast_of(f"{GHANA} Government forces fired in Lima. The interior ministry denied it.")
    lima = Place("Lima", "city", "town", country="PE")
    at = Span(parse.text.index("Lima"), parse.text.index("Lima") + 4)
    cast = domestic(cast, parse, (Toponym("p1", at, "Lima", lima),), registry)
    assert named(cast, parse, "Government forces").country is None
    assert named(cast, parse, "The interior ministry").country == "GH"


def test_the_only_regime_of_a_text_is_meant_wherever_one_is_told_of(settled: Settled) -> None:
    others = "Norway and Peru held talks in Chad. Norway left early and Peru stayed."
    cast, _ = settled(
        f"Six men died in regime shelling. {others} The Ghanaian regime denied it, and 40 regime troops fled."
    )
    found = {name: (one.registry, one.country) for one in cast.actors for name in one.names}
    assert found["The Ghanaian regime"] == ("GHA_GOV", "GH")
    assert found["40 regime troops"] == (None, "GH")
    cast, _ = settled(f"Six regime troops fled. {others} The Ghanaian regime and the Peruvian regime denied it.")
    assert [one.country for one in cast.actors if "Six regime troops" in one.names] == [None]
