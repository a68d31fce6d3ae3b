"""Mentions that look like events and that their sentences show to be none."""

from collections.abc import Callable

import pytest

from sayso.coding.ruled_out import is_attack, is_mishap
from sayso.model import Count, Document, Event, Parse
from sayso.resources.codebook import Lexicon

Code = Callable[..., dict[str, Event]]


def types(events: dict[str, Event]) -> set[str]:
    return {one.type for one in events.values()}


@pytest.mark.parametrize(
    "text",
    [
        "A baker was killed in a road accident near the mill on Friday. His van had skidded off the bridge.",
        "A fire at the cannery killed four packers on Monday. Firefighters needed three hours.",
        "The former governor Adela Brun died on Sunday at the age of 91. She had written nine books.",
        "The poet Ilmar Sten died on Tuesday. He had been suffering from cancer for years.",
        "Three soldiers died in a helicopter crash on Tuesday.",
        "The flood killed eleven villagers and destroyed forty houses in the valley.",
    ],
)
def test_accidents_natural_deaths_and_fires_are_no_attacks(code: Code, text: str) -> None:
    assert "ASSAULT" not in types(code(text))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed four packers at the cannery on Monday. A fire had broken out there before.", Count(4, 4)),
        ("Rebels shelled the mill on Monday. At least two bakers were killed and the roof collapsed.", Count(2, None)),
        ("Two officers were killed in Marwan on Sunday. A storm had hit the town.", Count(2, 2)),
        ("Three dockers were killed in Marwan on Friday, the governor said.", Count(3, 3)),
    ],
)
def test_a_killing_beside_an_attack_or_without_an_accident_stays(code: Code, text: str, killed: Count) -> None:
    assert killed in {one.toll.killed for one in code(text).values() if one.type == "ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "Which governor do you most admire?",
        "How would you work with the council?",
        "Will you support the mayor?",
        "What is your final plea to the voters?",
        "What would you do to help the refugees?",
    ],
)
def test_what_somebody_is_asked_is_no_event(code: Code, text: str) -> None:
    assert code(text) == {}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Why did the army shell the harbour?", "shell"),
        ("Do you condemn the bombing of the harbour by the rebels?", "bombing"),
        ("Have you met the men who attacked the harbour?", "attacked"),
    ],
)
def test_what_a_question_takes_for_known_is_an_event(code: Code, text: str, trigger: str) -> None:
    assert trigger in code(text)


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("The president granted the printer a full pardon on Monday.", {"granted", "pardon"}),
        ("The ministry provided assistance to the displaced families.", {"provided", "assistance"}),
    ],
)
def test_a_light_verb_and_its_noun_are_one_event(code: Code, text: str, either: set[str]) -> None:
    assert len(either & set(code(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She supports gun rights.",
        "The two countries have close ties.",
        "The mill plans to purchase more oil from Marwan.",
    ],
)
def test_standing_opinions_relations_and_trade_are_no_events(code: Code, text: str) -> None:
    assert code(text) == {}


@pytest.mark.parametrize(
    "text", ["The mayor spoke to the Marwan Herald.", "The mayor spoke with reporters to discuss his campaign."]
)
def test_an_interview_is_no_meeting(code: Code, text: str) -> None:
    assert "CONSULT" not in types(code(text))


def test_support_of_a_bill_stays(code: Code) -> None:
    assert "SUPPORT" in types(code("The opposition leader endorsed the bill on Monday and praised the minister."))


@pytest.mark.parametrize(
    ("text", "word", "attack", "mishap"),
    [
        ("The fire destroyed a mill.", "fire", False, True),
        ("They came under fire at dawn.", "fire", True, False),
        ("Rocket fire hit the mill.", "fire", True, False),
        ("Israeli fire killed three men near the fence.", "fire", True, False),
        ("He died of a heart attack.", "attack", False, True),
        ("The attack began at dawn.", "attack", True, False),
    ],
)
def test_fires_and_attacks_are_told_from_those_of_another_kind(
    parse_text: Callable[..., tuple[Document, Parse]],
    lexicon: Lexicon,
    text: str,
    word: str,
    attack: bool,  # what a row expects
    mishap: bool,  # what a row expects
) -> None:
    _, parse = parse_text(text)
    token = next(one for one in parse.tokens if one.text == word)
    assert (is_attack(token, parse, lexicon.ruled_out), is_mishap(token, parse, lexicon.ruled_out)) == (attack, mishap)
