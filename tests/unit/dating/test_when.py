"""when: one expression alone."""

import pytest

from sayso.dating import when


@pytest.mark.parametrize(
    ("expression", "value", "edtf"),
    [
        ("last Friday", "2015-09-25", "2015-09-25"),
        ("late 2014", "2014", "2014-10/2014-12"),
        ("the early 1990s", "199", "1990/1993"),
        ("the weekend", "2015-W39-WE", "2015-09-26/2015-09-27"),
        ("the third quarter of 1998", "1998-Q3", "1998-35"),
        ("three days ago", "2015-09-29", "2015-09-29"),
        ("a year and a half ago", "2014-04", "2014-04"),
        ("the past two weeks", "P2W", "2015-09-18/2015-10-02"),
        ("Easter 1916", "1916-04-23", "1916-04-23"),
        ("every other week", "P2W", None),
        ("the 18th century", "17", "17XX"),
        ("tonight", "2015-10-02TNI", "2015-10-02"),
    ],
)
def test_an_expression_is_counted_from_the_given_day(expression: str, value: str, edtf: str | None) -> None:
    (time,) = when(expression, "2015-10-02")
    assert (time.value, time.edtf) == (value, edtf)


def test_without_a_day_it_stays_relative() -> None:
    (time,) = when("last Friday")
    assert (time.value, time.edtf, time.anchor) == ("XXXX-WXX-5", None, "none")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a day"):
        when("last Friday", "yesterday")


def test_words_without_a_time_give_nothing() -> None:
    assert when("a quarter of the vote", "2015-10-02") == ()
