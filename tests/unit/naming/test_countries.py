"""Which state "the country" is, and what is no state at all: better none than a wrong one."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse

Reader = Callable[[str], tuple[Cast, Parse]]
Tagged = Callable[[str, dict[str, str]], Cast]


def meant(cast: Cast, parse: Parse, words: str) -> str | None:
    """The registry's id of whom the last occurrence of some words names; None for no one, or someone local."""
    found = [m for m in cast.mentions if m.span.words(parse.text) == words]
    actor = cast.actor(found[-1].actor) if found else None
    return actor.registry if actor is not None else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Fires burned in Ghana. The country closed its ports.", "GHA"),
        ("While Norway built ships, the country bought none.", "NOR"),
        ("Norway is readier than Peru for a drought, he said, adding that the country could sell water.", "NOR"),
        ("Most of the rain falls in Ghana, a point the country makes often.", "GHA"),
        ("Norway sold ships to Peru. Peru sold fish to Norway. The country closed its ports.", None),
        ("Norway, Ghana and Peru met. A fire broke out, and the country closed its ports.", None),
        ("Ghana votes. Ghana waits. Ghana hopes. A team flew to Peru. The country closed its ports.", None),
        ("The country closed its ports.", None),
        ("Fires burned in Ghana. Crowds shut Peruvian offices across the country.", None),
        ("After a Peruvian attack, Ghana's interior ministry said that the country closed its ports.", "GHA"),
        ("Peruvian ships left. Fires burned in Ghana and Norway. Rain fell, and the country closed its ports.", None),
    ],
)
def test_the_country_is_the_one_state_that_the_text_leaves(cast_of: Reader, text: str, wanted: str | None) -> None:
    cast, parse = cast_of(text)
    assert wanted == (meant(cast, parse, "the country") or meant(cast, parse, "The country"))


def test_the_kingdom_is_a_state_with_a_king(cast_of: Reader) -> None:
    cast, parse = cast_of("Saudi Arabia signed a deal with Greece. Its cables will reach the kingdom in May.")
    assert meant(cast, parse, "the kingdom") == "SAU"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ships left for those countries, above all Peru.", "those countries"),
        ("Peru has rules, and each country keeps its own.", "each country"),
        ("A Peruvian who had worked abroad was attacked.", "A Peruvian"),
        ("Peru sent guides. It is an honour to serve, one said.", "It"),
        ("Peru has two lakes. It is a long way to the coast.", "It"),
        ("Peru's ferry left. It sank in the bay.", "It"),
        ("The guides met in Peru. They were shot by rebels.", "They"),
        ('"Peru hides its losses," it said in a statement.', "it"),
        ("The Peruvians will not accept this.", "The Peruvians"),
        ("She asked all Peruvians to vote.", "all Peruvians"),
        ("Three South Africans sued the port.", "Three South Africans"),
        ("The Peruvians who fled were fed.", "The Peruvians"),
        ("Peru looks far when it comes to prices.", "it"),
    ],
)
def test_words_that_are_no_state(cast_of: Reader, text: str, words: str) -> None:
    cast, parse = cast_of(text)
    assert meant(cast, parse, words) is None


@pytest.mark.parametrize(
    ("text", "names", "wrong"),
    [
        ("Fans cheered when the Copa Norway ended.", {"Copa Norway": "Misc"}, "NOR"),
        ("A director of the Environmental Protection Agency met guides in Ghana. Ghana hailed it.",
         {"Environmental Protection Agency": "Organization", "Ghana": "Location"}, "EPA"),
        ("Ghana's House of Representatives sat.", {"House of Representatives": "Organization"}, "US_HOUSE"),
        ("Florida and Georgia sued the United States.", {"Florida": "Location", "Georgia": "Location"}, "GEO"),
        ("Victoria rejected the plan of Norway.", {"Victoria": "Location", "Norway": "Location"}, "SYC"),
        ("The Amazon lost trees.", {"Amazon": "Location"}, "AMAZON"),
        ("Leif West sang in Oslo. Crowds cheered West.", {"Leif West": "Person"}, "WEST"),
        ("The guides were fed, UNICEF Ghana said.", {"UNICEF": "Organization", "Ghana": "Location"}, "GHA"),
    ],
)  # fmt: skip
def test_names_that_many_share_are_no_states_without_a_word_for_it(
    tagged: Tagged, text: str, names: dict[str, str], wrong: str
) -> None:
    assert wrong not in {actor.registry for actor in tagged(text, names).actors}


def test_a_state_with_a_namesake_is_that_state_where_its_people_are_named(tagged: Tagged) -> None:
    cast = tagged("Georgia sued the United States. Georgian envoys left.", {"Georgia": "Location"})
    assert "GEO" in {actor.registry for actor in cast.actors}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Peru's army left. The army fired on the port.", "The army", "PER_MIL"),
        ("Ghana votes. Ghana waits. Peruvian air forces left. Regime forces fired on the port.", "Regime forces", None),
        (
            "Ghana votes. Ghana waits. Ghana hopes. Peru's army left. Rain fell. Snow fell. Hail fell. The army fired.",
            "The army",
            None,
        ),
        ("Peruvian pilots left. The aircraft sank in the bay.", "The aircraft", None),
        ("The Bashar al-Assad regime fired on the port.", "The Bashar al-Assad regime", "SYR_GOV"),
        ("Bashar al-Assad left. Ghana sent ships in support of his government.", "his government", "SYR_GOV"),
        (
            "Ghana votes. The Peruvian and Bashar al-Assad regime forces left. Regime forces fired.",
            "Regime forces",
            "SAA",
        ),
        (
            "The Norwegian army left. Ghana is at war. Peru helped the Ghanaian government and the army.",
            "the army",
            None,
        ),
        ("The government refused. The Norwegian government left. The government fell.", "The government", None),
        ("Norwegian jets fired. Peruvian jets left. Warplanes fired.", "Warplanes", None),
        ("Guides gave dates to Ghana. The Republic of Ghana thanked them.", "The Republic of Ghana", "GHA"),
        (
            "Ghana votes. Ghana waits. Ghana hopes. The House of Representatives sat. A U.S. ship left.",
            "The House of Representatives",
            None,
        ),
        ("Hezbollah left. Guards fought militants of the Northern Front.", "militants of the Northern Front", None),
        ("Bashar al-Assad left. Assad's forces fired.", "Assad's forces", "SAA"),
        ("Baath officials met in Syria.", "Baath", "BAATH_SY"),
        ("Baath officials met.", "Baath", None),
    ],
)
def test_a_body_without_its_state_is_nobodys_without_evidence(
    cast_of: Reader, text: str, words: str, wanted: str | None
) -> None:
    cast, parse = cast_of(text)
    assert meant(cast, parse, words) == wanted


def test_officials_named_after_a_newspaper_are_of_no_state(cast_of: Reader) -> None:
    cast, _ = cast_of("Reuters officials left the port.")
    assert [actor.country for actor in cast.actors if "Reuters officials" in actor.names] == [None]


def test_an_aircraft_of_a_state_is_its_military(cast_of: Reader) -> None:
    cast, _ = cast_of("A Peruvian bomber crossed the bay, and a suicide bomber was seized.")
    kinds = {actor.kind for actor in cast.actors if any("bomber" in name for name in actor.names)}
    assert kinds == {"military", "person"}
