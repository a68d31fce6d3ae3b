"""infer_publication: read, inferred or unknown, and never made up."""

from collections.abc import Callable

from msgspec.structs import replace

from sayso.dating import infer_publication
from sayso.dating.publication import latest_weekday
from sayso.model import Dateline, Document, Parse, Published, Span
from sayso.parsing import Parser
from sayso.reading import document_of

ParseText = Callable[..., tuple[Document, Parse]]

REPORT = "GENEVA, March 5 (NNA) — Three envoys met on Thursday. They had quarrelled on Tuesday and Wednesday."


def infer(
    parser: Parser,
    text: str,
    known_years: tuple[tuple[str, int | None, int | None], ...] = (),
    date: str | None = None,
) -> Published:
    document = document_of(text, date=date)
    if "—" in text:
        end = text.index("—") + 1
        comma = text.index(",")
        inner = Span(comma + 2, text.index(" (") if " (" in text[:end] else end - 2)
        document = replace(document, dateline=Dateline(Span(0, end), Span(0, comma), inner))
    return infer_publication(document, parser.parse(document), known_years, 1990, 2030)


def test_a_given_date_is_kept(parser: Parser) -> None:
    assert infer(parser, REPORT, date="2009-03-05") == Published("2009-03-05", "given")


PRINTED = "Tuesday 14 July 2015\n\nThe council met in the old town hall. Its members had quarrelled for a week.\n"


def test_a_day_that_the_article_prints_is_believed_before_another_that_came_with_it(parser: Parser) -> None:
    found = infer(parser, PRINTED, date="2015-12-07")
    assert (found.edtf, found.how, found.date) == ("2015-07-14", "read", "2015-07-14")
    assert [(one.edtf, one.because) for one in found.candidates] == [
        ("2015-12-07", "given with the article, which prints 2015-07-14")
    ]
    assert [span.words(PRINTED) for span in found.evidence] == ["Tuesday 14 July 2015"]


def test_a_given_date_stands_beside_the_night_before_and_a_later_update(parser: Parser) -> None:
    assert infer(parser, PRINTED, date="2015-07-15") == Published("2015-07-15", "given")
    updated = PRINTED.replace("Tuesday", "Last updated on")
    assert infer(parser, updated, date="2015-07-01") == Published("2015-07-01", "given")
    assert infer(parser, updated, date="2015-09-01").edtf == "2015-07-14"


def test_a_stamp_that_is_left_out_of_the_report_is_read(parser: Parser) -> None:
    text = "Last updated at Jul 012016 BEIRUT Two convoys left the town on Thursday. They had waited for a week."
    assert infer(parser, text, date="2016-08-19").edtf == "2016-07-01"
    assert infer(parser, text).edtf == "2016-07-01"


def test_the_latest_weekday_narrows_the_years_of_a_dateline(parser: Parser) -> None:
    found = infer(parser, REPORT)
    assert (found.how, found.edtf) == (
        "inferred",
        "[1992-03-05,1998-03-05,2009-03-05,2015-03-05,2020-03-05,2026-03-05]",
    )


def test_candidates_have_scores_that_sum_to_one_and_say_why(parser: Parser) -> None:
    candidates = infer(parser, REPORT).candidates
    assert abs(sum(candidate.score for candidate in candidates) - 1) < 0.001
    assert candidates[0].because == "the latest day that the text names is Thursday, and 1992-03-05 is a Thursday"


def test_names_of_known_years_narrow_the_candidates(parser: Parser) -> None:
    found = infer(parser, REPORT, (("Northern League", 2003, None), ("Minister Holm", None, 2012)))
    assert found.edtf == "2009-03-05"
    assert found.date is None


def test_a_full_date_told_as_past_leaves_no_earlier_year(parser: Parser) -> None:
    found = infer(parser, f"{REPORT} The envoys first met in June 2013.")
    assert found.edtf == "[2015-03-05,2020-03-05,2026-03-05]"
    assert found.candidates[0].edtf == "2015-03-05"


def test_a_planned_year_leaves_earlier_years_standing(parser: Parser) -> None:
    found = infer(parser, f"{REPORT} The dam will be finished in 2019.")
    assert found.edtf == "[1992-03-05,1998-03-05,2009-03-05,2015-03-05,2020-03-05,2026-03-05]"


def test_a_full_date_in_the_dateline_is_read(parser: Parser) -> None:
    found = infer(parser, "QUITO, May 7, 2011 (NNA) — A bridge fell.")
    assert (found.edtf, found.how) == ("2011-05-07", "read")


def test_a_date_on_a_line_of_its_own_is_read(parser: Parser) -> None:
    found = infer(parser, "Bridge falls\nPublished: 7 May 2011\nA bridge fell in the old town.")
    assert (found.edtf, found.how) == ("2011-05-07", "read")


def test_a_date_within_a_sentence_is_not_taken_for_the_publication(parser: Parser) -> None:
    found = infer(parser, "A bridge fell.\nIt was built on 7 May 1951 by the army.")
    assert (found.edtf, found.how) == (None, "unknown")


def test_weekdays_without_a_dateline_infer_nothing(parser: Parser) -> None:
    assert infer(parser, "A bridge fell on Friday.") == Published()


def test_no_candidate_within_the_bounds_is_unknown(parser: Parser) -> None:
    document = document_of("OSLO, May 1 — A bridge fell.")
    document = replace(document, dateline=Dateline(Span(0, 13), Span(0, 4), Span(6, 11)))
    assert infer_publication(document, parser.parse(document), (), 2000, 1999).how == "unknown"


def test_the_latest_of_several_weekdays_lies_closest_after_the_others() -> None:
    assert latest_weekday([3, 5, 4, 5]) == 5
    assert latest_weekday([7, 1]) == 1
    assert latest_weekday([]) is None


def test_a_date_that_the_report_calls_today_or_yesterday_is_read(parser: Parser) -> None:
    today = infer(parser, "The court today (July 28, 2011) let a trader go. He had been held for two years.")
    yesterday = infer(parser, "Police held a trader yesterday, 31 July 2011, over a theft.")
    assert (today.edtf, today.how) == ("2011-07-28", "read")
    assert (yesterday.edtf, yesterday.how) == ("2011-08-01", "read")


def test_a_date_beside_other_words_is_not_called_today(parser: Parser) -> None:
    assert infer(parser, "Today the dam is dry. On May 4, 2011 it was full.").edtf is None
