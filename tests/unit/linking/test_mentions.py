"""What is seen of an event where it is mentioned."""

from collections.abc import Callable

from sayso.linking.mentions import Mention, mention_at
from sayso.model import Document, Parse, Span

Parsed = Callable[..., tuple[Document, Parse]]
STORY = "Masked men robbed the Varna Savings Bank on Monday. The robbery of the bank by three men shocked Varna."


def mention(parse_text: Parsed, text: str, words: str) -> Mention:
    start = text.index(words)
    return mention_at(parse_text(text)[1], Span(start, start + len(words)))


def test_a_verb_has_its_subject_and_object_as_agent_and_patient(parse_text: Parsed) -> None:
    seen = mention(parse_text, STORY, "robbed")
    assert ("rob", "rob", "verb") == (seen.lemma, seen.stem, seen.kind)
    assert "man" in seen.agents
    assert "bank" in seen.patients
    assert "varna" in seen.names


def test_a_noun_has_them_in_its_phrases(parse_text: Parsed) -> None:
    seen = mention(parse_text, STORY, "robbery")
    assert ("robbery", "rob", "noun") == (seen.lemma, seen.stem, seen.kind)
    assert "bank" in seen.patients


def test_a_passive_has_the_agent_after_by(parse_text: Parsed) -> None:
    seen = mention(parse_text, "The bridge was destroyed by rebels on Sunday.", "destroyed")
    assert {"rebel"} == seen.agents
    assert {"bridge"} == seen.patients


def test_the_words_of_the_mention_are_not_around_it(parse_text: Parsed) -> None:
    seen = mention(parse_text, STORY, "robbed")
    assert "rob" not in seen.around | seen.near | seen.patients


def test_a_span_without_a_token_is_an_empty_mention(parse_text: Parsed) -> None:
    text = "Rebels fled.   Others stayed."
    assert Mention(Span(13, 14)) == mention_at(parse_text(text)[1], Span(13, 14))
