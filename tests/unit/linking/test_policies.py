"""Several accounts, one value, under a policy that the user names."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.policies import OTHER_NAMES, POLICY_NAMES, Policy, PolicyName, Told, choose, choose_count, origins
from sayso.model import Count

THREE_WIRES_ONE_MINISTRY = [
    Told(Count(9, 9), "wire", ("Wire",), ("2020-01-01", "a")),
    Told(Count(9, 9), "wire", ("Morning Post",), ("2020-01-01", "b")),
    Told(Count(9, 9), "wire", ("Evening Post",), ("2020-01-02", "c")),
    Told(Count(2, 2), "ministry", ("MINISTRY", "the ministry"), ("2020-01-02", "d")),
    Told(Count(2, 2), "army", ("ARMY",), ("2020-01-03", "e")),
    Told(Count(20, None), "rebels", ("REBELS",), ("2020-01-03", "f")),
]


@pytest.mark.parametrize(
    ("policy", "low", "best", "high"),
    [
        (Policy("lowest"), 2, 2, 20),
        (Policy("highest"), 2, 20, 20),
        (Policy("majority"), 2, 2, 20),
        (Policy("conservative"), 2, 2, 20),
        (Policy("informative"), 2, 2, 20),
        (Policy("representative"), 2, 2, 20),
        (Policy("ranking", ("REBELS", "ARMY")), 2, 20, 20),
        (Policy("ranking", ("Nobody", "morning post")), 2, 9, 20),
        (Policy("ranking", ("Nobody",)), 2, 2, 20),
    ],
)
def test_a_toll_has_a_low_a_best_and_a_high(policy: Policy, low: int, best: int, high: int) -> None:
    found = choose_count(THREE_WIRES_ONE_MINISTRY, policy)
    assert found is not None
    assert (low, best, high) == (found.low, found.best, found.high)


def test_three_outlets_that_print_one_wire_are_one_voice_in_a_majority() -> None:
    assert 4 == origins(THREE_WIRES_ONE_MINISTRY)
    found = choose_count(THREE_WIRES_ONE_MINISTRY[:5], Policy("majority"))
    assert found is not None
    assert 2 == found.best


def test_of_equally_many_origins_the_lower_number_is_taken() -> None:
    found = choose_count([Told(Count(7, 7), "a"), Told(Count(5, 5), "b")], Policy("majority"))
    assert found is not None
    assert 5 == found.best


def test_up_to_twelve_has_no_low() -> None:
    found = choose_count([Told(Count(None, 12), "a")], Policy("lowest"))
    assert found is not None
    assert (None, 12, 12) == (found.low, found.best, found.high)


@pytest.mark.parametrize(
    ("policy", "place"),
    [
        (Policy("lowest"), "the country"),
        (Policy("highest"), "the village"),
        (Policy("majority"), "the town"),
        (Policy("ranking", ("MAYOR",)), "the village"),
    ],
)
def test_a_place_is_chosen_by_how_specific_it_is_or_by_who_tells_it(policy: Policy, place: str) -> None:
    told = [
        Told("the country", "wire", ("Wire",), ("1",)),
        Told("the town", "police", ("POLICE",), ("2",)),
        Told("the town", "residents", (), ("3",)),
        Told("the village", "mayor", ("MAYOR",), ("4",)),
    ]
    assert place == choose(told, policy, lambda value: {"the country": 0, "the town": 1, "the village": 2}[value])


def test_the_informative_number_is_the_narrowest() -> None:
    found = choose_count(
        [Told(Count(3, None), "a"), Told(Count(3, None), "b"), Told(Count(9, 10), "c")], Policy("informative")
    )
    assert found is not None
    assert Count(9, 10) == found.chosen


@pytest.mark.parametrize(("name", "other"), OTHER_NAMES.items())
def test_two_names_of_one_policy_choose_the_same(name: PolicyName, other: PolicyName) -> None:
    assert choose_count(THREE_WIRES_ONE_MINISTRY, Policy(name)) == choose_count(THREE_WIRES_ONE_MINISTRY, Policy(other))


def test_of_equally_many_origins_the_value_told_first_is_taken() -> None:
    told = [Told("noon", "b", (), ("2020-01-02",)), Told("dawn", "a", (), ("2020-01-01",))]
    assert "dawn" == choose(told, Policy("majority"), lambda _: 0)


def test_what_nobody_tells_stays_untold() -> None:
    assert choose_count([], Policy("highest")) is None
    assert choose(list[Told[str]](), Policy("highest"), lambda _: 0) is None


def test_a_policy_tells_its_ranking() -> None:
    assert "ranking: UN > Wire" == Policy("ranking", ("UN", "Wire")).words
    assert "lowest" == Policy("lowest").words


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low = draw(st.none() | st.integers(0, 50))
    high = draw(st.integers(low or 0, 60)) if low is None else draw(st.none() | st.integers(low, 60))
    return Count(low, high)


@given(
    st.lists(st.builds(Told[Count], counts(), st.sampled_from("abc")), min_size=1, max_size=8),
    st.sampled_from(POLICY_NAMES),
    st.randoms(use_true_random=False),
)
def test_the_choice_is_one_that_was_told_and_no_matter_of_order(
    told: list[Told[Count]], name: PolicyName, random: Random
) -> None:
    policy = Policy(name, ("b",) if name == "ranking" else ())
    found = choose_count(told, policy)
    assert found is not None
    assert found.chosen in {one.value for one in told}
    assert found.best is not None
    assert found.high is not None
    assert (found.low or 0) <= found.best <= found.high or found.low is None
    shuffled = list(told)
    random.shuffle(shuffled)
    assert found == choose_count(shuffled, policy)
