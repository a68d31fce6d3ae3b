"""One event told several times."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.coding.presenting import steadied
from sayso.model import Attribution, Event, Span

Code = Callable[..., dict[str, Event]]
SHARES = st.lists(st.floats(0.0, 1.0), min_size=7, max_size=7)


def test_what_is_told_again_as_known_is_presented_as_it_was_told_elsewhere(code: Code) -> None:
    again = "Officials of both sides described the meeting as a chance for peace."
    before = "The two presidents will meet in the capital next week. The presidents plan to meet for two days. "
    assert code(before + again, (described(before + again),))["meeting"].factuality == "planned"
    assert code(again, (described(again),))["meeting"].factuality == "happened"


def described(text: str) -> Attribution:
    source, cue, content = (
        Span(text.index(words), text.index(words) + len(words))
        for words in ("Officials of both sides", "described", "the meeting as a chance for peace")
    )
    return Attribution("a1", "indirect", (source,), (cue,), (content,))


def test_what_is_told_of_another_event_counts_nothing(code: Code) -> None:
    text = "The two presidents will meet in the capital next week. The talks failed. Police dispersed the rally."
    assert code(text)["dispersed"].factuality == "happened"


@given(SHARES, st.integers(0, 6))
def test_others_that_are_sure_of_the_likeliest_value_leave_it_likeliest(own: list[float], likeliest: int) -> None:
    own[likeliest] = 1.0
    others = [float(n == likeliest) for n in range(7)]
    found = steadied(own, others)
    assert found[likeliest] == max(found)


def test_other_mentions_rule_nothing_out() -> None:
    assert steadied([1.0, 0.0], [0.0, 1.0])[0] == pytest.approx(0.02**0.6)
