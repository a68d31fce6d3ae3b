"""Days without a year in texts of unknown date: the year that the text itself tells, or none."""

import pytest

from sayso.dating import find_times
from sayso.parsing import Parser
from sayso.reading import document_of


def dated(parser: Parser, text: str, words: str, date: str | None = None) -> str | None:
    document = document_of(text, date=date)
    times = find_times(document, parser.parse(document))
    return next(one.edtf for one in times if one.span.words(text) == words)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Police seized the clerk on May 9. The judge had set May 9, 2016 for the hearing.", "May 9", "2016-05-09"),
        ("Rebels took the ford on 28 December 2011. They lost it on 3 January.", "3 January", "2012-01-03"),
        ("The envoys met on 4 June 2013. They had agreed on 30 May to talk.", "30 May", "2013-05-30"),
        ("The mayors met on Tuesday, 26 July. The accord was signed in 2015.", "Tuesday, 26 July", "2016-07-26"),
        ("The mayors met on Sunday, 20 March. The dam was built in 1979.", "Sunday, 20 March", None),
        ("Rebels took the ford on 2 March 2011. They held it until 9 December.", "9 December", None),
        ("Rebels took the ford on 2 March. They lost it on 3 May.", "3 May", None),
    ],
)
def test_the_text_tells_the_year_of_a_day_or_it_stays_open(
    parser: Parser, text: str, words: str, edtf: str | None
) -> None:
    assert dated(parser, text, words) == edtf


def test_a_day_that_two_years_are_printed_with_is_of_the_one_told_shortly_before(parser: Parser) -> None:
    text = "Shells fell on 1 May 2014. Shells fell on 1 May 2015. On 1 May the port was shut."
    assert dated(parser, text, "1 May") == "2015-05-01"


def test_where_the_publication_is_known_it_decides(parser: Parser) -> None:
    text = "Rebels took the ford on 28 December 2011. They lost it on 3 January."
    assert dated(parser, text, "3 January", date="2016-02-01") == "2016-01-03"
