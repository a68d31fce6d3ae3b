"""Mends of the parse of news copy: whence something is taken, and possessives that lost their marks."""

from collections.abc import Callable

import pytest

from sayso.model import Document, Parse

ParseText = Callable[..., tuple[Document, Parse]]


def above(parse: Parse, word: str) -> str:
    """The word under which a word stands."""
    return parse.head(next(token for token in parse.tokens if token.text == word)).text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The troops liberated Lima from the militants on Monday.", "liberated"),
        ("They prepare for the final liberation of Lima from the militants.", "liberation"),
        ("Troops want to recapture the town of Cusco from the rebels.", "recapture"),
    ],
)
def test_from_whom_a_place_is_taken_is_part_of_the_deed(parse_text: ParseText, text: str, word: str) -> None:
    assert above(parse_text(text)[1], "from") == word


def test_where_somebody_is_from_stays_with_him(parse_text: ParseText) -> None:
    assert above(parse_text("At least ten fighters from the Northern Front were killed.")[1], "from") == "fighters"


@pytest.mark.parametrize(
    ("text", "owner", "owned"),
    [
        ("The armys positions were shelled.", "army", "positions"),
        ("The countrys largest port was hit.", "country", "port"),
    ],
)
def test_a_possessive_that_lost_its_mark_is_one(parse_text: ParseText, text: str, owner: str, owned: str) -> None:
    parse = parse_text(text)[1]
    token = next(token for token in parse.tokens if token.text == owner)
    assert (token.dep, parse.head(token).text) == ("poss", owned)
    assert [one.dep for one in parse.dependents(token, "case")] == ["case"]


def test_a_plural_is_no_possessive(parse_text: ParseText) -> None:
    parse = parse_text("The armies of both countries met.")[1]
    assert not any(token.dep == "poss" for token in parse.tokens)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Shells fall on Lima AFP At least nine guards were killed on Monday.", "At"),
        ("Raid on the port of Cusco SANA One guard was killed by shells.", "One"),
    ],
)
def test_a_sentence_begins_after_the_agency_that_ends_a_headline(parse_text: ParseText, text: str, first: str) -> None:
    parse = parse_text(text)[1]
    assert first in [parse.tokens[sentence.first].text for sentence in parse.sentences]


@pytest.mark.parametrize("text", ["He told the BBC One Nation would win.", "Guards met The Lima Times in Cusco."])
def test_none_begins_within_a_name(parse_text: ParseText, text: str) -> None:
    assert len(parse_text(text)[1].sentences) == 1
