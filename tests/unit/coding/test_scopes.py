"""What reaches down to a word, in which conditions it stands, and who is said not to have done it."""

from collections.abc import Callable

import pytest

from sayso.coding.scopes import asked, clause, conditions, governs, imperative, nobody, scope
from sayso.model import Document, Parse, Token
from sayso.resources.codebook import Lexicon

Parsed = Callable[..., tuple[Document, Parse]]


def word(text: str, parse: Parse) -> Token:
    return next(one for one in parse.tokens if one.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("Nobody was hurt in the raid.", "hurt", True),
        ("No party joined the talks.", "joined", True),
        ("The rebels conceded nothing.", "conceded", True),
        ("The rebels conceded the town.", "conceded", False),
    ],
)
def test_a_verb_may_be_denied_by_its_subject_or_object(parse_text: Parsed, text: str, verb: str, told: bool) -> None:
    _, parse = parse_text(text)
    assert nobody(word(verb, parse), parse) is told


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("Release the prisoners now.", "Release", True),
        ("They release the prisoners.", "release", False),
        ("The rebels must release the prisoners.", "release", False),
    ],
)
def test_an_imperative_has_neither_subject_nor_modal(parse_text: Parsed, text: str, verb: str, told: bool) -> None:
    _, parse = parse_text(text)
    assert imperative(word(verb, parse), parse) is told


def test_what_governs_a_word_comes_with_what_its_own_clause_makes_of_it(parse_text: Parsed, lexicon: Lexicon) -> None:
    _, parse = parse_text("The general did not refuse to meet the rebels.")
    names = list(scope(word("meet", parse), "", parse, lexicon.marks))
    assert "scope.first=denied!neg" in names


def test_the_nearest_of_what_reaches_a_word_comes_first(parse_text: Parsed, lexicon: Lexicon) -> None:
    _, parse = parse_text("The envoy urged them to stop shelling the town.")
    names = list(scope(word("shelling", parse), "", parse, lexicon.marks))
    assert any(name.startswith("scope.two=denied/") and ">demanded" in name for name in names)


def test_a_clause_tells_its_modal_and_its_negation(parse_text: Parsed, lexicon: Lexicon) -> None:
    _, parse = parse_text("The army will not withdraw.")
    assert sorted(clause(word("withdraw", parse), parse, lexicon.marks)) == ["neg", "planned"]


def test_a_consequence_is_told_apart_from_its_condition(parse_text: Parsed) -> None:
    _, parse = parse_text("If the rebels attack, the army will retreat.")
    assert "in=if" in conditions(word("attack", parse), parse)
    assert "own.given=if" in conditions(word("retreat", parse), parse)
    assert "in=if" not in conditions(word("retreat", parse), parse)


def test_a_question_is_told_from_a_statement(parse_text: Parsed) -> None:
    _, parse = parse_text("Will the rebels retreat? The army advanced.")
    assert asked(word("retreat", parse), parse)
    assert not asked(word("advanced", parse), parse)


@pytest.mark.parametrize(
    ("text", "above", "below", "values"),
    [
        ("They called for a truce.", "called", "for", ["demanded"]),
        ("They called the truce useless.", "called", "useless", []),
        ("They told the rebels to leave.", "told", "leave", ["demanded"]),
        ("They asked the rebels for help.", "asked", "for", ["demanded"]),
        ("They told the rebels that help had come.", "told", "come", []),
        ("They proposed to close the port.", "proposed", "close", ["planned"]),
        ("They insisted that the port be closed.", "insisted", "closed", ["demanded"]),
        ("They insisted that the port had closed.", "insisted", "closed", []),
    ],
)
def test_words_of_demand_demand_what_hangs_on_them_as_a_demand(
    parse_text: Parsed, lexicon: Lexicon, text: str, above: str, below: str, values: list[str]
) -> None:
    _, parse = parse_text(text)
    upper, lower = (next(one for one in parse.tokens if one.text == word) for word in (above, below))
    assert governs(upper, lower, parse, lexicon.marks) == values
