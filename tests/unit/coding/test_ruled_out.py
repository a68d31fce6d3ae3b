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
    "text",
    [
        "Analysts estimate that around 400,000 people have been killed since the war started in 2011.",
        "More than 290000 people have been killed since the conflict began.",
        "The conflict has killed more than 280000 people.",
        "It is a conflict that has killed more than 280000 people.",
    ],
)
def test_the_toll_of_a_whole_war_is_no_event(code: Code, text: str) -> None:
    assert code(text) == {}


def test_a_whole_wars_toll_is_not_put_on_another_event(code: Code) -> None:
    events = code("Millions have been displaced since the war began with the repression of protests in 2011.")
    assert [one.toll.displaced for one in events.values() if one.toll.displaced is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Ilse, which killed over 60 people, hit the coast in May.",
        "The storm blocked roads and forced over 500 villagers to leave.",
        "Residents scrambled over the rubble as the dust settled.",
        "The sailor came back on Monday to meet his wife.",
        "The family left the country on Monday.",
        "She got a visa thanks to a letter of the dean.",
    ],
)
def test_disasters_flights_families_and_thanks_to_are_no_events(code: Code, text: str) -> None:
    assert code(text) == {}


def test_a_trigger_with_a_hyphen_is_one_event(code: Code) -> None:
    assert len(code("The ministry praised its co-operation with Norway.")) <= len({"praised", "co-operation"})
    assert "co" not in code("The ministry praised its co-operation with Norway.")


def test_counted_victims_of_a_bomb_are_an_attacks(code: Code) -> None:
    events = code("Six people were killed and 20 wounded on Monday by a car bomb in Marwan.")
    assert [(one.type, one.toll.killed, one.toll.injured) for one in events.values()] == [
        ("ASSAULT", Count(6, 6), Count(20, 20))
    ]


def test_counted_victims_of_no_attack_are_none(code: Code) -> None:
    assert "ASSAULT" not in types(code("In May the disaster at the mine resulted in the deaths of 29 miners."))


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


@pytest.mark.parametrize(
    ("text", "requested"),
    [
        ("The envoy asked whether the army would withdraw from the port.", False),
        ("The senator asked about the raid on the port.", False),
        ("The envoy asked the army to withdraw from the port.", True),
        ("The envoy asked those who had fled to return to the port.", True),
    ],
)
def test_who_asks_a_question_requests_nothing(code: Code, text: str, requested: bool) -> None:
    assert ("REQUEST" in types(code(text))) == requested


def test_the_accused_is_somebody_in_court(code: Code) -> None:
    assert "ACCUSE" not in types(
        code("Police arrested the accused near the port, and the accused officers were jailed.")
    )
    assert "ACCUSE" in types(code("Police arrested an officer accused of murder near the port."))
