"""Participants of which the syntax is sure."""

from collections.abc import Callable

import pytest

from sayso.coding import met_by
from sayso.model import Attribution, Document, Event, Parse, Span

Code = Callable[..., dict[str, Event]]


def told(event: Event, text: str) -> tuple[list[str], list[str]]:
    return [one.words(text) for one in event.agent], [one.words(text) for one in event.patient]


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "patient"),
    [
        ("The resignation of Governor Leif Odd was announced on Monday.", "resignation", ["Governor Leif Odd"], []),
        ("The mayor stepped down on Monday.", "stepped", ["The mayor"], []),
        ("The rebels received ammunition from the coalition.", "received", ["the coalition"], ["The rebels"]),
        ("The town of Bara fell to insurgents in May.", "fell", ["insurgents"], ["The town of Bara"]),
    ],
)
def test_words_that_turn_the_sides(code: Code, text: str, trigger: str, agent: list[str], patient: list[str]) -> None:
    assert told(code(text)[trigger], text) == (agent, patient)


def test_a_clause_with_a_subject_of_its_own_keeps_to_it(code: Code) -> None:
    text = "The minister met the envoy when the king visited Oslo. Rebels shelled the town and the army hit the camp."
    events = code(text)
    assert told(events["visited"], text)[0] == ["the king"]
    assert told(events["hit"], text)[0] == ["the army"]


def test_a_deed_is_its_owners_alone(code: Code) -> None:
    text = "The minister condemned the army's attack on the town."
    assert told(code(text)["attack"], text)[0] == ["the army's"]


def test_talks_are_held_by_both_between_whom_they_are(code: Code) -> None:
    text = "Talks between Ghana and Norway ended on Monday."
    assert told(code(text)["Talks"], text) == (["Ghana", "Norway"], [])


def test_who_is_accused_of_a_deed_is_to_have_done_it(code: Code) -> None:
    text = "Residents accused the soldiers of shelling the village."
    assert told(code(text)["shelling"], text) == (["the soldiers"], ["the village"])


def test_a_deed_on_oneself_has_no_patient(code: Code) -> None:
    text = "The gunman shot himself."
    assert told(code(text)["shot"], text) == (["The gunman"], [])


def test_in_what_a_deed_is_done_takes_no_part(code: Code) -> None:
    text = "The gunman was arrested in Oregon on Friday. The army advanced into the district."
    events = code(text)
    assert told(events["arrested"], text) == ([], ["The gunman"])
    assert told(events["advanced"], text) == (["The army"], [])


def test_help_and_truces_are_meant_for_the_place_that_they_are_in(code: Code) -> None:
    text = "Norway suspended aid in Ghana. The army declared a ceasefire in Libya on Thursday."
    events = code(text)
    assert told(events["suspended"], text) == (["Norway"], ["Ghana"])
    assert told(events["ceasefire"], text)[1] == ["Libya"]


def test_an_inquiry_goes_into_whom_it_is_about(code: Code) -> None:
    text = "The police launched an investigation into the former mayor."
    assert told(code(text)["investigation"], text) == (["The police"], ["the former mayor"])


def test_hostages_and_forces_are_no_patients_of_taking_and_joining(code: Code) -> None:
    text = "Rebels took 40 soldiers hostage at the base."
    assert told(code(text)["took"], text) == (["Rebels"], ["40 soldiers"])


def test_a_clause_with_a_subject_of_its_own_lends_no_participants(code: Code) -> None:
    text = "Two men were hurt in clashes as the army shelled the camp."
    assert told(code(text)["clashes"], text)[0] == []
    text = "The minister met the envoy when the king visited Oslo."
    assert told(code(text)["visited"], text) == (["the king"], ["Oslo"])


@pytest.mark.parametrize(
    ("text", "trigger", "patient"),
    [
        ("The union criticised the council's policies on Monday.", "criticised", ["the council's"]),
        ("The union rejected the council's statements on Monday.", "rejected", ["the council's"]),
        ("The union criticised the council on Monday.", "criticised", ["the council"]),
    ],
)
def test_whose_policy_is_criticised_is_criticised(code: Code, text: str, trigger: str, patient: list[str]) -> None:
    assert told(code(text)[trigger], text)[1] == patient


def test_who_repels_or_condemns_an_attack_did_not_make_it(code: Code) -> None:
    text = "The army repelled an attack by rebels on the base. Norway condemned the bombing."
    events = code(text)
    assert told(events["attack"], text)[0] == ["rebels"]
    assert told(events["bombing"], text)[0] == []


def test_all_of_the_subject_do_it(code: Code) -> None:
    text = "Both rebels and government forces have used chemical weapons in the past."
    assert told(code(text)["used"], text)[0] == ["Both rebels", "government forces"]


def test_who_makes_an_allegation_is_its_doer(code: Code) -> None:
    text = "The allegations made by the union were false. A threat from Norway ended the talks."
    events = code(text)
    assert told(events["allegations"], text)[0] == ["the union"]
    assert told(events["threat"], text)[0] == ["Norway"]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(text: str, source: str, cue: str, content: str, cue_class: str) -> Attribution:
    return Attribution(
        "a1", "indirect", (at(text, source),), (at(text, cue),), (at(text, content),), cue_class=cue_class
    )


def test_who_asks_for_a_deed_does_it_not_beside_those_asked(code: Code) -> None:
    text = "The coalition calls on the council to condemn the attack."
    event = code(text, (attribution(text, "The coalition", "calls on", "to condemn the attack", "orders"),))["condemn"]
    assert told(event, text)[0] == ["the council"]


def test_who_denies_an_accusation_is_accused(code: Code) -> None:
    text = "Norway denied the accusation."
    event = code(text, (attribution(text, "Norway", "denied", "the accusation", "denies"),))["accusation"]
    assert told(event, text)[1] == ["Norway"]


def test_who_acts_against_a_march_does_not_march(code: Code) -> None:
    text = "The police used tear gas against a march for jobs."
    assert told(code(text)["march"], text)[0] == []


def test_who_calls_for_a_deed_does_not_do_it(code: Code) -> None:
    text = "The mayor called for the immediate release of the dockers."
    assert told(code(text)["release"], text)[0] == []


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "patient"),
    [
        ("The unions denounced the mayor's arrest.", "arrest", [], ["the mayor's"]),
        ("The unions denounced the army's arrest of the mayor.", "arrest", ["the army's"], ["the mayor"]),
        ("Soldiers surrounded the protesting nurses.", "protesting", ["nurses"], []),
    ],
)
def test_nouns_and_participles_that_tell_the_side(
    code: Code, text: str, trigger: str, agent: list[str], patient: list[str]
) -> None:
    assert told(code(text)[trigger], text) == (agent, patient)


@pytest.mark.parametrize(
    "text", ["The nurses responded to the attack.", "The nurses shunned the talks.", "The nurses asked for aid."]
)
def test_who_meets_a_deed_did_not_do_it(parse_text: Callable[..., tuple[Document, Parse]], text: str) -> None:
    parse = parse_text(text)[1]
    deed = next(one for one in parse.tokens if one.lemma in ("attack", "talk", "aid"))
    assert [parse.tokens[i].text for i in met_by(deed, parse)] == ["nurses"]
