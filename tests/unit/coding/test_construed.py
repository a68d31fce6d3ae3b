"""Participants that a construction tells."""

from collections.abc import Callable

import pytest

from sayso.coding.construed import own_doer
from sayso.coding.deeds import Deed
from sayso.model import Document, Event, Parse
from sayso.resources.codebook import Lexicon

Code = Callable[..., dict[str, Event]]


def agents(event: Event, text: str) -> list[str]:
    return [one.words(text) for one in event.agent]


def patients(event: Event, text: str) -> list[str]:
    return [one.words(text) for one in event.patient]


@pytest.mark.parametrize(
    ("text", "trigger", "agent"),
    [
        ("Rebel mortar fire hit the port.", "fire", ["Rebel"]),
        ("Three dockers were killed in a terrorist attack on the port.", "attack", ["terrorist"]),
        ("Shells fired by rebels hit the port, killing three.", "fired", ["rebels"]),
        (
            "A bomb went off in the market. The attack was claimed by the Northern Front.",
            "attack",
            ["the Northern Front"],
        ),
        ("The Northern Front claimed responsibility for the bombing on Monday.", "bombing", ["The Northern Front"]),
        ("No one has claimed responsibility for the attack.", "attack", []),
        ("Police said the rebels were behind the killing of the mayor.", "killing", ["the rebels"]),
        ("The attack on the bus was blamed on the Northern Front.", "attack", ["the Northern Front"]),
        ("The Northern Front, which the army blames for the bombing, denied it.", "bombing", ["The Northern Front"]),
        ("The man was charged with murder.", "murder", ["The man"]),
        ("Police arrested a docker on suspicion of murder.", "murder", ["a docker"]),
        ("The siege maintained by rebels ended on Monday.", "siege", ["rebels"]),
        ("Troops broke the siege of the port.", "siege", []),
        ("Soldiers who repelled a terrorist attack on the port were praised.", "attack", ["terrorist"]),
        ("The army has opened a campaign backed by Ghana.", "campaign", ["The army"]),
        ("Army units met the attacking rebels and shelled them with mortars.", "shelled", ["Army units"]),
        ("Deputies camped outside the ministry demanding the resignation of the mayor.", "demanding", ["Deputies"]),
    ],
)
def test_who_does_it(code: Code, text: str, trigger: str, agent: list[str]) -> None:
    assert agent == agents(code(text)[trigger], text)


@pytest.mark.parametrize(
    ("text", "trigger", "patient"),
    [
        ("She was placed under police custody on Monday.", "custody", ["She"]),
        ("Rebels fired a number of rockets at the port.", "fired", ["the port"]),
        ("Norway provided ammunition to the rebels.", "provided", ["the rebels"]),
        ("World leaders pointed the finger at the army.", "pointed", ["the army"]),
        ("The Northern Front, which the army blames for the bombing, denied it.", "blames", ["The Northern Front"]),
        ("Rebels were fighting the army alongside foreign volunteers.", "fighting", ["the army"]),
        ("The bombing of an airliner over Libya was condemned.", "bombing", ["an airliner"]),
    ],
)
def test_to_whom_it_is_done(code: Code, text: str, trigger: str, patient: list[str]) -> None:
    assert patient == patients(code(text)[trigger], text)


def test_whom_an_attack_kills_it_is_done_to_beside_its_target(code: Code) -> None:
    text = "Eight dockers died in the attack on the port."
    event = code(text)["attack"]
    assert (agents(event, text), set(patients(event, text))) == ([], {"Eight dockers", "the port"})


def test_a_military_action_names_nobody_and_a_military_coup_does(code: Code) -> None:
    text = "The mayor warned of military intervention. A military coup followed in May."
    events = code(text)
    assert [agents(one, text) for words, one in events.items() if words == "intervention"] in ([], [[]])
    assert agents(events["coup"], text) == ["military"]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The dockers were freed by the mayor.", "freed", "mayor"),
        ("He met the soldiers who shot the dockers.", "shot", "soldiers"),
        ("The dockers shot the mayor.", "shot", None),
    ],
)
def test_who_does_it_beside_it_where_nobody_else_is_found(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon, text: str, word: str, doer: str | None
) -> None:
    parse = parse_text(text)[1]
    token = next(one for one in parse.tokens if one.text == word)
    agents, _ = own_doer(Deed(token, "ASSAULT", (), parse, lexicon.class_of), ((), ()))
    assert [one.text for one in agents] == ([doer] if doer is not None else [])
