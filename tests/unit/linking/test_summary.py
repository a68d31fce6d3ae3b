"""What accounts come to under a policy."""

import pytest

from made.reports import ARBIN, SYRIA, report
from sayso.linking.policies import Policy
from sayso.linking.summary import summary
from sayso.model import Count

REPORTS = [
    report("a", place=SYRIA, killed=Count(5, None), sources=("Wire",)),
    report("b", killed=Count(9, 9), agents=("RUS",), holder="MEDICS", sources=("MEDICS",)),
    report("c", killed=Count(9, 12), holder="POLICE", sources=("POLICE", "the police")),
    report("d", killed=Count(40, 40), agents=("USA",), holder="REBELS", factuality="denied"),
]


@pytest.mark.parametrize(
    ("policy", "best", "place"),
    [
        (Policy("conservative"), 5, "Syria"),
        (Policy("informative"), 9, "Arbin"),
        (Policy("representative"), 5, "Arbin"),
        (Policy("ranking", ("The Police", "Wire")), 9, "Arbin"),
        (Policy("highest"), 12, "Arbin"),
    ],
)
def test_each_policy_chooses_its_value(policy: Policy, best: int, place: str) -> None:
    found = summary(REPORTS, policy)
    assert (policy.words, best, place) == (found.policy, found.tolls["killed"].best, found.fields["place"])
    assert (5, 12) == (found.tolls["killed"].low, found.tolls["killed"].high)


def test_what_is_denied_has_no_doer_and_no_toll() -> None:
    found = summary(REPORTS, Policy("representative"))
    assert "RUS" == found.fields["responsibility"]


def test_a_figure_that_its_holder_has_replaced_counts_no_more() -> None:
    early = report("a", killed=Count(2, 2), holder="MEDICS")
    late = report("b", killed=Count(7, 7), holder="MEDICS", published="2015-10-03", place=ARBIN)
    assert 7 == summary([early, late], Policy("conservative")).tolls["killed"].low


def test_what_nobody_tells_stays_untold() -> None:
    found = summary([report("a", place=None)], Policy("informative"))
    assert (None, None, {}) == (found.fields["place"], found.fields["toll"], found.tolls)
