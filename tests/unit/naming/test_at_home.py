"""Whose the forces of "the government" and of "the regime" are."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse

Reader = Callable[[str], tuple[Cast, Parse]]


def meant(cast: Cast, parse: Parse, words: str) -> str | None:
    """The registry's id of whom the last mention of these words names."""
    found = [one.actor for one in cast.mentions if one.span.words(parse.text) == words]
    actor = cast.actor(found[-1])
    return actor.registry if actor is not None else None


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("The Ghanaian regime denied it. Peruvian jets fired. Regime forces left.", "Regime forces", "GHANA_ARMED"),
        (
            "The Ghanaian government denied it. Peruvian jets fired. Government troops left.",
            "Government troops",
            "GHANA_ARMED",
        ),
        ("Bashar al-Assad left Syria. Syria is at war. Regime forces fired.", "Regime forces", "SAA"),
        ("Bashar al-Assad left Syria. Syria is at war. The regime denied it.", "The regime", "SYR_GOV"),
        ("Bashar al-Assad left for Peru. Peru is at peace. The regime denied it.", "The regime", None),
        (
            "Peru sent jets to Ghana. Peruvian jets fired. Peru left. Government forces fired.",
            "Government forces",
            None,
        ),
        (
            "Peru is at war. Peru's towns burn. Ghana's government sent jets. Government forces fired.",
            "Government forces",
            None,
        ),
        ("Troops loyal to President Bashar al-Assad fired. Troops left.", "Troops", "SAA"),
        ("The Ghanaian regime and the Peruvian regime met. Regime forces fired.", "Regime forces", None),
        ("The Ghanaian regime denied it. Pro-regime forces fired.", "Pro-regime forces", None),
        ("Bashar al-Assad left Syria. Syria is at war. Government forces fired.", "Government forces", None),
        ("The Kremlin denied it. Russia left the town. The regime fired.", "The regime", None),
    ],
)
def test_forces_of_the_regime_are_those_of_the_one_that_the_text_names(
    cast_of: Reader, text: str, words: str, wanted: str | None
) -> None:
    cast, parse = cast_of(text)
    assert meant(cast, parse, words) == wanted


def test_governments_are_not_the_government(cast_of: Reader) -> None:
    cast, parse = cast_of("Ghana's government met Peru's. The governments signed it.")
    assert meant(cast, parse, "The governments") is None


def test_force_that_is_used_is_nobody(cast_of: Reader) -> None:
    cast, _ = cast_of("Peru took the port by force.")
    assert [actor.id for actor in cast.actors] == ["PER"]


def test_a_name_without_its_apostrophe_is_known(cast_of: Reader) -> None:
    cast, parse = cast_of("Bashar al-Assad spoke in Syria. Bashar al-Assads regime fell.")
    assert meant(cast, parse, "Bashar al-Assads regime") == "SYR_GOV"
