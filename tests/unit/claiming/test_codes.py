"""Codes that depend on who does it to whom."""

from sayso.claiming.codes import with_codes
from sayso.model import Actor, Cast, Claim, Codes, Event, Span
from sayso.resources.codebook import Lexicon

ARMY = Actor("ARMY", "military", ("the army",))
REBELS = Actor("REBELS", "armed_group", ("rebels",))
ALLIES = Actor("ALLIES", "coalition", ("the allies",), members=("ARMY",))
BOOK = Lexicon.open().codebook


def claim(*, agent: str, patient: str) -> Claim:
    event = Event(Span(0, 1), "ASSAULT", mode="firearms", codes=Codes("193", "Battles: Armed clash", None))
    return Claim("e1", event, agent_actor=(agent,), patient_actor=(patient,))


def ucdp(*, agent: str, patient: str) -> str | None:
    (found,) = with_codes(Cast((ARMY, REBELS, ALLIES)), [claim(agent=agent, patient=patient)], BOOK)
    return found.event.codes.ucdp


def test_an_army_against_rebels_is_state_based_violence() -> None:
    assert ucdp(agent="ARMY", patient="REBELS") == "state-based"


def test_a_coalition_counts_as_its_members() -> None:
    assert ucdp(agent="ALLIES", patient="REBELS") == "state-based"


def test_an_actor_that_the_cast_does_not_have_decides_nothing() -> None:
    assert ucdp(agent="NOBODY", patient="REBELS") is None
