"""The user's own types, and the contexts of events."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.coding import find_events
from sayso.model import Document, Event, Parse
from sayso.resources.codebook import Lexicon

LABOUR = """
name = "labour"
version = "1"
extends = "sayso"

[types.WALKOUT]
what = "workers stop working"
judged_as = ["PROTEST:strike"]

[types.DISMISSAL]
what = "an employer lets workers go"
tolls = ["displaced"]

[[types.DISMISSAL.words]]
words = ["sack", "lay off"]
pos = "v"
when = ["obj:@staff"]

[classes]
staff = ["miner", "nurse"]
"""


@pytest.fixture(scope="module")
def labour(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    file: Path = tmp_path_factory.mktemp("codebook") / "labour.toml"
    file.write_text(LABOUR, encoding="utf-8")
    return Lexicon.open(file)


def coded(
    text: str, parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon
) -> list[tuple[str, str, tuple[str, ...]]]:
    document, parse = parse_text(text)
    found: tuple[Event, ...] = find_events(document, parse, (), lexicon, ())
    return [(one.type, one.trigger.words(text), tuple(span.words(text) for span in one.patient)) for one in found]


def test_the_users_words_name_events_of_their_own_type(
    parse_text: Callable[..., tuple[Document, Parse]], labour: Lexicon
) -> None:
    found = coded("The company sacked forty miners on Monday.", parse_text, labour)
    assert [("DISMISSAL", "sacked", ("forty miners",))] == found


def test_a_condition_that_does_not_hold_makes_no_event(
    parse_text: Callable[..., tuple[Document, Parse]], labour: Lexicon
) -> None:
    assert "DISMISSAL" not in {kind for kind, *_ in coded("The fans sacked the city.", parse_text, labour)}


def test_what_is_judged_a_strike_is_recorded_under_the_users_type(
    parse_text: Callable[..., tuple[Document, Parse]], labour: Lexicon
) -> None:
    found = {kind for kind, *_ in coded("Thousands of nurses went on strike over pay.", parse_text, labour)}
    assert ({"WALKOUT"}, False) == (found, "PROTEST" in found)


def test_types_that_ship_are_judged_as_without_the_users_file(
    parse_text: Callable[..., tuple[Document, Parse]], labour: Lexicon, lexicon: Lexicon
) -> None:
    text = "Rebels shelled the town and police arrested three men."
    assert coded(text, parse_text, labour) == coded(text, parse_text, lexicon)


def test_the_words_of_its_phrases_put_an_event_into_a_context(code: Callable[..., dict[str, Event]]) -> None:
    assert "election" in code("Police arrested two candidates in the capital.")["arrested"].context
