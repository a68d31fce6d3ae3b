"""Moments, numbers and named days."""

from datetime import date, timedelta

import pytest

from sayso.dating.calendars import easter, islamic_day, nth_weekday, orthodox_easter, rosh_hashanah
from sayso.dating.moment import Moment, add_days, add_months, moment_of, quarter_of, season_of, shift
from sayso.dating.named import day_in
from sayso.dating.numbers import number_of, year_of


@pytest.mark.parametrize(
    ("moment", "value", "edtf"),
    [
        (moment_of("day", date(2015, 10, 2)), "2015-10-02", "2015-10-02"),
        (moment_of("week", date(2015, 10, 2)), "2015-W40", "2015-09-28/2015-10-04"),
        (moment_of("weekend", date(2015, 10, 2)), "2015-W40-WE", "2015-10-03/2015-10-04"),
        (moment_of("month", date(2015, 10, 2)), "2015-10", "2015-10"),
        (quarter_of(2015, 4), "2015-Q4", "2015-36"),
        (moment_of("half", date(2015, 10, 2)), "2015-H2", "2015-41"),
        (season_of(2015, 4), "2015-WI", "2015-24"),
        (moment_of("decade", date(2015, 10, 2)), "201", "201X"),
        (moment_of("century", date(2015, 10, 2)), "20", "20XX"),
    ],
)
def test_a_moment_has_its_timex_value_and_edtf(moment: Moment, value: str, edtf: str) -> None:
    assert (moment.value, moment.edtf) == (value, edtf)


def test_a_month_before_the_last_of_march_is_the_last_of_february() -> None:
    assert add_months(date(2012, 3, 31), -1) == date(2012, 2, 29)


def test_steps_stay_inside_the_calendar() -> None:
    assert add_days(date(9000, 1, 1), 10**7) == date(9900, 12, 31)
    assert add_months(date(101, 1, 1), -(10**6)).year == 100


def test_a_shift_of_a_season_is_the_same_season_of_another_year() -> None:
    assert shift(season_of(2015, 2), -1).value == "2014-SU"


@pytest.mark.parametrize(
    ("year", "day"), [(1916, date(1916, 4, 23)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31))]
)
def test_easter_sunday(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("year", "day"), [(2015, date(2015, 4, 12)), (2016, date(2016, 5, 1)), (2023, date(2023, 4, 16))]
)
def test_easter_of_the_eastern_churches(year: int, day: date) -> None:
    assert orthodox_easter(year) == day


@pytest.mark.parametrize(
    ("year", "day"),
    [(2015, date(2015, 9, 14)), (2016, date(2016, 10, 3)), (2020, date(2020, 9, 19)), (2024, date(2024, 10, 3))],
)
def test_the_hebrew_new_year_with_yom_kippur_and_passover(year: int, day: date) -> None:
    assert rosh_hashanah(year) == day
    assert day_in("rosh+9", year) == day + timedelta(9)
    assert day_in("rosh-163", year) == day - timedelta(163)


@pytest.mark.parametrize(
    ("year", "month", "day", "seen"),
    [(2017, 12, 10, date(2017, 9, 1)), (2018, 10, 1, date(2018, 6, 15)), (2020, 10, 1, date(2020, 5, 24))],
)
def test_a_feast_of_the_islamic_calendar_is_at_most_a_day_off(year: int, month: int, day: int, seen: date) -> None:
    found = islamic_day(year, month, day)
    assert found is not None
    assert abs((found - seen).days) <= 1


def test_a_fifth_monday_that_a_month_lacks_lies_in_the_next() -> None:
    assert nth_weekday(2018, 5, 7, -1) == date(2018, 5, 27)
    assert nth_weekday(2018, 6, 1, 5) == date(2018, 7, 2)


def test_thanksgiving_and_memorial_day() -> None:
    assert (day_in("11:4:4", 2012), day_in("5:1:-1", 2013)) == (date(2012, 11, 22), date(2013, 5, 27))


@pytest.mark.parametrize(
    ("words", "number"), [("twenty - five", 25), ("two hundred", 200), ("1,500", 1500), ("half a", 0.5), ("of", None)]
)
def test_numbers_in_words_and_figures(words: str, number: float | None) -> None:
    assert number_of(words.split()) == number


def test_two_figures_of_a_year_are_of_the_last_hundred_years() -> None:
    assert [year_of(word) for word in ("'89", "15", "1990")] == [1989, 2015, 1990]
