"""What the rules mend of attributions that a trained finder linked."""

from collections.abc import Callable

import pytest

from sayso.attributing import find_attributions
from sayso.model import Attribution, Document, Parse, Span
from sayso.resources.cues import CueLexicon

ParseText = Callable[..., tuple[Document, Parse]]
Found = Callable[..., list[tuple[list[str], list[str]]]]


def at(text: str, words: str) -> tuple[Span, ...]:
    """Where words stand in the text; several pieces are set apart by an ellipsis."""
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words.split(" … ") if one)


@pytest.fixture
def found(parse_text: ParseText) -> Found:
    """A text and one attribution that a trained finder linked -> sources and contents of all."""
    cues = CueLexicon.open()

    def run(text: str, source: str, cue: str, content: str) -> list[tuple[list[str], list[str]]]:
        document, parse = parse_text(text)
        linked = Attribution("a1", "indirect", at(text, source), at(text, cue), at(text, content), confidence=0.8)
        made = find_attributions(document, parse, cues, tagged=[linked])
        return [([span.words(text) for span in one.source], [span.words(text) for span in one.content]) for one in made]

    return run


def test_a_clause_after_that_keeps_its_first_words(found: Found) -> None:
    text = "The envoy said that despite the storm the ferry had left the harbour."
    whole = "despite the storm the ferry had left the harbour"
    assert (["The envoy"], [whole]) in found(text, "The envoy", "said", "the ferry had left the harbour")


def test_the_source_is_no_part_of_what_is_told_according_to_it(found: Found) -> None:
    text = "According to the letter, the bridge was shut on Monday."
    assert [(["the letter"], ["the bridge was shut on Monday"])] == found(
        text, "", "According to", "the letter, the bridge was shut on Monday"
    )


def test_an_adverb_tells_of_its_whole_clause(found: Found) -> None:
    text = "The school was reportedly damaged and its bus was burned."
    contents = found(text, "", "reportedly", "damaged")
    assert [([], ["The school was", "damaged and its bus was burned"])] == contents


def test_a_claim_told_by_a_noun_has_its_owner_for_a_source(found: Found) -> None:
    text = "The court heard Mr Reza’s claim that the vote was bought."
    assert (["Mr Reza’s"], ["the vote was bought"]) in found(text, "", "claim", "the vote was bought")


def test_whom_a_paper_quotes_is_no_part_of_what_it_reports(found: Found) -> None:
    text = "Rebels took the town, the paper reported, quoting a local activist."
    assert [(["the paper"], ["Rebels took the town"]), (["a local activist"], ["Rebels took the town"])] == found(
        text, "the paper", "reported", "Rebels took the town … a local activist"
    )


def test_whom_a_speaker_quotes_before_speaking_stands_behind_the_words(found: Found) -> None:
    text = "Quoting the locals, the officer said the shop was looted at noon."
    assert (["the locals"], ["the shop was looted at noon"]) in found(
        text, "the officer", "said", "the shop was looted at noon"
    )


def test_the_rules_add_a_clause_that_is_told_inside_of_anothers_words(found: Found) -> None:
    text = "The envoy said the mayor claimed that the dam would hold."
    whole = "the mayor claimed that the dam would hold"
    assert (["the mayor"], ["the dam would hold"]) in found(text, "The envoy", "said", whole)


def test_the_rules_add_no_act_on_a_thing_inside_of_anothers_words(found: Found) -> None:
    text = "The envoy said the ministry had denied the visas."
    whole = "the ministry had denied the visas"
    assert [(["The envoy"], [whole])] == found(text, "The envoy", "said", whole)
