"""Finding attributions in sentences of our own."""

from collections.abc import Callable

import pytest

from sayso.attributing import find_attributions
from sayso.model import Attribution, Document, Parse
from sayso.resources.cues import CueLexicon

ParseText = Callable[..., tuple[Document, Parse]]
Row = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def cues() -> CueLexicon:
    return CueLexicon.open()


@pytest.fixture
def said(parse_text: ParseText, cues: CueLexicon) -> Callable[[str], list[Attribution]]:
    def find(text: str) -> list[Attribution]:
        document, parse = parse_text(text)
        return list(find_attributions(document, parse, cues))

    return find


@pytest.fixture
def rows(parse_text: ParseText, cues: CueLexicon) -> Callable[[str], list[Row]]:
    """Kind, source, cue and content of each attribution, pieces joined by " | "."""

    def find(text: str) -> list[Row]:
        document, parse = parse_text(text)
        return [
            (
                one.kind,
                *(" | ".join(span.words(text) for span in spans) for spans in (one.source, one.cue, one.content)),
            )
            for one in find_attributions(document, parse, cues)
        ]

    return find


Rows = Callable[[str], list[Row]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor said that rebels had left the town.",
            ("indirect", "The governor", "said", "rebels had left the town"),
        ),
        ("Rebels left the town, residents said.", ("indirect", "residents", "said", "Rebels left the town")),
        (
            "According to the ministry, two soldiers were wounded.",
            ("indirect", "the ministry", "According to", "two soldiers were wounded"),
        ),
        (
            "The envoy urged both sides to stop the shelling.",
            ("indirect", "The envoy", "urged", "both sides to stop the shelling"),
        ),
        (
            "The minister accused the army of shelling a market.",
            ("indirect", "The minister", "accused", "the army of shelling a market"),
        ),
        ("The mayor denied ordering the arrests.", ("indirect", "The mayor", "denied", "ordering the arrests")),
        (
            "The president vowed to retake the valley.",
            ("indirect", "The president", "vowed", "to retake the valley"),
        ),
        (
            "“We will not leave the valley,” Colonel Adam Reza said.",
            ("direct", "Colonel Adam Reza", "said", "We will not leave the valley"),
        ),
        (
            "The mayor said the raid was “an act of revenge” by the army.",
            ("mixed", "The mayor", "said", "the raid was “an act of revenge” by the army"),
        ),
    ],
)
def test_source_cue_and_content_of_plain_sentences(rows: Rows, text: str, expected: Row) -> None:
    assert [expected] == rows(text)


def test_a_quotation_goes_on_after_its_cue(rows: Rows) -> None:
    text = '"We heard three blasts," Lena Marsh said. "Then the lights went out."'
    expected = ("direct", "Lena Marsh", "said", "We heard three blasts | Then the lights went out")
    assert [expected] == rows(text)


def test_reportedly_has_no_source(rows: Rows) -> None:
    found = rows("The bridge was reportedly destroyed by the retreating army.")
    expected = [("indirect", "", "reportedly", "The bridge was | destroyed by the retreating army")]
    assert expected == found


def test_an_attribution_inside_a_content_has_a_parent(said: Callable[[str], list[Attribution]]) -> None:
    found = said("The spokesman said that witnesses claimed the convoy was attacked.")
    expected = [None, "a1"]
    assert expected == [one.parent for one in found]


def test_each_attribution_has_the_class_of_its_cue(said: Callable[[str], list[Attribution]]) -> None:
    found = said("The minister denied that the army shelled the town. The mayor claimed that it did.")
    expected = ["denies", "claims"]
    assert expected == [one.cue_class for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n \n",
        '"',
        "“““ he said",
        '"' * 501,
        "He said “we go",
        "\x00\x07 said \u202e",
        "said " * 400,
        ") ( ' ` `` ''",
    ],
)
def test_odd_text_never_fails(said: Callable[[str], list[Attribution]], text: str) -> None:
    for one in said(text):
        assert one.content


def test_terms_set_apart_by_quotation_marks_are_no_attributions(rows: Rows) -> None:
    assert not rows("Engineers repaired the “old mill” bridge on Tuesday.")
