"""Contents as a trained finder chose them, put in order."""

from collections.abc import Callable

import pytest

from sayso.attributing import Draft, finish
from sayso.model import Attribution, Document, Parse, Span
from sayso.resources.cues import CueLexicon

ParseText = Callable[..., tuple[Document, Parse]]
Finished = Callable[..., list[tuple[list[str], list[str]]]]


def at(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)


@pytest.fixture
def finished(parse_text: ParseText) -> Finished:
    """A text and drafts of a trained finder (source, cue, pieces of content) -> sources and contents."""
    cues = CueLexicon.open()

    def run(text: str, *drafts: tuple[str, str, tuple[str, ...]]) -> list[tuple[list[str], list[str]]]:
        document, parse = parse_text(text)
        roles = [
            Draft(at(text, (source,) if source else ()), at(text, (cue,)), at(text, content), exact=True)
            for source, cue, content in drafts
        ]
        made: tuple[Attribution, ...] = finish(document, parse, cues, roles)
        return [([span.words(text) for span in one.source], [span.words(text) for span in one.content]) for one in made]

    return run


def test_unquoted_words_of_another_sentence_are_no_part_of_a_content(finished: Finished) -> None:
    text = "Workers cleared the harbour on Monday. The mayor described the storm as the worst in years."
    assert [(["The mayor"], ["the storm as the worst in years"])] == finished(
        text, ("The mayor", "described", ("cleared the harbour on Monday", "the storm as the worst in years"))
    )


def test_a_content_of_another_sentence_stays_where_there_is_no_other(finished: Finished) -> None:
    text = "The report was brief, she added. Nobody was hurt in the quarry."
    assert [(["she"], ["Nobody was hurt in the quarry"])] == finished(
        text, ("she", "added", ("Nobody was hurt in the quarry",))
    )


def test_a_content_ends_with_its_quotation_and_not_in_the_next_sentence(finished: Finished) -> None:
    text = "Lena Marsh said, “We will rebuild the bridge.” The plans of the council were praised by farmers."
    assert [(["Lena Marsh"], ["“We will rebuild the bridge.”"])] == finished(
        text, ("Lena Marsh", "said", ("“We will rebuild the bridge.” The plans of the council",))
    )


def test_what_is_told_inside_a_quotation_keeps_no_mark_of_it(finished: Finished) -> None:
    text = "“Farmers were told to leave the valley,” Lena Marsh said."
    found = finished(
        text,
        ("Lena Marsh", "said", ("“Farmers were told to leave the valley,”",)),
        ("Farmers", "told", ("to leave the valley,”",)),
    )
    assert (["Farmers"], ["to leave the valley"]) in found


def test_a_telling_verb_without_a_source_has_its_subject_for_one(finished: Finished) -> None:
    text = "The clinic also asked for patience."
    assert [(["The clinic"], ["patience"])] == finished(text, ("", "asked for", ("patience",)))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It was reported that the dam had burst.", "reported", "the dam had burst"),
        ("The dam seemed to hold after the storm.", "seemed", "to hold after the storm"),
    ],
)
def test_nobody_is_made_the_source_of_what_is_told_of_or_seems(
    finished: Finished, text: str, cue: str, content: str
) -> None:
    assert [([], [content])] == finished(text, ("", cue, (content,)))


def test_the_subject_of_the_cue_speaks_rather_than_somebody_in_another_sentence(finished: Finished) -> None:
    text = "The governor thanked the sailors. On Monday the union said the harbour was shut."
    assert [(["the union"], ["the harbour was shut"])] == finished(
        text, ("The governor", "said", ("the harbour was shut",))
    )


def test_what_the_source_does_besides_is_no_part_of_what_it_asks_for(finished: Finished) -> None:
    text = "Ana Moreno urged the embassy to reconsider and spoke with the envoy about the case."
    assert [(["Ana Moreno"], ["the embassy to reconsider"])] == finished(
        text, ("Ana Moreno", "urged", ("the embassy to reconsider and spoke with the envoy about the case",))
    )


def test_a_clause_that_is_told_keeps_its_second_verb(finished: Finished) -> None:
    text = "The union said the ferry left the harbour and sank in the night."
    whole = "the ferry left the harbour and sank in the night"
    assert [(["The union"], [whole])] == finished(text, ("The union", "said", (whole,)))


def test_what_is_told_inside_a_quotation_ends_with_its_sentence(finished: Finished) -> None:
    text = "“The court ordered that the ban be lifted. We have lifted it,” Lena Marsh said."
    found = finished(
        text,
        ("Lena Marsh", "said", ("“The court ordered that the ban be lifted. We have lifted it,”",)),
        ("The court", "ordered", ("the ban be lifted. We have lifted it,”",)),
    )
    assert (["The court"], ["the ban be lifted"]) in found


def test_a_colon_without_a_speaker_tells_nothing(finished: Finished) -> None:
    text = "The plan : how would the mayor pay for the bridge?"
    assert [] == finished(text, ("", ":", ("how would the mayor pay for the bridge",)))


def test_an_unquoted_content_begins_in_the_paragraph_of_its_cue(finished: Finished) -> None:
    text = "Workers left the port\n\nIn a note on Monday, the court found that the ban was void."
    assert [(["the court"], ["In a note on Monday", "the ban was void"])] == finished(
        text, ("the court", "found", ("left the port\n\nIn a note on Monday", "the ban was void"))
    )
