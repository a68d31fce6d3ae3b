"""Who answers for a deed is its doer."""

from collections.abc import Callable

import pytest

from sayso.model import Attribution, Event, Span

CUES = ("believe", "blamed", "accused", "condemned", "said")
Code = Callable[..., dict[str, Event]]


def _held(text: str) -> tuple[Attribution, ...]:
    """What comes after the text's cue, held by whom stands before it."""
    cue = next((word for word in CUES if word in text), None)
    if cue is None:
        return ()
    start = text.index(cue)
    end = start + len(cue)
    return (Attribution("a1", "indirect", (Span(0, start - 1),), (Span(start, end),), (Span(end + 1, len(text)),)),)


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Officials believe that the northern army was responsible for the attack.", "attack", "the northern army"),
        ("Villagers blamed the northern army for the attack.", "attack", "the northern army"),
        ("Villagers accused the northern army of the attack.", "attack", "the northern army"),
        ("Villagers blamed the attack on the northern army.", "attack", "the northern army"),
        ("The northern army was behind the attack.", "attack", "The northern army"),
        ("The militia behind the attack fled to Marwan.", "attack", "The militia"),
        ("The motive behind the attack is unknown.", "attack", None),
        ("Officials said that the northern army was responsible for the arrests.", "arrests", "the northern army"),
        ("No group was responsible for the attack.", "attack", None),
    ],
)
def test_who_is_made_to_answer_for_a_deed_did_it(code: Code, text: str, trigger: str, doer: str | None) -> None:
    found = code(text, _held(text))[trigger].agent
    assert [span.words(text) for span in found] == ([] if doer is None else [doer])


def test_on_whom_somebody_blames_a_deed_is_no_doer_in_anothers_mouth(code: Code) -> None:
    text = "Villagers blamed the attack on the northern army."
    assert code(text)["attack"].agent == ()


def test_who_is_told_not_to_be_behind_a_deed_has_it_denied(code: Code) -> None:
    text = "Officials said that the northern army was not behind the attack."
    attack = code(text, _held(text))["attack"]
    assert [span.words(text) for span in attack.agent] == ["the northern army"]
    assert attack.factuality == "denied"
