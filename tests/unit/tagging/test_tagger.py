from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import MissingResource
from sayso.model import Document, LeftOut, Span
from sayso.tagging import Tagger

Make = Callable[[str], Document]
REPORT = (
    "Rebels shelled the port of Marena on Tuesday, a spokesman for the Harbour Authority said.\n"
    "“We saw two ships burning,” said Ines Varga, a crane driver. She added that nobody had come to help.\n"
    "According to the Defence Ministry, the army had not fired at the port."
)


def test_an_attribution_has_its_source_cue_and_content(tagger: Tagger, document: Make) -> None:
    found = tagger.attributions(document(REPORT))
    sources = {tuple(span.words(REPORT) for span in item.source) for item in found}
    cues = {span.words(REPORT) for item in found for span in item.cue}
    assert any("Defence Ministry" in words for source in sources for words in source)
    assert "said" in cues
    assert any(
        "two ships burning" in span.words(REPORT) and item.kind == "direct" for item in found for span in item.content
    )


def test_ids_follow_the_text_and_parents_are_ids(tagger: Tagger, document: Make) -> None:
    found = tagger.attributions(document(REPORT))
    ids = [item.id for item in found]
    assert ids == [f"a{number}" for number in range(1, len(found) + 1)]
    assert {item.parent for item in found} <= {None, *ids}


def test_names_and_triggers_are_tagged(tagger: Tagger, document: Make) -> None:
    tags = tagger.tag(document(REPORT))
    assert "Ines Varga" in {tag.span.words(REPORT) for tag in tags.names if tag.label == "Person"}
    shelled = next(item for item in tags.triggers if item.span.words(REPORT) == "shelled")
    assert max(shelled.types, key=lambda kind: shelled.types[kind]) == "ASSAULT"


def test_a_document_is_read_alike_alone_and_among_others(document: Make) -> None:
    alone, among = Tagger.open(), Tagger.open()
    for text in ("The dam burst, farmers said.", REPORT[:90], REPORT * 4):
        among.read(document(text))
    assert alone.read(document(REPORT)) == among.read(document(REPORT))


def test_threads_do_not_change_what_is_read(tagger: Tagger, document: Make) -> None:
    assert Tagger.open(threads=2).read(document(REPORT)) == tagger.read(document(REPORT))


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\x00\x07", "”", '" " "', "." * 3000, "word " * 10000, "é́" * 300, "中文" * 200]
)
def test_odd_texts_are_read(tagger: Tagger, document: Make, text: str) -> None:
    assert tagger.read(document(text)).tags.model == tagger.model


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_in_it(tagger: Tagger, document: Make, text: str) -> None:
    reading = tagger.read(document(text))
    spans = [tag.span for tag in (*reading.tags.roles, *reading.tags.names)]
    spans += [tag.span for tag in reading.tags.triggers]
    assert all(span.end <= len(text) for span in spans)


def test_what_is_left_out_is_not_read(tagger: Tagger) -> None:
    left_out = (LeftOut(Span(0, len(REPORT)), "boilerplate"),)
    assert not tagger.read(Document(doc="own", text=REPORT, id="own", left_out=left_out)).attributions


def test_missing_weights_are_an_error_that_says_so(tmp_path: object) -> None:
    with pytest.raises(MissingResource):
        Tagger.open(tmp_path)  # type: ignore[arg-type]
