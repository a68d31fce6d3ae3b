"""Doers that only the rest of the article tells."""

from collections.abc import Callable

from sayso.model import Actor, Claim, Ledger

Read = Callable[..., Ledger]


def claim_of(ledger: Ledger, trigger: str) -> Claim:
    return next(one for one in ledger.claims if one.event.trigger.words(ledger.document.text) == trigger)


def doers(ledger: Ledger, trigger: str) -> list[Actor]:
    wanted = claim_of(ledger, trigger).agent_actor
    return [actor for actor in ledger.cast.actors if actor.id in wanted]


def test_the_attack_is_by_those_just_said_to_attack(read: Read) -> None:
    ledger = read("Norway shelled the port of Bergen. Five sailors were wounded in the shelling.")
    assert [actor.id for actor in doers(ledger, "shelling")] == ["NOR"]
    assert "agent" in claim_of(ledger, "shelling").inferred


def test_a_meeting_has_no_doer_from_an_attack_elsewhere(read: Read) -> None:
    ledger = read("Norway shelled the port of Bergen. A visit was planned for the spring.")
    assert doers(ledger, "visit") == []


def test_who_is_named_is_not_inferred(read: Read) -> None:
    ledger = read("Norway shelled the port of Bergen and Ghana shelled the dam.")
    assert [claim.inferred for claim in ledger.claims if claim.agent_actor] == [()] * len(ledger.claims)


def test_who_did_it_to_some_did_not_do_it_to_others(read: Read) -> None:
    ledger = read(
        "Adam Rahal shot two students at a march in Bergen. The students marched against the shooting of Leif Odd."
    )
    assert doers(ledger, "shot") != []
    assert doers(ledger, "shooting") == []
