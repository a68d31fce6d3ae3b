"""Doers that only the rest of the article tells."""

from collections.abc import Callable

from sayso.claiming.doers import Naming
from sayso.claiming.doing import suffers
from sayso.model import Actor, Cast, Claim, Document, Ledger, Mention, Parse, Sentence, Span

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


def test_an_attack_that_nobody_has_owned_to_is_nobodys(read: Read) -> None:
    shelling = "Rebels shelled the port of Bergen on Monday. Ten sailors were killed in an attack on a market."
    ledger = read(f"{shelling} No group has claimed responsibility.")
    assert [one.id for one in doers(read(shelling), "attack")] == ["REBELS"]
    assert doers(ledger, "attack") == []
    assert [one.id for one in doers(ledger, "shelled")] == ["REBELS"]


def test_those_harmed_did_not_harm_their_like(read: Read) -> None:
    ledger = read("Soldiers shelled the port of Bergen. Ten soldiers were killed in the attack.")
    assert doers(ledger, "attack") == []


def test_who_foils_an_assault_did_not_make_it(read: Read) -> None:
    ledger = read("Soldiers foiled an assault on the port.")
    assert doers(ledger, "assault") == []


def at(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def test_a_doer_is_shown_by_its_words_in_the_sentence_of_the_event_or_else_the_last_before() -> None:
    text = "Norway sailed. Norway waited. The raid came, Norway said."
    spans = [at(text, "Norway"), at(text, "Norway", 1), at(text, "Norway", 20)]
    naming = Naming(Cast(mentions=tuple(Mention(span, span, "name", "NOR") for span in spans)))
    last = Sentence(2, 0, 1, at(text, "The raid came, Norway said."), 0)
    assert naming.nearest("NOR", at(text, "raid"), last) == spans[2]
    assert naming.nearest("NOR", at(text, "raid"), None) == spans[1]
    assert naming.nearest("PER", at(text, "raid"), last) is None


def test_who_is_named_before_what_was_done_to_him_did_not_do_it(
    parse_text: Callable[..., tuple[Document, Parse]],
) -> None:
    parse = parse_text("The Brandt impeachment hearings ended.")[1]
    assert suffers(parse.tokens[1], parse.tokens[2])
