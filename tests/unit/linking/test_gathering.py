import random

from made.reports import ARBIN, DOUMA, HOMS, SYRIA, report
from sayso.linking.gathering import gather, keys
from sayso.linking.report import Report, groups_of
from sayso.linking.scoring import because, score
from sayso.linking.words import of_news
from sayso.model import Count


def linked(*reports: Report) -> list[tuple[str, str]]:
    return [(link.incident, link.other) for link in gather(groups_of(reports))]


def test_two_outlets_tell_one_airstrike() -> None:
    one = report("a", killed=Count(12, 12))
    other = report("b", killed=Count(10, None), published="2015-10-03")
    assert [("incident of a", "incident of b")] == linked(one, other)


def test_the_reasons_are_told_in_words() -> None:
    one = report("a", killed=Count(12, 12))
    other = report("b", killed=Count(10, None))
    expected = ["the same day", "both in Arbin", "both aerial", "toll 12 and at least 10"]
    told = because(one, other, of_news())
    assert expected == [reason for reason in expected if reason in told]


def test_the_score_does_not_depend_on_the_side() -> None:
    one, other = report("a", place=SYRIA, agents=("RUS",)), report("b", place=DOUMA, day="2015-10", patients=("RUS",))
    assert score(one, other, of_news()) == score(other, one, of_news())


def test_other_days_are_other_happenings() -> None:
    assert [] == linked(report("a"), report("b", day="2015-09-24", published="2015-09-25"))


def test_towns_far_apart_are_other_happenings() -> None:
    assert [] == linked(report("a", place=ARBIN), report("b", place=HOMS))


def test_neighbouring_towns_on_one_day_need_more_than_that() -> None:
    one = report("a", place=ARBIN, words="Jets bombed the covered market")
    other = report("b", place=DOUMA, words="Helicopters dropped barrels on a bakery", trigger="dropped", mode=None)
    assert [] == linked(one, other)


def test_an_attack_and_a_meeting_are_never_one() -> None:
    assert [] == linked(report("a"), report("b", type_="CONSULT", mode="visit", trigger="visited"))


def test_what_is_only_demanded_is_linked_to_nothing() -> None:
    assert [] == list(keys(report("a", factuality="demanded")))


def test_an_article_s_own_incidents_stay_apart() -> None:
    assert [] == linked(report("a", document="d"), report("b", document="d"))


def test_what_a_person_has_cut_never_comes_together_again() -> None:
    groups = groups_of([report("a"), report("b")])
    assert [] == gather(groups, [frozenset({"incident of a", "incident of b"})])


def test_the_order_of_arrival_does_not_matter() -> None:
    reports = [report(name, published=f"2015-10-0{day}") for day, name in enumerate("abcdef", 2)]
    reports.append(report("g", place=HOMS))
    expected = linked(*reports)
    for seed in range(5):
        random.Random(seed).shuffle(reports)
        assert expected == linked(*reports)


def test_what_is_linked_already_is_not_linked_again() -> None:
    one, other = report("a", incident="i"), report("b", incident="i")
    assert [] == linked(one, other)


def test_a_new_article_joins_what_stands() -> None:
    standing = [report("a", incident="i"), report("b", incident="i")]
    assert [("i", "incident of c")] == linked(*standing, report("c", published="2015-10-03"))


def test_copies_of_one_text_are_linked_even_where_nothing_tells_the_place() -> None:
    one = report("a", place=None, origin="wire", words="Jets bombed a market")
    copy = report("b", place=None, origin="wire", words="Jets bombed a market", published="2015-10-02")
    other = report("c", place=None, words="Jets bombed a market", published="2015-10-02")
    assert [("incident of a", "incident of b")] == linked(one, copy, other)
