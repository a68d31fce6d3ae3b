"""Who does it, to whom."""

from collections.abc import Callable

import pytest

from sayso.coding.participants import Bars
from sayso.model import Event

Code = Callable[..., dict[str, Event]]


def _told(event: Event, text: str) -> tuple[list[str], list[str]]:
    return [one.words(text) for one in event.agent], [one.words(text) for one in event.patient]


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "patient"),
    [
        ("Rebels attacked an army post.", "attacked", ["Rebels"], ["an army post"]),
        ("An army post was attacked by rebels.", "attacked", ["rebels"], ["An army post"]),
        ("The soldiers who shelled the village fled.", "shelled", ["The soldiers"], ["the village"]),
        ("Police and soldiers arrested the mayor.", "arrested", ["Police", "soldiers"], ["the mayor"]),
        ("The minister urged the rebels to release the hostages.", "urged", ["The minister"], ["the rebels"]),
        ("Israel condemned the attack.", "condemned", ["Israel"], ["the attack"]),
    ],
)
def test_participants_of_verbs(code: Code, text: str, trigger: str, agent: list[str], patient: list[str]) -> None:
    told_agent, told_patient = _told(code(text)[trigger], text)
    assert (told_agent, told_patient[: len(patient)]) == (agent, patient if told_patient else [])


def test_the_controller_of_an_infinitive_does_it(code: Code) -> None:
    text = "The army tried to capture the town from the rebels."
    assert _told(code(text)["capture"], text)[0] == ["The army"]


def test_a_demonym_before_an_attack_is_its_agent(code: Code) -> None:
    text = "Russian airstrikes hit a market in the city on Friday."
    assert _told(code(text)["airstrikes"], text)[0] == ["Russian"]


def test_by_and_on_bring_the_participants_of_a_noun(code: Code) -> None:
    text = "The attack on a police station by insurgents lasted two hours."
    assert _told(code(text)["attack"], text) == (["insurgents"], ["a police station"])


def test_the_means_of_an_attack_are_its_instrument_and_tell_its_mode(code: Code) -> None:
    text = "Rebels carried out a rocket attack on the airport."
    event = code(text)["attack"]
    assert ([one.words(text) for one in event.instrument], event.mode) == (["rocket"], "heavy_weapons")


def test_an_attack_is_done_to_those_whom_it_is_told_to_have_harmed(code: Code) -> None:
    text = "The statement condemned attacks by the army on Tuesday which led to civilian casualties."
    assert _told(code(text)["attacks"], text)[1] == ["civilian"]


def test_whom_an_attack_harmed_is_its_patient(code: Code) -> None:
    text = "They condemned the attacks by the air force on Aleppo which led to civilian casualties."
    assert "civilian" in [span.words(text) for span in code(text)["attacks"].patient]


def test_a_deed_that_is_the_aim_of_one_side_is_its_deed(code: Code) -> None:
    text = "The army's stated goal is the defeat of the rebels, also known as the Front."
    assert ["The army's"] == [span.words(text) for span in code(text)["defeat"].agent]


def test_no_participant_reaches_over_the_word_of_its_event(code: Code) -> None:
    text = "The Harbour Authority earlier banned trucks. The murdered singer Leif Odd was from Marwan."
    events = code(text)
    assert all(not span.overlaps(one.trigger) for one in events.values() for span in (*one.agent, *one.patient))


def test_a_type_of_events_may_have_bars_of_its_own() -> None:
    bars = Bars(agent=0.2, patient=0.3, more=0.4, more_agents=0.5, agent_of={"AID": 0.1}, patient_of={"CONSULT": 0.6})
    assert (bars.of("AID").agent, bars.of("AID").patient, bars.of("CONSULT").agent) == (0.1, 0.3, 0.2)
    assert (bars.of("CONSULT").patient, bars.of("CONSULT").more) == (0.6, 0.6)
