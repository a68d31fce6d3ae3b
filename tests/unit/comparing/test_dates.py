from datetime import date

import pytest

from sayso.comparing.dates import Days, days_of


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2015-10-02", "2015-10-02", "2015-10-02"),
        ("2015-10", "2015-10-01", "2015-10-31"),
        ("2016-02~", "2016-02-01", "2016-02-29"),
        ("2015", "2015-01-01", "2015-12-31"),
        ("2015-10-01/2015-10-03", "2015-10-01", "2015-10-03"),
        ("2015-10-01/..", "2015-10-01", None),
        ("../2015-10-03", None, "2015-10-03"),
        ("[2009-10-02,2015-10-02]", "2009-10-02", "2015-10-02"),
        ("2015-10-02T14:30", "2015-10-02", "2015-10-02"),
    ],
)
def test_an_edtf_date_spans_its_days(edtf: str, first: str | None, last: str | None) -> None:
    assert days_of(edtf) == Days(day(first) if first else None, day(last) if last else None)


@pytest.mark.parametrize("edtf", [None, "", "soon", "2015-13-01", "2015-02-30", "2015-21", "x/y", "PXD"])
def test_what_is_no_date_has_no_days(edtf: str | None) -> None:
    assert days_of(edtf) is None


def test_an_open_end_reaches_as_far_as_need_be() -> None:
    since = days_of("2015-10-01/..")
    later, before = days_of("2019"), days_of("2014")
    assert since is not None
    assert later is not None
    assert before is not None
    assert since.meets(later)
    assert not since.meets(before)
    assert since.length is None
    assert before.length == 365
