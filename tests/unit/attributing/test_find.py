"""Finding attributions in sentences of our own."""

from collections.abc import Callable

import msgspec
import pytest

from sayso.attributing import find_attributions
from sayso.model import Attribution, Document, Parse, Span, Tag, Tags
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

        def words(spans: tuple[Span, ...]) -> str:
            return " | ".join(span.words(text) for span in spans)

        return [
            (one.kind, words(one.source), words(one.cue), words(one.content))
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
        (
            "As the ministry reported, the strikes will continue.",
            ("indirect", "the ministry", "reported", "the strikes will continue"),
        ),
        (
            "The rebels, officials said, left the valley.",
            ("indirect", "officials", "said", "The rebels | left the valley"),
        ),
        (
            "He called on all parties to respect the truce.",
            ("indirect", "He", "called on", "all parties to respect the truce"),
        ),
        ("It was reported that the dam had burst.", ("indirect", "", "reported", "the dam had burst")),
        ("Their stated goal is to retake the capital.", ("indirect", "Their", "stated goal", "to retake the capital")),
        (
            "The council demanded in a resolution that the army leave the town.",
            ("indirect", "The council", "demanded", "the army leave the town"),
        ),
        ("The army blamed rebels for the blast.", ("indirect", "The army", "blamed", "rebels for the blast")),
        (
            "The minister is quoted as saying the raid was a mistake.",
            ("indirect", "The minister", "saying", "the raid was a mistake"),
        ),
        ("“We are ready,” said the commander.", ("direct", "the commander", "said", "We are ready")),
        ("The president told reporters: “We go.”", ("direct", "The president", "told", "We go")),
        ("«We leave», said Ali Haddad.", ("direct", "Ali Haddad", "said", "We leave")),
        (
            "Maria Reza: “We will not leave the valley.”",
            ("direct", "Maria Reza", ":", "We will not leave the valley"),
        ),
        (
            "“I know,” she said, “what they want.”",
            ("direct", "she", "said", "I know | what they want"),
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


def test_who_is_cited_stands_behind_who_reports(rows: Rows, said: Callable[[str], list[Attribution]]) -> None:
    text = "The agency, citing two police officials, reported that the suspect had fled."
    expected = [
        ("indirect", "The agency", "reported", "the suspect had fled"),
        ("indirect", "two police officials", "citing", "the suspect had fled"),
    ]
    assert expected == rows(text)
    parents = [None, "a1"]
    assert parents == [one.parent for one in said(text)]


def test_a_speaker_goes_on_in_a_participle(rows: Rows) -> None:
    found = rows("The bloc said the raid failed, urging both sides to stop.")
    expected = [
        ("indirect", "The bloc", "said", "the raid failed"),
        ("indirect", "The bloc", "urging", "both sides to stop"),
    ]
    assert expected == found


def test_a_left_out_sentence_is_not_read(parse_text: ParseText, cues: CueLexicon) -> None:
    document, parse = parse_text("Residents said rebels left.")
    out = tuple(msgspec.structs.replace(sentence, left_out=True) for sentence in parse.sentences)
    assert not find_attributions(document, msgspec.structs.replace(parse, sentences=out), cues)


def test_the_attributions_of_a_tagger_are_the_outermost(parse_text: ParseText, cues: CueLexicon) -> None:
    text = "The spokesman said that witnesses claimed the convoy was attacked."
    document, parse = parse_text(text)
    tagged = Attribution("x", "indirect", (Span(0, 13),), (Span(14, 18),), (Span(24, 65),), confidence=0.8)
    found = find_attributions(document, parse, cues, tagged=[tagged])
    expected = [("a1", None, 0.8, "says"), ("a2", "a1", found[1].confidence, "claims")]
    assert expected == [(one.id, one.parent, one.confidence, one.cue_class) for one in found]


def test_a_label_of_the_tagger_makes_a_cue_surer(parse_text: ParseText, cues: CueLexicon) -> None:
    text = "Residents said rebels left."
    document, parse = parse_text(text)
    tags = Tags(model="test", roles=(Tag(Span(10, 14), "cue", 0.95),))
    alone, together = (find_attributions(document, parse, cues, one)[0].confidence for one in (None, tags))
    assert alone < together


def test_who_gives_a_number_tells_it(rows: Callable[[str], list[Row]]) -> None:
    assert ("indirect", "Activists", "gave", "a lower toll of nine dead") in rows(
        "Activists gave a lower toll of nine dead."
    )
    assert ("indirect", "The mayor", "put", "the number of dead at nine") in rows(
        "The mayor put the number of dead at nine."
    )
    assert [] == rows("The mayor gave a concert of nine songs.")
    assert [] == rows("The deficit put that number in context.")
