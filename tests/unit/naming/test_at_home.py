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


def test_regime_supporters_are_part_of_the_regime_that_the_text_names(cast_of: Reader) -> None:
    cast, _ = cast_of("Bashar al-Assad spoke in Damascus. The Assad regime shelled Aleppo. Regime supporters cheered.")
    assert [one.part_of for one in cast.actors if "Regime supporters" in one.names] == ["SYR_GOV"]
    cast, _ = cast_of("The Ghanaian regime met the Peruvian regime. Regime supporters cheered.")
    assert [one.part_of for one in cast.actors if "Regime supporters" in one.names] == [None]


def test_the_regime_that_forces_are_allied_with_is_not_their_own(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "President Vladimir Putin spoke. Russian forces allied with the regime shelled it. Russia denied it."
    )
    assert meant(cast, parse, "the regime") != "RUS_GOV"


def test_where_a_monitor_is_based_says_nothing_of_whose_the_troops_are(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "Syrian government forces took Aleppo. The Norway-based monitor said regime troops had fired."
    )
    assert meant(cast, parse, "regime troops") == "SAA"


def test_of_two_armies_the_army_is_none_that_was_named_long_before(cast_of: Reader) -> None:
    told = "The town has a market. " * 7
    cast, parse = cast_of(
        f"Ghanaian forces shelled Peru. Peru said its troops fired. Peruvian soldiers left. {told}The army fired."
    )
    assert meant(cast, parse, "The army") != "GHA_MIL"
