"""States that stand side by side before an "and" are a list that lost its commas."""

from collections.abc import Callable

import pytest

from sayso.model import Document, Parse

ParseText = Callable[..., tuple[Document, Parse]]


def joined(parse: Parse, word: str) -> list[str]:
    """A word and what is joined to it, one after the other."""
    token = next(token for token in parse.tokens if token.text == word)
    found = [token]
    for one in found:
        found.extend(parse.dependents(one, "conj"))
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The plan was backed by Ghana Peru and Norway.", ["Ghana", "Peru", "Norway"]),
        ("The draft was proposed by New Zealand Spain and Peru.", ["Zealand", "Spain", "Peru"]),
        ("Ghana Peru the United States and others called for a truce.", ["Ghana", "Peru", "States", "others"]),
        ("Lima accuses Saudi Arabia Ghana and Norway of helping the rebels.", ["Arabia", "Ghana", "Norway"]),
    ],
)
def test_states_side_by_side_are_joined(parse_text: ParseText, text: str, words: list[str]) -> None:
    assert joined(parse_text(text)[1], words[0]) == words


def test_the_first_of_a_list_has_the_place_of_the_list(parse_text: ParseText) -> None:
    parse = parse_text("Ghana Peru and Norway met.")[1]
    first = parse.tokens[0]
    assert (first.dep, parse.head(first).text) == ("nsubj", "met")


@pytest.mark.parametrize("text", ["Talks were held in Lima Peru and in Accra.", "Ghana Peru talks began on Monday."])
def test_a_town_before_its_state_and_a_pair_before_a_noun_are_no_list(parse_text: ParseText, text: str) -> None:
    parse = parse_text(text)[1]
    peru = next(token for token in parse.tokens if token.text == "Peru")
    assert peru.dep != "conj"
