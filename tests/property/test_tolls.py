"""What is always true of tolls, whatever the numbers."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.coding.losses import Loss
from sayso.coding.tolls import FEW, Bearer, shared_out, toll_of
from sayso.coding.totals import HARMS
from sayso.model import Count, Parse, Token

EMPTY = Parse("", (), (), (), ())
harms = st.sampled_from(HARMS)
counts = st.tuples(st.integers(0, 500), st.integers(0, 500) | st.none()).map(
    lambda ends: Count(ends[0], None if ends[1] is None else ends[0] + ends[1])
)


def word(i: int) -> Token:
    return Token(i, i, i + 1, "killed", "kill", "VERB", "VBN", "ROOT", i, "", 0)


# Sixty-one roots: the syntax ties none to another.
APART = Parse("", tuple(map(word, range(61))), (), (), ((),) * 61)

losses = st.builds(
    lambda harm, i, count, total: Loss(harm, word(i), count, (), total),
    harms,
    st.integers(0, 60),
    counts,
    st.booleans(),
)
bearers = st.lists(
    st.builds(Bearer, st.integers(0, 60), st.lists(harms, unique=True).map(tuple)), unique_by=lambda one: one.i
).map(lambda some: sorted(some, key=lambda one: one.i))


@given(bearers, st.lists(losses))
def test_every_number_goes_to_one_event_at_most_and_only_to_one_that_can_have_it(
    bearing: list[Bearer], found: list[Loss]
) -> None:
    given_out = shared_out(bearing, found, APART)
    able = {one.i: one.harms for one in bearing}
    assert sum(map(len, given_out.values())) <= len(found)
    assert all(one.harm in able[i] for i, some in given_out.items() for one in some)


@given(st.lists(losses, min_size=1))
def test_a_running_total_changes_nothing_where_another_number_is_told(found: list[Loss]) -> None:
    plain = [one for one in found if not one.total]
    some = {one.harm for one in plain if one.count.high is None and (one.count.low or 0) <= FEW}
    told = {one.harm for one in plain} - some  # "several" is hardly a number
    with_totals, without = toll_of(found, EMPTY), toll_of(plain, EMPTY)
    assert all(getattr(with_totals, harm) == getattr(without, harm) for harm in told)


@given(st.lists(losses, min_size=1))
def test_the_low_end_of_a_toll_is_never_above_its_high_end(found: list[Loss]) -> None:
    toll = toll_of(found, EMPTY)
    for harm in HARMS:
        count = getattr(toll, harm)
        assert count is None or count.high is None or count.low <= count.high
