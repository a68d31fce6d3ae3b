"""Sentences whose source and target are marked, and the word that names what passes between."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from sayso.coding.hints import Hints
from sayso.model import Document, Parse
from sayso.resources.codebook import Lexicon
from sayso.tagging import Tagger
from training.coding import dyads
from training.coding.dyads import Dyad, dyad_of, event_cases, folds_of, rivals, role_cases

ParseText = Callable[..., tuple[Document, Parse]]
TEXT = "Rebels shelled the harbour after the mayor had condemned the blockade."


class Reading:
    """Reads a text as a Reader does, with what the tests have opened already."""

    def __init__(self, parse_text: ParseText, tagger: Tagger) -> None:
        self.lexicon = Lexicon.open()
        self._parse_text = parse_text
        self._tagger = tagger

    def read(self, document: Document) -> tuple[Parse, Hints]:
        return self._parse_text(document.text)[1], Hints(self._tagger.tag(document).triggers)


def marked(source: str | None, target: str | None, kind: str, text: str = TEXT) -> dict[str, Any]:
    spans = [
        None if words is None else [text.index(words), text.index(words) + len(words)] for words in (source, target)
    ]
    return {"id": "d", "text": text, "source": spans[0], "target": spans[1], "type": kind}


@pytest.fixture(scope="module")
def reading(parse_text: ParseText, tagger: Tagger) -> Reading:
    return Reading(parse_text, tagger)


def found(record: dict[str, Any], reading: Reading) -> Dyad:
    one = dyad_of(record, 0, reading)  # type: ignore[arg-type]  # reads as a Reader does
    assert one is not None
    return one


@pytest.mark.parametrize(
    ("source", "target", "kind", "word"),
    [("Rebels", "the harbour", "ASSAULT", "shelled"), ("the mayor", "the blockade", "ACCUSE", "condemned")],
)
def test_the_word_is_the_one_that_both_phrases_take_part_in(
    reading: Reading, source: str, target: str, kind: str, word: str
) -> None:
    assert word == found(marked(source, target, kind), reading).candidate.token.text


def test_yielding_is_conceding_or_retreating(reading: Reading) -> None:
    text = "The rebels released the hostages."
    one = found(marked("The rebels", "the hostages", "YIELD", text), reading)
    assert ("CONCEDE", "released") == (one.type, one.candidate.token.text)


def test_the_marked_phrases_are_agent_and_patient(reading: Reading) -> None:
    one = found(marked("Rebels", "the harbour", "ASSAULT"), reading)
    labels = [case.label for case in role_cases(one, reading.lexicon)]
    assert (1, 1) == (labels.count("agent"), labels.count("patient"))


def test_a_side_that_was_not_marked_teaches_nothing_of_itself(reading: Reading) -> None:
    one = found(marked("Rebels", None, "ASSAULT"), reading)
    assert "patient" not in [case.label for case in role_cases(one, reading.lexicon)]


def other_deed(one: Dyad) -> Any:
    return next(other for other in one.found if other.token.text == "condemned")


def test_the_word_is_learned_as_an_event_and_what_was_passed_over_as_none(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = found(marked("Rebels", "the harbour", "ASSAULT"), reading)
    monkeypatch.setattr(dyads, "rivals", lambda one, _: iter([(other_deed(one), "ACCUSE")]))
    assert ["ASSAULT", "none"] == [case.label for case in event_cases(one, reading.lexicon)]


def test_the_marked_phrases_take_no_part_in_what_was_passed_over(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = found(marked("Rebels", "the harbour", "ASSAULT"), reading)
    before = len(list(role_cases(one, reading.lexicon)))
    monkeypatch.setattr(dyads, "rivals", lambda one, _: iter([(other_deed(one), "ACCUSE")]))
    assert {"none"} == {case.label for case in list(role_cases(one, reading.lexicon))[before:]}


def test_nothing_is_passed_over_where_the_type_itself_is_in_doubt(reading: Reading) -> None:
    one = found(marked("Rebels", "the harbour", "ASSAULT"), reading)
    assert [] == list(rivals(msgspec.structs.replace(one, share=0.1), reading.lexicon))


def test_its_cases_are_of_no_article(reading: Reading) -> None:
    one = found(marked("Rebels", "the harbour", "ASSAULT"), reading)
    assert {-1} == {case.article for case in role_cases(one, reading.lexicon)}


def test_a_text_that_occurs_twice_is_in_one_fold() -> None:
    folds = folds_of([{"text": name} for name in "abcdeab"])
    assert (5, {0, 1, 2, 3, 4}) == (len(folds), set(folds.values()))
