"""Days as sources write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadDate
from sayso.reading.dates import day_of


@pytest.mark.parametrize(
    "written",
    [
        "2015-10-02", "2015-10-02T23:40:00-04:00", "2015-10-02 23:40:00.123Z", "20151002T234000Z", "2015/10/02",
        "Fri, 02 Oct 2015 23:10:00 -0400", "2 October 2015", "October 2, 2015", "Oct. 2, 2015", " 2 Oct 2015 ",
        "Friday, October 2, 2015",
    ],
)  # fmt: skip
def test_what_cannot_be_misread_is_the_day_that_was_written(written: str) -> None:
    assert day_of(written) == "2015-10-02"


@pytest.mark.parametrize("written", ["02/10/2015", "2.10.15", "yesterday", "2015-13-01", "2015-02-30", "2015", "15th"])
def test_what_can_be_misread_is_refused(written: str) -> None:
    with pytest.raises(BadDate):
        day_of(written)


@pytest.mark.parametrize("nothing", [None, "", "   "])
def test_nothing_is_no_day(nothing: str | None) -> None:
    assert day_of(nothing) is None


def test_a_form_that_is_named_is_followed() -> None:
    assert day_of("02/10/2015", "%d/%m/%Y") == "2015-10-02"
    with pytest.raises(BadDate):
        day_of("2015-10-02", "%d/%m/%Y")


@given(st.dates(dt.date(1000, 1, 1)))
def test_every_day_comes_back_as_it_was(day: dt.date) -> None:
    assert day_of(day.isoformat()) == day.isoformat()


@given(st.text(max_size=40))
def test_no_words_make_it_fail_otherwise(words: str) -> None:
    try:
        found = day_of(words)
    except BadDate:
        return
    assert found is None or dt.date.fromisoformat(found)
