"""Disputes between articles: every row of the table of what is none."""

from typing import Any

from msgspec.structs import replace

from made.reports import report
from sayso.linking.denied import Denial
from sayso.linking.disputing import disputes_across
from sayso.linking.report import Report
from sayso.linking.words import of_news
from sayso.model import Count

WORDS = "Jets bombed the covered market"


def told(id_: str, words: str = WORDS, **more: Any) -> Report:
    """A report of one airstrike, surely the same as the others."""
    return report(id_, incident="i", words=words, **{"agents": ("RUS",), "patients": ("TRADERS",), **more})


def found(*reports: Report) -> list[tuple[str, str]]:
    return [(one.field, one.how) for one in disputes_across(reports, of_news())]


def of(one: Report, kind: str) -> Report:
    """The report, its victims being of a kind."""
    event = one.view.claim.event
    claim = replace(one.view.claim, event=replace(event, toll=replace(event.toll, of=kind)))
    return replace(one, view=replace(one.view, claim=claim))


def test_two_numbers_of_one_day_that_cannot_both_hold_are_a_dispute() -> None:
    assert [("toll", "contradicts")] == found(told("a", killed=Count(9, 9)), told("b", killed=Count(5, 5)))


def test_a_toll_that_grew_by_a_later_day_is_no_dispute_and_one_that_shrank_is() -> None:
    early, late = told("a", killed=Count(5, 5)), told("b", killed=Count(9, 9), published="2015-10-03")
    assert [] == found(early, late)
    late = told("b", killed=Count(2, 2), published="2015-10-03")
    assert [("toll", "contradicts")] == found(early, late)


def test_a_copy_does_not_dispute_its_text() -> None:
    one, copy = told("a", killed=Count(9, 9), origin="w"), told("b", killed=Count(5, 5), origin="w")
    assert [] == found(one, copy)


def test_that_attack_is_held_against_no_other_text() -> None:
    one, other = told("a", killed=Count(9, 9)), told("b", killed=Count(5, 5))
    pointing = replace(other, view=replace(other.view, pointing=True))
    assert [] == found(one, pointing) == found(pointing)


def test_children_are_not_counted_against_everybody() -> None:
    one, other = of(told("a", killed=Count(4, 4)), "children"), of(told("b", killed=Count(9, 9)), "people")
    assert [] == found(one, other)


def test_civilians_are_some_of_everybody() -> None:
    one, other = told("a", killed=Count(4, 4)), told("b", killed=Count(9, 9))
    assert [] == found(of(one, "civilians"), of(other, "people"))
    assert [("toll", "contradicts")] == found(of(one, "people"), of(other, "civilians"))
    assert [("toll", "contradicts")] == found(of(one, "civilians"), of(other, "civilians"))


def test_the_evacuees_are_some_of_those_who_died_in_a_bus() -> None:
    evacuees = of(told("a", killed=Count(7, 7)), "evacuees")
    everybody = told("b", killed=Count(9, None))
    bus = {"patient_words": frozenset({"bus"})}
    one, other = (replace(report, view=replace(report.view, **bus)) for report in (evacuees, everybody))
    assert [] == found(one, other)


def test_doers_of_no_state_are_other_doers_of_another_deed() -> None:
    one = told("a", agents=("GANG",), holder="NGO", speaker=("NGO",))
    assert [] == found(one, told("b", agents=("CLAN",), holder="UN", speaker=("UN",)))


def test_nobody_of_a_kind_says_nothing_of_everybody() -> None:
    none, five = told("a", killed=Count(0, 0)), told("b", killed=Count(5, 5))
    assert [] == found(none, five)
    assert [] == found(of(none, "servicemen"), five)
    assert [("toll", "contradicts")] == found(of(none, "civilians"), of(five, "civilians"))


def test_strikes_on_an_area_and_one_strike_have_tolls_of_their_own() -> None:
    strikes, strike = told("a", killed=Count(9, 9)), told("b", killed=Count(5, 5))
    strikes = replace(strikes, view=replace(strikes.view, several=True))
    assert [] == found(strikes, strike)
    fewer = told("b", killed=Count(12, 12))
    assert [("toll", "contradicts")] == found(strikes, fewer)


def test_one_person_is_no_toll_beside_many() -> None:
    assert [] == found(told("a", killed=Count(1, 1)), told("b", killed=Count(30, None)))


def test_another_word_of_the_same_text_counts_others() -> None:
    one = told("a", killed=Count(9, 9), day="2015-10-01")
    assert [] == found(one, told("b", killed=Count(5, 5), trigger="shelled"))


def test_a_denial_of_its_own_deed_does_not_address_who_names_no_doer() -> None:
    denial = told("a", factuality="denied", holder="RUS", speaker=("RUS",), patients=())
    assert [] == found(denial, told("b", agents=(), patients=()))
    assert [("responsibility", "denies")] == found(denial, told("b", patients=()))


def test_a_denial_that_names_nobody_addresses_the_deed() -> None:
    denial = told("a", factuality="denied", holder="MINISTRY", agents=(), speaker=("MINISTRY",))
    assert [("occurrence", "denies")] == found(denial, told("b"))


def test_two_reports_that_are_hardly_of_one_happening_are_no_dispute() -> None:
    one = told("a", killed=Count(9, 9), agents=(), patients=(), words="Shells hit a bakery near the station")
    assert [] == found(one, told("b", killed=Count(5, 5), agents=(), patients=()))


def test_tolls_of_one_day_and_place_that_are_close_are_a_dispute_whatever_words_tell_them() -> None:
    one = told("a", killed=Count(9, 9), agents=(), patients=(), words="Shells hit a bakery near the station")
    near = told("b", killed=Count(7, 7), agents=(), patients=())
    assert [("toll", "contradicts")] == found(one, near)
    assert [] == found(one, told("b", killed=Count(7, 7), agents=(), patients=(), day=None))
    assert [] == found(one, told("b", killed=Count(7, 7), agents=(), patients=(), place=None))


def denied(document: str, *, day: str | None = "2015-10-01") -> Denial:
    """A dismissal and the report that it answers, of one article."""
    denial = told("d", type_="REJECT", mode="deny", agents=("RUS",), patients=(), document=document, day=None)
    return Denial(denial, told("r", holder="NGO", speaker=("NGO",), document=document, day=day))


def test_a_denial_in_one_article_holds_against_who_reports_the_deed_in_another() -> None:
    first, other = denied("x"), told("b", holder="USA", speaker=("USA",))
    reports = [first.answered, other]
    (dispute,) = disputes_across(reports, of_news(), [first])
    assert (dispute.a, dispute.b, dispute.field, dispute.how) == ("b", "d", "responsibility", "denies")
    assert [] == list(disputes_across([first.answered, told("b", holder="NGO", speaker=("NGO",))], of_news(), [first]))
    assert [] == list(disputes_across([first.answered, told("b", holder="RUS", speaker=("RUS",))], of_news(), [first]))
    assert [] == list(disputes_across([first.answered, told("b", holder="USA", day=None)], of_news(), [first]))


def test_a_number_that_stands_beside_the_other_s_is_an_update() -> None:
    early = told("a", killed=Count(15, 15))
    assert [] == found(early, told("b", "Jets bombed the covered market; 15 first, 12 by now", killed=Count(12, 12)))
