"""Phrases beside a deed that take no part in it."""

from collections.abc import Callable

import pytest

from sayso.coding.deeds import Deed, Rule, Sides
from sayso.coding.no_part import (
    no_backer,
    no_description,
    no_means,
    no_opponent,
    no_other_name,
    none_instead,
    not_its_noun,
    not_its_subject,
    not_replaced_by,
    not_what_is_denied,
    not_when,
    not_whence,
    only_its_owner,
    others_victims,
)
from sayso.coding.turned import against_whom, by_whom, drawn_from, of_the_protest, on_what, subject_of_passive
from sayso.model import Document, EventType, Parse
from sayso.resources.codebook import Lexicon

Parsed = Callable[..., tuple[Document, Parse]]


@pytest.fixture
def deed_in(parse_text: Parsed, lexicon: Lexicon) -> Callable[..., tuple[Deed, Sides]]:
    """The deed that a word of a text names, with the sides that other words of it head."""

    def deed_in(text: str, word: str, kind: EventType, agents: list[str], patients: list[str]) -> tuple[Deed, Sides]:
        parse = parse_text(text)[1]
        by_text = {one.text: one for one in parse.tokens}
        sides = tuple(by_text[one] for one in agents), tuple(by_text[one] for one in patients)
        return Deed(by_text[word], kind, (), parse, lexicon.class_of), sides

    return deed_in


def told(sides: Sides) -> tuple[list[str], list[str]]:
    return [one.text for one in sides[0]], [one.text for one in sides[1]]


def test_weapons_neither_attack_nor_are_attacked(deed_in: Callable[..., tuple[Deed, Sides]]) -> None:
    text = "Gunmen made an attack on the port with rockets."
    deed, sides = deed_in(text, "attack", "ASSAULT", ["Gunmen"], ["port", "rockets"])
    assert told(no_means(deed, sides)) == (["Gunmen"], ["port"])


def test_another_name_of_the_doer_is_not_who_it_is_done_to(deed_in: Callable[..., tuple[Deed, Sides]]) -> None:
    text = "A visit by the president of Peru, Leif Odd, to Oslo ended on Monday."
    deed, sides = deed_in(text, "visit", "CONSULT", ["president"], ["Odd"])
    assert told(no_other_name(deed, sides)) == (["president"], [])


def test_an_apposition_to_someone_else_stays(deed_in: Callable[..., tuple[Deed, Sides]]) -> None:
    text = "The army shelled the home of the mayor, Leif Odd."
    deed, sides = deed_in(text, "shelled", "ASSAULT", ["army"], ["Odd"])
    assert told(no_other_name(deed, sides)) == (["army"], ["Odd"])


def test_who_is_told_not_to_take_part_does_not(deed_in: Callable[..., tuple[Deed, Sides]]) -> None:
    text = "It was Ghana rather than Norway that agreed to build the port."
    deed, sides = deed_in(text, "agreed", "AGREE", ["Ghana", "Norway"], [])
    assert told(none_instead(deed, sides)) == (["Ghana"], [])


def test_the_noun_that_a_deed_describes_takes_no_part(deed_in: Callable[..., tuple[Deed, Sides]]) -> None:
    text = "Dockers left the blast site."
    deed, sides = deed_in(text, "blast", "ASSAULT", [], ["site"])
    assert told(not_its_noun(deed, sides)) == ([], [])


def test_whom_another_clause_harms_is_not_harmed_by_a_deed_with_victims_of_its_own(
    deed_in: Callable[..., tuple[Deed, Sides]],
) -> None:
    text = "Nine dockers were killed in raids on Monday while six nurses were wounded in a village."
    deed, sides = deed_in(text, "raids", "ASSAULT", [], ["dockers", "nurses"])
    assert told(others_victims(deed, sides)) == ([], ["dockers"])


@pytest.mark.parametrize(
    ("text", "patients", "left"),
    [
        ("The reports were checked and they were denied by Peru.", ["they"], []),
        ("Peru denied responsibility and blamed rebels.", ["rebels"], []),
        ("Peru denied the crew and the pilots entry.", ["crew"], ["crew"]),
        ("Peru rejected the envoy and the monitors.", ["envoy", "monitors"], ["envoy", "monitors"]),
    ],
)
def test_what_is_denied_is_no_side(
    deed_in: Callable[..., tuple[Deed, Sides]], text: str, patients: list[str], left: list[str]
) -> None:
    word = "rejected" if "rejected" in text else "denied"
    deed, sides = deed_in(text, word, "REJECT", ["Peru"], patients)
    assert told(not_what_is_denied(deed, sides)) == (["Peru"], left)


