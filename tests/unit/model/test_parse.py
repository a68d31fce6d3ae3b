from collections.abc import Callable

from sayso.model import Document, Parse, Span

ParseText = Callable[..., tuple[Document, Parse]]


def test_the_tokens_within_a_span_are_those_that_it_touches(parse_text: ParseText) -> None:
    _, parse = parse_text("Rebels shelled the old town.")
    assert [token.text for token in parse.within(Span(8, 20))] == ["shelled", "the", "old"]
    assert parse.within(Span(500, 510)) == ()


def test_the_root_of_a_phrase_is_its_head_word(parse_text: ParseText) -> None:
    _, parse = parse_text("Rebels shelled the old town of Arbin.")
    root = parse.root_of(Span(15, 36))
    assert root is not None
    assert root.text == "town"
    assert parse.root_of(Span(500, 510)) is None


def test_the_subtree_of_a_verb_holds_its_participants(parse_text: ParseText) -> None:
    _, parse = parse_text("Rebels shelled the old town.")
    verb = next(token for token in parse.tokens if token.text == "shelled")
    assert [token.text for token in parse.subtree(verb)] == ["Rebels", "shelled", "the", "old", "town", "."]
    assert [token.text for token in parse.dependents(verb, "nsubj", "dobj")] == ["Rebels", "town"]
