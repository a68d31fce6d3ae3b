"""find_times: extents, values, EDTF and anchors."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from sayso.dating import find_times
from sayso.model import Document, Parse, TimeExpression

ParseText = Callable[..., tuple[Document, Parse]]

HISTORY = (
    "The revolt of 1831 began in the hills. In March 1832 the rebels took the first fort. By June they held the valley, "
    "and two months later the governor fled. In January the army came back with 4,000 men. The siege of 1833 lasted seven "
    "months. On 4 October 1833 the town fell. The former governor was shot the next day. The treaty of 1834 ended the war; "
    "the exiles returned in 1841."
)


@pytest.fixture
def times(parse_text: ParseText) -> Callable[..., dict[str, TimeExpression]]:
    """A text and its date -> its expressions by their words."""

    def find(text: str, date: str | None = None) -> dict[str, TimeExpression]:
        document, parse = parse_text(text, date)
        return {time.span.words(document.text): time for time in find_times(document, parse)}

    return find


Times = Callable[..., dict[str, TimeExpression]]


def test_a_weekday_told_as_past_is_the_last_one(times: Times) -> None:
    assert times("Guards opened fire on Wednesday.", "2015-10-02")["Wednesday"].value == "2015-09-30"


def test_a_weekday_told_as_future_is_the_next_one(times: Times) -> None:
    assert times("The envoys will meet on Wednesday.", "2015-10-02")["Wednesday"].value == "2015-10-07"


def test_what_began_on_a_day_is_an_open_interval(times: Times) -> None:
    assert times("Raids beginning Wednesday hit the coast.", "2015-10-02")["Wednesday"].edtf == "2015-09-30/.."


def test_since_is_no_part_of_the_expression_and_opens_its_interval(times: Times) -> None:
    assert times("Shops have been shut since yesterday.", "2015-10-02")["yesterday"].edtf == "2015-10-01/.."


def test_an_open_interval_never_begins_with_a_quarter_or_a_decade(times: Times) -> None:
    found = times("Sales have been weak since the second quarter of 1989, and prices since the 1950s.", "1990-02-02")
    assert [time.edtf for time in found.values()] == ["1989-04/..", "1950/.."]


def test_both_ends_of_a_range_carry_the_whole_range(times: Times) -> None:
    found = times("They were at war from 1980 to 1988.", "2015-10-02")
    assert [found[year].edtf for year in ("1980", "1988")] == ["1980/1988", "1980/1988"]


def test_without_a_publication_date_relative_expressions_stay_relative(times: Times) -> None:
    found = times("On Friday the mayor fled. Last month he had been shot at. In June he was elected.")
    assert {(time.value, time.edtf) for time in found.values()} == {
        ("XXXX-WXX-5", None),
        ("XXXX-XX", None),
        ("XXXX-06", None),
    }


def test_a_year_of_history_never_dates_a_month_of_undated_news(times: Times) -> None:
    assert times("The land has been held since 1967. On June 25 two men were shot.")["June 25"].edtf is None


def test_a_month_of_a_history_follows_the_date_told_last(times: Times) -> None:
    found = times(HISTORY, "2009-12-19")
    assert (found["June"].value, found["June"].anchor) == ("1832-06", "narrative")


def test_a_history_goes_forward_over_the_turn_of_the_year(times: Times) -> None:
    assert times(HISTORY, "2009-12-19")["January"].value == "1833-01"


def test_the_next_day_of_a_history_follows_its_last_day(times: Times) -> None:
    assert times(HISTORY, "2009-12-19")["the next day"].value == "1833-10-05"


def test_former_is_marked_in_histories_and_not_in_news(times: Times) -> None:
    assert "former" in times(HISTORY, "2009-12-19")
    assert "former" not in times("The former mayor spoke on Friday.", "2015-10-02")


def test_soon_is_marked_in_news_and_not_in_histories(times: Times) -> None:
    assert "soon" not in times(HISTORY.replace("the governor fled", "the governor soon fled"), "2009-12-19")
    assert "soon" in times("Talks will resume soon.", "2015-10-02")


def test_the_year_of_a_name_does_not_move_a_history(times: Times) -> None:
    told = "On 3 June 1833 the Club of Arbin passed the Charter of 1831. On 5 July the mayor was tried."
    assert times(f"{HISTORY} {told}", "2009-12-19")["5 July"].value == "1833-07-05"


def test_a_clock_time_takes_the_day_that_follows_it(times: Times) -> None:
    found = times("The parade starts at 3 p.m. on Saturday.", "2013-03-20")
    assert found["3 p.m."].value == "2013-03-23T15:00"


def test_a_time_zone_is_kept_in_the_value(times: Times) -> None:
    assert times("The launch is at 6:30 p.m. EST.", "2013-03-20")["6:30 p.m. EST"].value == "2013-03-20T18:30-05"


def test_length_of_what_still_goes_on_is_an_open_interval(times: Times) -> None:
    found = times("The school has been closed for two months.", "2016-11-21")
    assert (found["two months"].value, found["two months"].edtf) == ("P2M", "2016-09~/..")


def test_years_before_christ(times: Times) -> None:
    text = (
        "In 431 BC war broke out. In 430 BC a plague came. By 425 BC the fort had fallen. The truce of 423 BC failed. "
    )
    found = times(f"{text}In 415 BC the fleet sailed, and in the spring of 414 BC the siege began.")
    assert (found["431 BC"].value, found["431 BC"].edtf) == ("BC0431", "-0430")
    assert found["the spring of 414 BC"].value == "BC0414-SP"


def test_a_wish_is_no_month(times: Times) -> None:
    assert times("May his soul rest in peace, the minister said.", "2019-12-01") == {}


def test_years_later_go_on_from_a_year_that_was_only_told_in_passing(times: Times) -> None:
    found = times("On Friday she resigned. In 1992 she first ran. Four years later she won a seat.", "2020-10-05")
    assert found["Four years later"].value == "1996"


def test_years_later_never_lead_past_the_day_of_publication(times: Times) -> None:
    found = times("In 1992 she ran. She said on Friday that four years later nobody cared.", "2020-10-05")
    assert found["four years later"].value == "1996"


def test_a_surname_is_no_month(times: Times) -> None:
    assert times("Minister Theresa May left.", "2018-05-05") == {}


def test_a_weekday_with_a_lost_apostrophe_is_a_day(times: Times) -> None:
    assert times("Police blamed the cell for Tuesdays attack.", "2017-04-06")["Tuesdays"].value == "2017-04-04"


@pytest.mark.parametrize(
    "text",
    ["", "\x00\x07 Monday\x1f", "“Friday ( [ '" * 200, "5 May " * 1500, "\n\n\n", "30 February 2011 and 99:99 p.m."],
)
def test_odd_input_never_fails(times: Times, text: str) -> None:
    times(text, "2015-10-02")


def test_a_day_that_no_calendar_has_gets_no_edtf(times: Times) -> None:
    assert times("It is dated 30 February 2011.", "2015-10-02")["30 February 2011"].edtf is None


def test_expressions_stand_in_order_and_never_overlap(parse_text: ParseText) -> None:
    document, parse = parse_text(HISTORY, "2009-12-19")
    spans = [time.span for time in find_times(document, parse)]
    assert all(one.end <= two.start for one, two in pairwise(spans))
