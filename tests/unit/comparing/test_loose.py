"""Doers that stand behind a word, and doers that do it."""

import pytest

from sayso.comparing.loose import has_loose_doer
from sayso.model import Attribution, Event, Span


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("After the attack the regime shelled the town.", "attack", True),
        ("Carts were hit the regime said.", "hit", True),
        ("The attack by the regime killed two.", "attack", False),
        ("They blamed the attack on the regime.", "attack", False),
        ("There was a massacre in the town and the regime is responsible.", "massacre", False),
        ("Then the regime shelled the town.", "shelled", False),
    ],
)
def test_a_doer_behind_the_word_needs_a_tie(text: str, word: str, *, expected: bool) -> None:
    start, doer = text.index(word), text.index("the regime")
    event = Event(Span(start, start + len(word)), "ASSAULT", agent=(Span(doer, doer + len("the regime")),))
    assert expected == has_loose_doer(event, text)


def test_who_names_no_doer_has_no_loose_one() -> None:
    assert not has_loose_doer(Event(Span(0, 6), "ASSAULT"), "Attack")


@pytest.mark.parametrize(
    ("doer", "expected"),
    [("Warplanes", True), ("Two fighter jets", True), ("Government warplanes", False), ("Rebels", False)],
)
def test_craft_of_nobody_tell_no_doer(doer: str, *, expected: bool) -> None:
    text = f"{doer} bombed the market."
    start = text.index("bombed")
    assert expected == has_loose_doer(Event(Span(start, start + 6), "ASSAULT", agent=(Span(0, len(doer)),)), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack was carried out either by the regime or by its allies.", True),
        ("The attack by the regime or allied fighters killed two.", True),
        ("In the attack by either a militia or the regime two died.", True),
        ("In the attack by the regime two were killed or hurt.", False),
        ("The attack by the regime or in the clashes after it killed two.", False),
    ],
)
def test_one_of_two_is_no_doer_that_anybody_names(text: str, *, expected: bool) -> None:
    at, doer = text.index("attack"), text.index("the regime")
    event = Event(Span(at, at + 6), "ASSAULT", agent=(Span(doer, doer + len("the regime")),))
    assert expected == has_loose_doer(event, text)


def test_who_is_named_by_somebody_s_charge_is_named_by_nobody_else() -> None:
    text = "They recalled the attack on the port that the ministry blamed on the regime."
    at, doer, blamed = text.index("attack"), text.index("the regime"), text.index("blamed")
    event = Event(Span(at, at + 6), "ASSAULT", agent=(Span(doer, doer + len("the regime")),))
    assert has_loose_doer(event, text)
    assert not has_loose_doer(event, text, [Span(blamed, blamed + 6)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The market was hit by either army or allied jets.", True),
        ("The market was hit by army or allied jets.", True),
        ("The market was hit by army and allied jets.", False),
    ],
)
def test_either_of_two_in_the_words_of_a_doer_is_none(text: str, *, expected: bool) -> None:
    at, doer = text.index("hit"), text.index("by ") + 3
    event = Event(Span(at, at + 3), "ASSAULT", agent=(Span(doer, len(text) - 1),))
    assert expected == has_loose_doer(event, text)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("He did not say whose jets flew. ", True),
        ("The aide didn't specify which country's jets flew. ", True),
        ("He did not say why. ", False),
    ],
)
def test_who_leaves_open_whose_deed_it_is_names_no_doer(before: str, *, expected: bool) -> None:
    text = f"{before}The raids by the regime went on."
    at, doer = text.index("raids"), text.index("the regime")
    event = Event(Span(at, at + 5), "ASSAULT", agent=(Span(doer, doer + len("the regime")),))
    assert expected == has_loose_doer(event, text)


def test_a_holder_names_no_doer_whom_another_s_words_tell() -> None:
    text = "The regime fired rockets in what a council called a gas attack."
    at, source, cue = text.index("attack"), text.index("a council"), text.index("called")
    event = Event(Span(at, at + 6), "ASSAULT", agent=(Span(0, len("The regime")),))
    end = len(text) - 1
    held = Attribution("a1", "indirect", (Span(source, source + 9),), (Span(cue, cue + 6),), (Span(cue + 7, end),))
    assert has_loose_doer(event, text, held=held)
    own = Attribution("a1", "indirect", held.source, held.cue, (Span(0, 26), Span(cue + 7, end)))
    assert not has_loose_doer(event, text, held=own)
