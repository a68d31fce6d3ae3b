"""Two sides that blame each other."""

from typing import Any

import msgspec
import pytest

from sayso.comparing import View
from sayso.comparing.blaming import blamed_in_turn
from sayso.model import Claim, Event, Span


def view(sentence: int, holder: str | None, type_: str = "ASSAULT", lemma: str = "attack", **more: Any) -> View:
    at = 10 * sentence + (5 if type_ == "ACCUSE" else 0)
    event = Event(Span(at, at + 4), type_, factuality=more.pop("factuality", "happened"))
    claim = Claim(f"{type_} {sentence}", event, holder, incident="i1", inferred=more.pop("inferred", ()))
    laid_open: dict[str, Any] = {name: frozenset(value) for name, value in more.items()}
    return View(claim, lemma, sentence, **laid_open)


REPORT = view(1, "a1", agents=["ARMY"], speaker=["REBELS"])
BLAME = view(2, None, "ACCUSE", "blame", agents=["ARMY"], patients=["REBELS"])
CONTRADICTS = ("responsibility", "contradicts", "the two sides blame each other for it")


def test_who_is_said_to_have_done_it_and_blames_another_contradicts_the_report() -> None:
    assert blamed_in_turn(REPORT, BLAME) == CONTRADICTS


def test_who_is_blamed_for_what_he_laid_at_another_s_door_is_contradicted_too() -> None:
    by_another = view(2, None, "ACCUSE", "blame", agents=["MILITIA"], patients=["REBELS"])
    assert blamed_in_turn(REPORT, by_another) == CONTRADICTS
    words = view(
        2, None, "ACCUSE", "blame", agents=["MILITIA"], patients=["FORCES"], patient_words=["government", "force"]
    )
    by_government = view(1, "a1", agents=["ARMY"], speaker=["SOURCES"], source=["government", "source"])
    assert blamed_in_turn(by_government, words) == CONTRADICTS


@pytest.mark.parametrize(
    ("report", "charge"),
    [
        (REPORT, view(2, None, "ACCUSE", "accuse", agents=["ARMY"], patients=["REBELS"])),
        (REPORT, view(3, None, "ACCUSE", "blame", agents=["ARMY"], patients=["REBELS"])),
        (REPORT, view(2, None, "ACCUSE", "condemn", agents=["ARMY"], patients=["REBELS"])),
        (REPORT, view(2, None, "ACCUSE", "blame", agents=["MAYOR"], patients=["VANDALS"])),
        (REPORT, view(2, None, "ACCUSE", "blame", agents=["REBELS"], patients=["ARMY"])),
        (REPORT, view(2, None, "ACCUSE", "blame", agents=["MILITIA"], patients=["ARMY", "REBELS"])),
        (view(1, None, agents=["ARMY"]), BLAME),
        (view(1, "a1", agents=["ARMY"], speaker=["MAYOR"], patients=["REBELS"]), BLAME),
        (REPORT, msgspec.structs.replace(BLAME, claim=msgspec.structs.replace(BLAME.claim, holder="a1"))),
        (view(1, "a1", agents=["ARMY"], speaker=["REBELS"], inferred=("agent",)), BLAME),
        (view(1, "a1", agents=["ARMY"], speaker=["REBELS"], factuality="planned"), BLAME),
    ],
)
def test_other_accusations_contradict_nothing(report: View, charge: View) -> None:
    assert blamed_in_turn(report, charge) is None


def test_an_accusation_in_the_sentence_that_tells_the_deed_is_of_it() -> None:
    accused = msgspec.structs.replace(BLAME, lemma="accuse", sentence=1)
    assert blamed_in_turn(REPORT, accused) == CONTRADICTS
