"""Speeches over paragraphs, whoever found their first words."""

from collections.abc import Callable

import pytest

from sayso.attributing import Draft, finish
from sayso.model import Document, Parse, Span
from sayso.resources.cues import CueLexicon

ParseText = Callable[..., tuple[Document, Parse]]
Spoken = Callable[..., dict[str, list[str]]]


def at(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),)


@pytest.fixture
def spoken(parse_text: ParseText) -> Spoken:
    """A text and drafts of a trained finder (source, cue, content) -> the contents of each source."""
    cues = CueLexicon.open()

    def run(text: str, *drafts: tuple[str, str, str]) -> dict[str, list[str]]:
        document, parse = parse_text(text)
        roles = [
            Draft(at(text, source), at(text, cue), at(text, content), exact=True) for source, cue, content in drafts
        ]
        made = finish(document, parse, cues, roles)
        return {one.source[0].words(text): [span.words(text) for span in one.content] for one in made}

    return run


def test_paragraphs_left_open_belong_to_whom_the_last_one_names(spoken: Spoken) -> None:
    text = "The vote was close.\n\n“They broke the law.\n\n“They will answer for it,” Omar Reza said."
    assert {"Omar Reza": ["“They broke the law.", "“They will answer for it,”"]} == spoken(
        text, ("Omar Reza", "said", "“They will answer for it,”")
    )


def test_an_open_paragraph_goes_on_with_its_speaker_and_not_with_the_next_one(spoken: Spoken) -> None:
    text = (
        "“We left at night,” Lena Marsh said. “The road was closed.\n\n“Soldiers stood at the river.”\n\n"
        "Omar Reza is a driver.\n\n“I saw them too,” Reza added."
    )
    found = spoken(
        text,
        ("Lena Marsh", "said", "“We left at night,”"),
        ("Omar Reza", "added", "“Soldiers stood at the river.”"),
        ("Reza", "added", "“I saw them too,”"),
    )
    assert ["“We left at night,”", "“The road was closed.", "“Soldiers stood at the river.”"] == found["Lena Marsh"]
    assert ["“I saw them too,”"] == found["Reza"]


def test_lines_of_a_transcript_are_not_one_speech(spoken: Spoken) -> None:
    text = "Reza asked about the raid.\n\n“MARSH: We had no choice in it.\n\n“REZA: Who gave the order then?”"
    found = spoken(text, ("MARSH", ":", "We had no choice in it"))
    assert ["We had no choice in it"] == found["MARSH"]


def test_a_paragraph_of_quotation_is_spoken_by_whom_the_one_before_tells_of(spoken: Spoken) -> None:
    text = (
        "“The road is shut,” Omar Reza said.\n\n“Nobody can reach the river any more.”\n\n"
        "The ministry described the siege as over."
    )
    found = spoken(
        text,
        ("Omar Reza", "said", "“The road is shut,”"),
        ("The ministry", "described", "“Nobody can reach the river any more.”"),
    )
    assert ["“The road is shut,”", "“Nobody can reach the river any more.”"] == found["Omar Reza"]


def test_a_quotation_before_a_cue_that_has_its_own_clause_is_told_apart_from_it(parse_text: ParseText) -> None:
    text = "“The road to the mill is shut.”\n\nThe mayor said that help was on its way."
    document, parse = parse_text(text)
    glued = (*at(text, "“The road to the mill is shut.”"), *at(text, "help was on its way"))
    draft = Draft(at(text, "The mayor"), at(text, "said"), glued, confidence=0.9, exact=True)
    found = finish(document, parse, CueLexicon.open(), [draft])
    told = [(len(one.source), [span.words(text) for span in one.content], one.confidence) for one in found]
    assert [(0, ["“The road to the mill is shut.”"], 0.63), (1, ["help was on its way"], 0.9)] == told
