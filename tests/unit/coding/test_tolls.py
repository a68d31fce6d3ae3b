"""How many, of whom, and for which event."""

from collections.abc import Callable

import pytest

from sayso.coding.numbers import how_many
from sayso.model import Count, Document, Event, Parse
from sayso.resources.codebook import Lexicon

Code = Callable[..., dict[str, Event]]


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("five soldiers", Count(5, 5)),
        ("at least five soldiers", Count(5, None)),
        ("more than 100 soldiers", Count(101, None)),
        ("up to 12 soldiers", Count(None, 12)),
        ("between 10 and 12 soldiers", Count(10, 12)),
        ("dozens of soldiers", Count(24, None)),
        ("hundreds of soldiers", Count(200, None)),
        ("1,300 soldiers", Count(1300, 1300)),
        ("a soldier", Count(1, 1)),
        ("twenty-two soldiers", Count(22, 22)),
        ("the soldiers", None),
    ],
)
def test_numbers_are_read_with_their_hedges(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon, phrase: str, count: Count | None
) -> None:
    _, parse = parse_text(f"The blast killed {phrase}.")
    head = next(one for one in parse.tokens if one.text in ("soldiers", "soldier"))
    if phrase.startswith(("dozens", "hundreds")):
        head = next(one for one in parse.tokens if one.dep == "dobj")
    assert count == how_many(head, parse, lexicon.marks)


def test_deaths_and_injuries_belong_to_the_attack(code: Code) -> None:
    toll = code("An air strike on the market killed nine civilians and wounded at least 30 others.")["strike"].toll
    assert (toll.killed, toll.injured, toll.of) == (Count(9, 9), Count(30, None), "civilians")


def test_victims_joined_by_and_are_added(code: Code) -> None:
    toll = code("Two soldiers and three civilians were killed in clashes with rebels.")["clashes"].toll
    assert toll.killed == Count(5, 5)


def test_the_detained_are_counted(code: Code) -> None:
    assert code("Police arrested 14 protesters in the capital.")["arrested"].toll.detained == Count(14, 14)


def test_a_planned_killing_has_no_toll(code: Code) -> None:
    events = code("The gunman threatened to kill three hostages.")
    assert all(one.toll.killed is None for one in events.values())
