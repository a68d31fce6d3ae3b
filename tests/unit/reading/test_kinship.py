"""Near duplicates: signatures find them, counting decides, credit tells which came first."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import samples as made
from sayso.model import Document
from sayso.reading import document_of
from sayso.reading.credits import Credit, agencies_in, credit_of
from sayso.reading.kinship import Kin, kin_of
from sayso.reading.likeness import estimated, likeness, shingles_of, signature_of

WORDS = [f"{first}{last}" for first in ("har", "fer", "cap", "bak") for last in ("bour", "ries", "tain", "ers", "en")]


def akin(one: Document, other: Document) -> Kin | None:
    shingles = shingles_of(one), shingles_of(other)
    fewer = min(len(each) for each in shingles)
    return kin_of(one, other, likeness(*shingles), fewer, (credit_of(one), credit_of(other)))


def long_text(seed: int, words: int = 200) -> str:
    noise = random.Random(seed)
    return "The " + " ".join(noise.choices(WORDS, k=words)) + "."


def test_what_stands_around_the_report_does_not_count() -> None:
    plain = document_of(made.STORY)
    framed = document_of(f"PORT CALLAN, Oct. 2 (Reuters) — {made.STORY} —Reuters")
    assert shingles_of(plain) == shingles_of(framed)


def test_a_shortened_copy_in_a_long_text_is_found() -> None:
    whole = long_text(1)
    found = akin(
        document_of(whole, publisher="Post", date="2015-10-02"),
        document_of(" ".join(whole.split()[:90]), publisher="Echo", date="2015-10-03"),
    )
    assert found is not None
    assert (found.kind, found.score) == ("copy", 1.0)
    assert "of the shorter one's" in found.because


def test_two_reports_of_one_happening_are_not_akin() -> None:
    other = made.STORY.replace("collided in the fog", "ran into each other in mist").replace("said that", "told us")
    assert akin(document_of(long_text(1)), document_of(long_text(2))) is None
    assert akin(document_of(made.OTHER), document_of(other)) is None


def test_the_outlet_is_told_by_the_host_where_no_publisher_is_named() -> None:
    one = document_of(made.STORY, url="https://www.post.example/1")
    two = document_of(f"{made.STORY} She added nothing.", url="https://post.example/2")
    found = akin(one, two)
    assert found is not None
    assert found.kind == "version"


@pytest.mark.parametrize(
    ("words", "agencies"),
    [("with Reuters", {"reuters"}), ("AP, AFP", {"ap", "afp"}), ("The Callan Post", set()), ("GRAPES", set())],
)
def test_agencies_are_found_in_credit_lines(words: str, agencies: set[str]) -> None:
    assert agencies_in(words) == agencies


def test_a_credit_is_kept_with_where_the_text_says_so() -> None:
    document = document_of(f"{made.STORY} —Reuters")
    credit = credit_of(document, "with AFP")
    assert credit.agencies == {"reuters", "afp"}
    assert [span.words(document.text) for span in credit.evidence] == ["—Reuters"]
    assert credit_of(document_of(made.OTHER)) == Credit()


@settings(max_examples=30)
@given(st.integers(0, 100), st.integers(0, 190), st.integers(0, 190), st.sampled_from(["Post", "Reuters", None]))
def test_kinship_does_not_depend_on_which_is_named_first(
    seed: int, start: int, end: int, publisher: str | None
) -> None:
    words = long_text(seed).split()
    cut = [*words[: min(start, end)], "inserted", *words[max(start, end) :]]
    one = document_of(" ".join(words), publisher=publisher, date="2015-10-02")
    other = document_of(" ".join(cut) + " —Reuters", publisher="Echo", date="2015-10-02")
    assert akin(one, other) == akin(other, one)


@settings(max_examples=30)
@given(st.integers(0, 100), st.integers(0, 200))
def test_signatures_let_expect_what_is_counted(seed: int, kept: int) -> None:
    words = long_text(seed).split()
    one = frozenset(" ".join(words[at : at + 5]) for at in range(len(words) - 4))
    other = frozenset(sorted(one)[:kept]) | {f"something else {number}" for number in range(30)}
    signatures = signature_of(one), signature_of(other)
    assert signatures[0] is not None
    assert signatures[1] is not None
    assert estimated(signatures[0].data, signatures[1].data) == pytest.approx(likeness(one, other).jaccard, abs=0.25)
    assert signature_of(sorted(one, reverse=True)) == signatures[0]


def test_a_text_of_a_few_words_has_no_signature() -> None:
    assert signature_of(shingles_of(document_of("Two ferries collided in the fog."))) is None
