"""The cue lexicon that ships with sayso."""

import pytest

from sayso.errors import BadResource
from sayso.resources.cues import CueLexicon, lexicon


@pytest.fixture(scope="module")
def cues() -> CueLexicon:
    return CueLexicon.open()


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", ("says", "certain", "neutral", "")),
        ("claim", ("claims", "certain", "doubts", "")),
        ("deny", ("denies", "against", "neutral", "denied")),
        ("urge", ("demands", "wants", "neutral", "demanded")),
        ("vow", ("promises", "intends", "neutral", "planned")),
        ("fear", ("fears", "possible", "neutral", "possible")),
        ("reveal", ("reveals", "certain", "accepts", "")),
    ],
)
def test_a_cue_knows_its_class_and_commitments(cues: CueLexicon, lemma: str, expected: tuple[str, ...]) -> None:
    cue = cues.of(lemma)
    assert cue is not None
    assert expected == (cue.cue_class, cue.holder_commitment, cue.article_commitment, cue.finite)


def test_the_lexicon_has_several_hundred_verbs(cues: CueLexicon) -> None:
    assert len(cues) > 900


def test_a_class_depends_on_the_construction(cues: CueLexicon) -> None:
    tell = cues.of("tell", "VERB")
    assert tell is not None
    expected = ("says", "orders")
    assert expected == (tell.class_in("that"), tell.class_in("obj+inf"))


def test_a_word_that_reports_nothing_is_no_cue(cues: CueLexicon) -> None:
    assert cues.of("table") is None


def test_a_rare_cue_has_the_figures_of_its_class(cues: CueLexicon) -> None:
    aver = cues.of("aver", "VERB")
    assert aver is not None
    assert cues.weight(aver, "that", sourced=True) > 0.5


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("say\tVERB\tsays\t-", "4 columns instead of 5"),
        ("say\tVERB\tsings\t-\t-", "no such class: sings"),
        ("say\tXYZ\tsays\t-\t-", "no part of speech: XYZ"),
        ("say\tVERB\tsays\t-\tthat=much", "not a construction with its share: that=much"),
    ],
)
def test_a_malformed_line_is_named(monkeypatch: pytest.MonkeyPatch, line: str, cause: str) -> None:
    read = lexicon._text
    monkeypatch.setattr(lexicon, "_text", lambda name: f"# head\n{line}\n" if name == "cues.tsv" else read(name))
    with pytest.raises(BadResource) as error:
        CueLexicon.open()
    assert (error.value.where, error.value.cause) == ("cues.tsv, line 2", cause)
