"""Finishing drafts of any finder."""

from collections.abc import Callable

import pytest

from sayso.attributing import Draft, finish
from sayso.attributing.trimming import trimmed
from sayso.model import Attribution, Document, Parse, Span
from sayso.resources.cues import CueLexicon

ParseText = Callable[..., tuple[Document, Parse]]


@pytest.fixture(scope="module")
def cues() -> CueLexicon:
    return CueLexicon.open()


def at(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)


@pytest.fixture
def finished(parse_text: ParseText, cues: CueLexicon) -> Callable[..., list[Attribution]]:
    def run(text: str, *drafts: tuple[str, str, str]) -> list[Attribution]:
        document, parse = parse_text(text)
        roles = [Draft(at(text, source), at(text, cue), at(text, content)) for source, cue, content in drafts]
        return list(finish(document, parse, cues, roles))

    return run


Finished = Callable[..., list[Attribution]]


def test_a_content_loses_its_enclosing_marks(finished: Finished) -> None:
    text = "“We will go,” Lena Marsh said."
    found = finished(text, ("Lena Marsh", "said", "“We will go,”"))
    expected = [("direct", ["We will go"])]
    assert expected == [(one.kind, [span.words(text) for span in one.content]) for one in found]


def test_a_content_that_reaches_into_a_quotation_covers_it(finished: Finished) -> None:
    text = "“We will go. They will stay,” Lena Marsh said."
    found = finished(text, ("Lena Marsh", "said", "They will stay"))
    expected = ["We will go. They will stay"]
    assert expected == [span.words(text) for one in found for span in one.content]


def test_a_speech_goes_on_over_paragraphs_whose_marks_stay_open(finished: Finished) -> None:
    text = "“The first night was quiet, Lena Marsh said. \n\n“The second was not.\n\n“Then we left.”"
    text = text.replace("quiet,", "quiet,”").replace("said. ", "said. “We slept.")
    found = finished(text, ("Lena Marsh", "said", "The first night was quiet"))
    expected = ["The first night was quiet", "We slept", "The second was not", "Then we left"]
    assert expected == [span.words(text) for one in found for span in one.content]


def test_ids_count_in_the_order_of_the_text_and_parents_are_the_innermost(finished: Finished) -> None:
    text = "The spokesman said that the mayor claimed residents believed the dam would hold."
    found = finished(
        text,
        ("residents", "believed", "the dam would hold"),
        ("The spokesman", "said", "the mayor claimed residents believed the dam would hold"),
        ("the mayor", "claimed", "residents believed the dam would hold"),
    )
    expected = [("a1", None, "says"), ("a2", "a1", "claims"), ("a3", "a2", "believes")]
    assert expected == [(one.id, one.parent, one.cue_class) for one in found]


def test_a_cue_tells_how_far_its_holder_and_the_article_stand_behind_the_content(finished: Finished) -> None:
    text = "The spokesman denied that the mayor claimed residents believed the dam would hold."
    found = finished(
        text,
        ("The spokesman", "denied", "the mayor claimed residents believed the dam would hold"),
        ("the mayor", "claimed", "residents believed the dam would hold"),
        ("residents", "believed", "the dam would hold"),
    )
    expected = [("against", "neutral"), ("certain", "doubts"), ("probable", "neutral")]
    assert expected == [(one.commitment.holder, one.commitment.article) for one in found if one.commitment]


def test_what_is_told_inside_of_a_quotation_is_indirect(finished: Finished) -> None:
    text = "“The mayor told us that the dam had burst,” Lena Marsh said."
    found = finished(
        text,
        ("Lena Marsh", "said", "The mayor told us that the dam had burst"),
        ("The mayor", "told", "the dam had burst"),
    )
    expected = [("direct", None), ("indirect", "a1")]
    assert expected == [(one.kind, one.parent) for one in found]


def test_equal_drafts_are_one_attribution(finished: Finished) -> None:
    text = "Residents said rebels left."
    same = ("Residents", "said", "rebels left")
    expected = 1
    assert expected == len(finished(text, same, same))


def test_no_drafts_give_no_attributions(finished: Finished) -> None:
    assert not finished("Nothing was said.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go.”", "We go"),
        ("We go.", "We go"),
        (", that is so;", "that is so"),
        ("moved to the U.S.", "moved to the U.S."),
        ("the “old” way", "the “old” way"),
        ("“a” and “b”", "“a” and “b”"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_spans_are_trimmed(text: str, expected: str) -> None:
    assert expected == "".join(span.words(text) for span in trimmed(text, (Span(0, len(text)),)))


def test_a_span_without_words_is_dropped() -> None:
    assert trimmed("“…”", (Span(0, 3),)) == ()


@pytest.mark.parametrize(("thinker", "told"), [("I", ["Odeh"]), ("farmers", ["Odeh", "farmers"])])
def test_what_speakers_think_themselves_is_no_attribution_of_its_own(
    finished: Finished, thinker: str, told: list[str]
) -> None:
    text = f"“Some {thinker} believe the road is shut,” Odeh said."
    found = finished(
        text, ("Odeh", "said", f"Some {thinker} believe the road is shut"), (thinker, "believe", "the road is shut")
    )
    assert told == [one.source[0].words(text) for one in found]


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("called on", "the crew to leave", "demands"),
        ("called for", "a truce", "demands"),
        ("called", "the raid a mistake", "finds"),
        ("decided", "to shut the road", "plans"),
        ("decided", "that the road was shut", "decides"),
    ],
)
def test_the_class_of_a_found_cue_is_told_by_its_preposition_and_its_infinitive(
    parse_text: ParseText, cues: CueLexicon, cue: str, content: str, expected: str
) -> None:
    text = f"The mayor {cue} {content}."
    document, parse = parse_text(text)
    lemma = "decide" if cue == "decided" else "call"
    draft = Draft(at(text, "The mayor"), at(text, cue), at(text, content), lemma=lemma, frame="tagged", exact=True)
    assert [expected] == [one.cue_class for one in finish(document, parse, cues, [draft])]
