import pytest

from sayso.errors import BadSpan
from sayso.model import Span, cover, covered


def test_a_span_slices_to_its_words() -> None:
    assert Span(4, 8).words("The army left.") == "army"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2)])
def test_a_span_that_holds_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadSpan, match="not a span"):
        Span(start, end)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 6))
    assert Span(0, 5).overlaps(Span(4, 6))


def test_distance_counts_the_characters_between() -> None:
    assert Span(0, 4).distance(Span(7, 9)) == Span(7, 9).distance(Span(0, 4)) == 3
    assert Span(0, 4).distance(Span(2, 9)) == 0


def test_cover_spans_from_the_first_to_the_last() -> None:
    assert cover([Span(7, 9), Span(2, 4)]) == Span(2, 9)


def test_a_span_is_covered_only_as_a_whole() -> None:
    assert covered(Span(2, 4), [Span(0, 1), Span(1, 5)])
    assert not covered(Span(2, 6), [Span(0, 3), Span(3, 6)])