@pytest.mark.parametrize(
    ("rule", "text", "word", "kind", "sides", "left"),
    [
        (no_backer, "It was a bloodless Belgian-backed coup.", "coup", "COERCE", (["Belgian"], []), ([], [])),
        (no_backer, "It was a bloodless Belgian-led raid.", "raid", "ASSAULT", (["Belgian"], []), (["Belgian"], [])),
        (
            no_opponent,
            "Norway sent jets to support the government against rebels.",
            "support", "AID", (["Norway"], ["government", "rebels"]), (["Norway"], ["government"]),
        ),
        (
            no_opponent,
            "Norway fought the army and rebels.", "fought", "ASSAULT", (["Norway"], ["army", "rebels"]), (["Norway"], ["army", "rebels"]),
        ),
        (not_whence, "After his release from the prison Odd spoke.", "release", "CONCEDE", ([], ["his", "prison"]), ([], ["his"])),
        (
            not_replaced_by,
            "The president was ousted and replaced by the judge.",
            "ousted", "COERCE", ([], ["president", "judge"]), ([], ["president"]),
        ),
        (not_its_subject, "He shot the mayor at a party.", "shot", "ASSAULT", (["He"], ["He", "mayor"]), (["He"], ["mayor"])),
        (
            only_its_owner,
            "As a result of the arrest of Odd, friends avoided her.", "arrest", "COERCE", ([], ["Odd", "friends"]), ([], ["Odd", "friends"]),
        ),
        (
            only_its_owner,
            "As a result of Odd's arrest, friends avoided her.", "arrest", "COERCE", ([], ["Odd", "friends"]), ([], ["Odd"]),
        ),
        (
            by_whom,
            "The school which was under the control of the army was attacked by rebels.",
            "attacked", "ASSAULT", (["army"], ["school"]), (["rebels"], ["school"]),
        ),
        (by_whom, "The school was hit by shells.", "hit", "ASSAULT", ([], ["school"]), ([], ["school"])),
        (of_the_protest, "The protests of the engineer failed.", "protests", "PROTEST", ([], ["engineer"]), (["engineer"], [])),
        (of_the_protest, "The arrest of the engineer failed.", "arrest", "COERCE", ([], ["engineer"]), ([], ["engineer"])),
        (
            not_what_is_denied,
            "The president has denied government forces use the weapons.",
            "denied", "REJECT", (["president"], ["forces"]), (["president"], []),
        ),
        (on_what, "They were hurt in a convoy attack.", "attack", "ASSAULT", (["convoy"], []), ([], [])),
        (on_what, "They were hurt in a rebel attack.", "attack", "ASSAULT", (["rebel"], []), (["rebel"], [])),
        (not_when, "The army has made forty raids to date.", "raids", "ASSAULT", (["army", "date"], []), (["army"], [])),
        (
            subject_of_passive,
            "A clerk shouted before being arrested.", "arrested", "COERCE", (["clerk"], []), ([], ["clerk"]),
        ),
        (
            drawn_from,
            "The loans have drawn criticism from Chad and other states.",
            "criticism", "ACCUSE", (["Chad"], ["loans", "states"]), (["Chad", "states"], ["loans"]),
        ),
        (drawn_from, "The court heard criticism from Chad.", "criticism", "ACCUSE", (["court"], []), (["court"], [])),
        (against_whom, "He led anti-Ortega protests.", "protests", "PROTEST", (["Ortega"], []), ([], ["Ortega"])),
        (against_whom, "He led the Ortega protests.", "protests", "PROTEST", (["Ortega"], []), (["Ortega"], [])),
        (subject_of_passive, "They are denied their rights.", "denied", "REJECT", (["They"], []), ([], ["They"])),
        (subject_of_passive, "They denied their guilt.", "denied", "REJECT", (["They"], []), (["They"], [])),
    ],
)  # fmt: skip
def test_a_construction_tells_who_takes_part(
    deed_in: Callable[..., tuple[Deed, Sides]],
    rule: Rule,
    text: str,
    word: str,
    kind: EventType,
    sides: tuple[list[str], list[str]],
    left: tuple[list[str], list[str]],
) -> None:
    deed, told_before = deed_in(text, word, kind, *sides)
    assert told(rule(deed, told_before)) == left


def test_what_somebody_is_is_no_second_victim(deed_in: Callable[..., tuple[Deed, Sides]]) -> None:
    text = "The gunmen killed Ana Brandt a Peruvian aid worker on Sunday."
    deed, sides = deed_in(text, "killed", "ASSAULT", ["gunmen"], ["Brandt", "worker"])
    assert told(no_description(deed, sides)) == (["gunmen"], ["Brandt"])


@pytest.mark.parametrize(
    ("text", "patients"),
    [
        ("The gunmen killed a nurse, a driver and a guard.", ["nurse", "driver", "guard"]),
        ("The gunmen killed Ana Brandt and a guard.", ["Brandt", "guard"]),
        ("The gunmen killed Ana Brandt a driver and a guard.", ["Brandt", "driver", "guard"]),
    ],
)
def test_who_is_told_beside_others_stays(
    deed_in: Callable[..., tuple[Deed, Sides]], text: str, patients: list[str]
) -> None:
    deed, sides = deed_in(text, "killed", "ASSAULT", ["gunmen"], patients)
    assert told(no_description(deed, sides)) == (["gunmen"], patients)
