"""From a text and what the caller knows of it to a Document."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadDate, TextTooLong
from sayso.model import Published
from sayso.reading import document_of

TEXT = "HAVANA, Oct. 2 (UPI) — Two ships collided, and the harbour was closed, the port authority said.\n\nShare\n"


def test_the_text_is_kept_to_the_character() -> None:
    odd = "\ufeff  He said:\r\n“It’s\u200b over\x07.”\u2028\tÂ© \n"
    assert document_of(odd).text == odd


def test_the_id_is_the_hash_of_the_text() -> None:
    assert document_of(TEXT).id == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_given_date_is_given() -> None:
    assert document_of(TEXT, date="2015-10-02").published == Published("2015-10-02", "given")


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_no_date_is_unknown(nothing: str | None) -> None:
    assert document_of(TEXT, date=nothing).published == Published()


@pytest.mark.parametrize(
    "wrong", ["2015", "2015-10", "2 October 2015", "2015-02-30", "2015-13-01", "0000-01-01", "20151002"]
)
def test_a_date_that_is_no_day_is_refused_with_advice(wrong: str) -> None:
    with pytest.raises(BadDate, match="write it as YYYY-MM-DD") as error:
        document_of(TEXT, date=wrong)
    assert error.value.given == wrong


def test_a_text_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(TextTooLong, match="20,000,000 characters and the limit is 2,000,000"):
        document_of("x" * 20_000_000, limit=2_000_000)


def test_what_the_caller_knows_is_kept() -> None:
    document = document_of(TEXT, doc="d1", title="Collision", publisher="Example Post", url="https://example.org/1")
    assert (document.doc, document.title, document.publisher, document.url) == (
        "d1", "Collision", "Example Post", "https://example.org/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "\x00\x01", "“", '"' * 3000, "(" * 3000, "-" * 3000, "A " * 9000, "\ud800 lone", "A" * 50_000],
)
def test_odd_texts_are_documents_too(text: str) -> None:
    assert document_of(text, title="A title of five words").text == text


@given(st.text(max_size=400), st.none() | st.text(max_size=60))
def test_whatever_the_text_every_span_lies_in_it(text: str, title: str | None) -> None:
    document = document_of(text, title=title)
    spans = [left.span for left in document.left_out]
    if document.dateline is not None:
        spans.append(document.dateline.span)
    assert all(span.end <= len(text) for span in spans)


def test_reading_takes_time_in_proportion_to_the_text() -> None:
    paragraph = "Two ships collided near the harbour (which is old) and it was closed, the port authority said. "
    assert document_of(paragraph * 20_000).left_out == ()


def test_a_headline_that_runs_into_a_stamp_is_none_of_the_report() -> None:
    text = "Rebels take the ford at dawn AFP Monday 18 Aug 2014 Rebels took the ford on Monday, a monitor said."
    document = document_of(text)
    assert document.dateline is not None
    assert document.dateline.date is not None
    assert document.dateline.date.words(text) == "Monday 18 Aug 2014"
    assert [one.span.words(text) for one in document.left_out] == ["Rebels take the ford at dawn"]


def test_an_agency_within_a_sentence_is_no_stamp() -> None:
    text = "The mayor told AFP Monday 18 Aug 2014 was the day on which the ford fell."
    assert document_of(text).left_out == ()
