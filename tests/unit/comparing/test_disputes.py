"""Every rule of dispute, with values on both sides, and the silences that are none."""

from typing import Any

import msgspec
import pytest

from sayso.comparing import View, disputes_of
from sayso.comparing.dates import days_of
from sayso.comparing.sides import Pairs
from sayso.model import Claim, ClaimPlace, ClaimTime, Count, Dispute, Event, Place, Span, Toll
from sayso.resources.attachment import Weights

TOWN = Place("Arbin", "city", "town", lat=33.5, lon=36.4, country="SY")
FAR_TOWN = Place("Raqqa", "city", "town", lat=35.95, lon=39.0, country="SY")

SURELY = Weights({"bias": 9.0})


def view(number: int, holder: str | None, **values: Any) -> View:
    time, place = values.get("time"), values.get("place")
    event = Event(
        trigger=Span(number * 10, number * 10 + 5),
        type=values.get("type", "ASSAULT"),
        mode=values.get("mode"),
        factuality=values.get("factuality", "happened"),
        because=values.get("because", ""),
        agent=(values["agent"],) if "agent" in values else (),
        toll=Toll(killed=values.get("killed"), evidence=(values["evidence"],) if "evidence" in values else ()),
        patient=(Span(5, 9),) if "evidence" in values else (),
    )
    claim = Claim(
        id=f"e{number}", inferred=tuple(values.get("inferred", ())), event=event, holder=holder, incident=values.get("incident", "i1"),
        time=ClaimTime(Span(1, 2), time) if time else None, place=ClaimPlace(Span(1, 2), place.name) if place else None,
    )  # fmt: skip
    return View(
        claim=claim, states=frozenset(values.get("states", ())), agent_words=frozenset(values.get("agent_words", ())), lemma=values.get("lemma", "attack"), sentence=number,
        agents=frozenset(values.get("agents", ())), patients=frozenset(values.get("patients", ())),
        own_patients=tuple(values.get("patients", ())), speaker=frozenset(values.get("speaker", ())),
        place=place, days=days_of(time), bystanders=values.get("bystanders", False),
        vague=values.get("vague", False), ruling=values.get("ruling", False), compared=values.get("compared", ""), denies_doing=values.get("denies_doing", False), no_denial=values.get("no_denial", False), flat_denial=values.get("flat_denial", False),
        doubtful_doer=values.get("doubtful_doer", False), doubtful_speaker=values.get("doubtful_speaker", False),
        named_day=values.get("named_day", True), disowned=values.get("disowned", False), loose_doer=values.get("loose_doer", False),
        patient_words=frozenset(values.get("patient_words", ())),
        standing=values.get("standing", ""), given=values.get("given", False), spread=values.get("spread", False), pointing=values.get("pointing", False), relay=frozenset(values.get("relay", ())),
        of_some=values.get("of_some", False), source=frozenset(values.get("source", ())), nameless=values.get("nameless", False),
        parties=(parties := frozenset(values.get("patients", ())) - {"CIVILIANS", "WARPLANE"}), known_parties=parties - {"REBELS"},
    )  # fmt: skip


def found(*views: View) -> list[tuple[str, str]]:
    return [(dispute.field, dispute.how) for dispute in disputes_of(views, SURELY)]


def test_the_accused_side_that_denies_its_deed_disputes_responsibility() -> None:
    accuser = view(1, "a1", agents=["RUS"], speaker=["NGO"])
    denier = view(2, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied")
    assert found(accuser, denier) == [("responsibility", "denies")]


def test_a_denial_by_another_disputes_the_occurrence() -> None:
    teller = view(1, None, agents=["RUS"])
    denier = view(2, "a1", agents=["RUS"], speaker=["SYR"], factuality="denied")
    assert found(teller, denier) == [("occurrence", "denies")]


def test_nobody_denies_what_they_did_not_address() -> None:
    teller = view(1, None, agents=["RUS"], patients=["CIVILIANS"])
    denier = view(2, "a1", agents=["RUS"], patients=["ISIS"], speaker=["SYR"], factuality="denied")
    assert found(teller, denier) == []


def test_two_doers_of_one_deed_contradict_each_other() -> None:
    assert found(view(1, "a1", agents=["RUS"]), view(2, "a2", agents=["USA"])) == [("responsibility", "contradicts")]


def test_gunmen_are_no_other_doer_than_one_with_a_name() -> None:
    assert found(view(1, "a1", agents=["BOKO_HARAM"]), view(2, "a2", agents=["GUNMEN"], vague=True)) == []


def test_a_bomber_is_no_other_doer_than_the_group_that_claims_it() -> None:
    bomber = view(1, "a1", agents=["BOMBER"], agent_words=["suicide", "bomber"])
    assert found(bomber, view(2, "a2", agents=["ISIS"], agent_words=["isis"])) == []


def test_terrorists_are_another_doer_than_those_of_a_government() -> None:
    sniper = view(1, "a1", agents=["SNIPER"], vague=True, agent_words=["pro-government", "sniper"])
    other = view(2, "a2", agents=["TERRORISTS"], vague=True, agent_words=["terrorist"])
    assert found(sniper, other) == [("responsibility", "contradicts")]
    against = view(1, "a1", agents=["FIGHTERS"], vague=True, agent_words=["anti", "government", "fighter"])
    assert found(against, other) == []


def test_what_one_side_takes_and_another_retakes_was_taken_twice() -> None:
    one = view(1, "a1", agents=["REBELS"], mode="capture")
    assert found(one, view(2, "a2", agents=["ARMY"], mode="capture")) == []


def test_who_tells_that_a_deed_failed_denies_nothing() -> None:
    teller = view(1, None, agents=["RUS"])
    assert found(teller, view(2, "a1", agents=["RUS"], speaker=["SYR"], factuality="denied", no_denial=True)) == []


def test_a_doer_that_was_read_from_elsewhere_is_neither_denied_nor_contradicted() -> None:
    teller = view(1, "a1", agents=["RUS"], speaker=["NGO"])
    teller = msgspec.structs.replace(teller, claim=msgspec.structs.replace(teller.claim, inferred=("agent",)))
    assert found(teller, view(2, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied")) == []
    assert found(teller, view(2, "a2", agents=["USA"])) == []


def test_a_toll_of_some_is_not_held_against_that_of_all() -> None:
    one, other = view(1, "a1", killed=Count(9, 9)), view(2, "a2", killed=Count(5, 5), of_some=True)
    assert found(one, other) == []


def test_one_person_beside_many_is_no_toll() -> None:
    assert found(view(1, "a1", killed=Count(9, 9)), view(2, "a2", killed=Count(1, 1))) == []


def test_weeks_and_years_are_told_roughly() -> None:
    assert found(view(1, "a1", time="2015-10-01"), view(2, "a2", time="2015-10-05/2015-10-11")) == []


def test_a_denial_of_something_else_of_its_side_is_no_denial_of_a_deed_without_a_doer() -> None:
    teller = view(1, None)
    denier = msgspec.structs.replace(
        view(2, "a1", agents=["RUS"], speaker=["RUS"], factuality="denied", place=TOWN), lemma="involvement"
    )
    assert found(teller, denier) == []


def test_a_denial_does_not_answer_another_day_or_place_or_what_goes_on() -> None:
    denier = view(2, "a1", agents=["RUS"], speaker=["RUS"], factuality="denied", time="2015-10-01", place=TOWN)
    for other in ({"time": "2016-10-01"}, {"place": FAR_TOWN}, {"factuality": "ongoing"}):
        told = found(view(1, "a2", agents=["RUS"], speaker=["NGO"], **other), denier)
        assert "denies" not in {how for _, how in told}


def test_who_denies_an_accusation_does_not_deny_that_it_was_made() -> None:
    teller = view(1, None, agents=["USA"], patients=["SYR"], type="ACCUSE")
    assert found(teller, view(2, "a1", patients=["SYR"], speaker=["SYR"], factuality="denied", type="ACCUSE")) == []


def test_the_article_s_own_voice_contradicts_nobody_s_doer() -> None:
    assert found(view(1, None, agents=["RUS"]), view(2, "a2", agents=["USA"])) == []


def test_that_these_did_not_do_it_does_not_say_that_nobody_did() -> None:
    assert found(view(1, None), view(2, "a1", agents=["RUS"], speaker=["SYR"], factuality="denied")) == []


def test_a_denial_that_is_itself_denied_is_no_dispute_of_the_deed() -> None:
    teller = view(1, None, agents=["RUS"], type="REJECT", mode="deny")
    denier = view(2, "a1", agents=["RUS"], speaker=["SYR"], factuality="denied", type="REJECT", mode="deny")
    assert found(teller, denier) == []


def test_a_fight_told_from_its_two_sides_is_no_dispute_of_responsibility() -> None:
    one = view(1, "a1", agents=["REBELS"], patients=["ARMY"])
    other = view(2, "a2", agents=["ARMY"], patients=["REBELS"])
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        (Count(5, 5), Count(9, 9), True),
        (Count(5, None), Count(9, 9), False),
        (Count(12, None), Count(9, 9), True),
        (Count(None, 4), Count(5, 5), True),
        (Count(5, 5), None, False),
    ],
)
def test_numbers_dispute_when_they_cannot_both_hold(one: Count | None, other: Count | None, *, disputed: bool) -> None:
    expected = [("toll", "contradicts")] if disputed else []
    assert found(view(1, "a1", killed=one), view(2, "a2", killed=other)) == expected


def test_the_same_holder_does_not_dispute_an_earlier_figure_of_its_own() -> None:
    assert found(view(1, "a1", killed=Count(5, 5)), view(2, "a1", killed=Count(9, 9))) == []
    first, later = (view(n, f"a{n}", killed=Count(n, n), speaker=["POLICE"]) for n in (1, 2))
    assert found(first, later) == []


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("2015-09-30/..", "2015-10-01/..", True),
        ("2015-09-30", "2015-10-01", True),
        ("2015-09", "2015-09-30", False),
        ("2015-09-30/..", "2015-10-02", False),
    ],
)
def test_days_differ_or_one_is_less_precise(one: str, other: str, *, disputed: bool) -> None:
    expected = [("time", "differs")] if disputed else []
    speakers = view(1, "a1", time=one, speaker=["NGO"]), view(2, "a2", time=other, speaker=["MINISTRY"])
    assert found(*speakers) == expected


def test_campaigns_that_begin_on_different_days_differ() -> None:
    one = view(1, "a1", agents=["RUS"], time="2015-09-30/..")
    other = view(2, "a2", agents=["RUS"], time="2015-10-01/..", incident="i2")
    assert found(one, other) == [("time", "differs")]
    assert found(one, view(3, "a2", agents=["RUS"], time="2016-10-01/..", incident="i2")) == []


def test_one_toll_that_two_speakers_put_far_apart_is_a_dispute_of_place() -> None:
    dead = Count(9, 9)
    one = view(1, "a1", place=TOWN, speaker=["NGO"], killed=dead)
    assert found(one, view(2, "a2", place=FAR_TOWN, speaker=["MINISTRY"], killed=dead)) == [("place", "differs")]
    assert found(one, view(2, None, place=FAR_TOWN, killed=dead)) == []
    assert found(one, view(2, "a2", place=FAR_TOWN, speaker=["MINISTRY"])) == []


def test_children_are_not_counted_against_everybody() -> None:
    one = msgspec.structs.replace(view(1, "a1", killed=Count(5, 5)), patient_words=frozenset({"child"}))
    assert found(one, view(2, "a2", killed=Count(9, 9))) == []


def test_a_stated_goal_and_what_was_hit_pull_apart_on_intent() -> None:
    goal = view(1, "a1", agents=["RUS"], patients=["ISIS"], speaker=["RUS"], factuality="planned", incident="i2")
    effect = view(2, "a2", agents=["RUS"], patients=["REBELS"])
    assert found(goal, effect) == [("intent", "differs")]
    assert found(goal, view(3, "a2", agents=["RUS"], patients=["ISIS"])) == []


def test_who_was_hit_beside_the_target_says_nothing_of_intent() -> None:
    goal = view(1, "a1", agents=["RUS"], patients=["ISIS"], speaker=["RUS"], factuality="planned", incident="i2")
    effect = view(2, "a2", agents=["RUS"], patients=["CIVILIANS"], bystanders=True)
    assert found(goal, effect) == []


def test_a_denied_target_denies_the_stated_goal() -> None:
    goal = view(1, "a1", agents=["RUS"], patients=["ISIS"], speaker=["RUS"], factuality="planned", incident="i2")
    denial = view(2, "a2", agents=["RUS"], patients=["ISIS"], factuality="denied")
    assert list(disputes_of([goal, denial], SURELY)) == [
        Dispute("i2", "intent", "e1", "e2", "denies", "the deeds are said not to have meant the stated target")
    ]


def test_a_dismissed_accusation_disputes_the_deed_told_close_by() -> None:
    accuser = view(1, "a1", agents=["RUS"], speaker=["NGO"])
    denier = view(2, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2")
    assert found(accuser, denier) == [("responsibility", "denies")]
    far = view(9, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2")
    assert found(accuser, far) == []


def test_claims_of_other_incidents_dispute_nothing() -> None:
    assert found(view(1, "a1", killed=Count(5, 5)), view(2, "a2", killed=Count(9, 9), incident="i2")) == []


def test_what_is_only_perhaps_one_happening_is_not_contradicted() -> None:
    one, other = view(1, "a1", agents=["RUS"]), view(2, "a2", agents=["USA"])
    assert list(disputes_of([one, other], Weights({"bias": 0.5}))) == []


def test_a_denial_that_shares_nothing_with_a_report_does_not_deny_it() -> None:
    teller = view(1, None, agents=["RUS"])
    denier = msgspec.structs.replace(view(2, "a1", speaker=["SYR"], factuality="denied"), lemma="march")
    assert found(teller, denier) == []


def test_who_may_be_one_of_two_sources_disputes_nothing_with_them() -> None:
    both = view(1, "a1", agents=["RUS"], source=["activist", "medium", "state"])
    assert found(both, view(2, "a2", agents=["USA"], source=["activist"])) == []
    assert found(both, view(2, "a2", agents=["USA"], source=["police"])) == [("responsibility", "contradicts")]


def test_a_source_that_is_not_told_contradicts_nobody() -> None:
    one, other = view(1, "a1", killed=Count(5, 5)), view(2, "a2", killed=Count(9, 9), nameless=True)
    assert found(one, other) == []


def test_who_denies_the_use_and_accuses_others_is_not_contradicted_by_its_own_accusation() -> None:
    denier = view(1, "a1", speaker=["SYR"], factuality="denied", because="denied: under denies")
    accusation = view(2, "a2", agents=["REBELS"], nameless=True)
    assert found(denier, accusation) == []
    assert found(denier, view(2, "a2", agents=["SYR"], nameless=True)) == [("occurrence", "denies")]


def test_a_side_that_denies_a_deed_without_naming_its_doer_speaks_of_itself() -> None:
    denial = {"speaker": ["SYR"], "factuality": "denied"}
    teller = view(1, "a1", agents=["REBELS"])
    assert found(teller, view(2, "a2", because="denied: under denied", **denial)) == []
    assert found(teller, view(2, "a2", because="negation: no", **denial)) == [("occurrence", "denies")]


def test_the_article_s_own_voice_denies_nothing_that_others_say() -> None:
    assert found(view(1, "a1", agents=["RUS"]), view(2, None, agents=["RUS"], factuality="denied")) == []


def test_the_article_s_own_voice_is_denied_where_it_names_the_doer() -> None:
    denier = view(2, "a2", agents=["RUS"], speaker=["SYR"], factuality="denied")
    assert found(view(1, None, agents=["RUS"], inferred=["agent"]), denier) == []


@pytest.mark.parametrize("denial", [{"because": "denied: a share in it"}, {"lemma": "involvement"}])
def test_who_denies_a_share_in_a_deed_does_not_deny_the_deed(denial: dict[str, str]) -> None:
    teller = view(1, "a1", patients=["CIVILIANS"], lemma=denial.get("lemma", "attack"))
    denier = view(2, "a2", speaker=["RUS"], factuality="denied", patients=["CIVILIANS"], **denial)
    assert found(teller, denier) == []


def test_crimes_at_large_are_no_deed_that_is_denied() -> None:
    denier = view(1, "a1", agents=["RUS"], speaker=["RUS"], factuality="denied")
    assert found(denier, view(2, "a2", agents=["RUS"], lemma="crime")) == []


def test_organs_of_one_state_and_doers_of_one_name_are_no_other_doers() -> None:
    one = view(1, "a1", agents=["AIR_FORCE"], states=["SY"], agent_words=["air", "force", "assad"])
    assert found(one, view(2, "a2", agents=["GOVERNMENT"], states=["SY"])) == []
    assert found(one, view(2, "a2", agents=["REGIME"], agent_words=["assad", "regime"])) == []
    other = view(2, "a2", agents=["USA"], states=["US"], agent_words=["force"])
    assert found(one, other) == [("responsibility", "contradicts")]


@pytest.mark.parametrize(
    ("goal", "effect"),
    [
        ({"because": "planned: under threatened"}, {}),
        ({"patients": ["WARPLANE"]}, {}),
        ({"place": TOWN}, {}),
        ({}, {"inferred": ["agent"]}),
    ],
)
def test_a_threat_and_the_plan_of_one_operation_are_no_goal_of_all(
    goal: dict[str, Any], effect: dict[str, Any]
) -> None:
    stated = {"agents": ["RUS"], "patients": ["ISIS"], "speaker": ["RUS"], "factuality": "planned", "incident": "i2"}
    done = view(2, "a2", agents=["RUS"], patients=["REBELS"], **effect)
    assert found(view(1, "a1", **{**stated, **goal}), done) == []


def test_a_dismissal_answers_the_report_told_last() -> None:
    far, near = (
        view(number, f"a{number}", agents=["RUS"], speaker=[name]) for number, name in ((1, "USA"), (3, "NGO"))
    )
    denier = view(4, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2")
    assert [(one.a, one.b) for one in disputes_of([far, near, denier], SURELY)] == [("e3", "e4")]


def test_what_is_denied_in_the_sentence_of_a_dismissal_is_no_report_of_it() -> None:
    report = view(3, "a3", agents=["RUS"], speaker=["NGO"])
    denier = view(4, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2")
    content = msgspec.structs.replace(view(5, None, agents=["RUS"]), sentence=4)
    assert [(one.a, one.b) for one in disputes_of([report, denier, content], SURELY)] == [("e3", "e4")]


def test_a_deed_that_the_article_tells_is_denied_by_who_dismisses_it_in_the_same_or_the_next_sentence() -> None:
    report, denier = view(1, None, agents=["RUS"]), view(2, None, type="REJECT", mode="deny", agents=["RUS"])
    assert found(report, denier) == [("responsibility", "denies")]
    assert found(report, msgspec.structs.replace(denier, sentence=3)) == []
    assert found(view(1, None, agents=["USA"]), denier) == []


def test_earlier_deeds_are_denied_by_who_denies_them_in_the_same_sentence() -> None:
    report = msgspec.structs.replace(view(1, "a1", agents=["RUS"], speaker=["NGO"]), another=True)
    denier = view(2, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2")
    assert found(report, denier) == []
    assert found(report, msgspec.structs.replace(denier, sentence=1)) == [("responsibility", "denies")]


def test_who_tells_of_a_deed_of_its_own_accuses_nobody() -> None:
    own = view(3, "a3", agents=["RUS"], speaker=["COALITION"], agent_words=["envoy"], source=["envoy", "mayor"])
    denier = view(4, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2")
    assert found(own, denier) == []


def test_a_deed_whose_doer_is_read_from_the_words_of_a_denial_is_not_denied() -> None:
    def by(words: Span, one: View) -> View:
        event = msgspec.structs.replace(one.claim.event, agent=(words,))
        return msgspec.structs.replace(one, claim=msgspec.structs.replace(one.claim, event=event))

    report = view(3, "a3", agents=["RUS"], speaker=["NGO"])
    denier = by(Span(41, 44), view(4, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2"))
    assert found(by(Span(41, 44), report), denier) == []
    assert found(by(Span(31, 34), report), denier) == [("responsibility", "denies")]


def test_strikes_of_no_day_are_a_campaign_that_a_denial_of_strikes_does_not_answer() -> None:
    strikes = msgspec.structs.replace(view(1, "a1", agents=["RUS"], speaker=["NGO"], mode="aerial"), several=True)
    denier = view(2, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied", mode="aerial")
    assert found(strikes, denier) == []
    dated = msgspec.structs.replace(strikes, days=days_of("2016-10-01"))
    assert found(dated, denier) == [("responsibility", "denies")]


def test_who_repeats_accusations_is_denied_as_who_makes_them() -> None:
    repeated = view(1, "a1", type="ACCUSE", patients=["SYR"], lemma="accusation", speaker=["NGO"])
    denier = view(2, None, type="REJECT", mode="deny", agents=["SYR"], incident="i2")
    assert found(repeated, denier) == [("responsibility", "denies")]
    assert found(msgspec.structs.replace(repeated, disowned=True), denier) == []


def test_a_dismissal_of_words_that_have_a_claim_answers_all_reports_of_it() -> None:
    far = view(1, "a1", agents=["RUS"], speaker=["NGO"])
    denier = view(9, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2")
    denied = view(9, "a9", agents=["RUS"], factuality="denied", nameless=True)
    denied = msgspec.structs.replace(denied, claim=msgspec.structs.replace(denied.claim, id="d9"))
    assert ("e1", "e9") in [(one.a, one.b) for one in disputes_of([far, denier, denied], SURELY)]


def test_a_side_that_is_accused_and_denies_it_is_a_dispute_though_the_article_tells_both() -> None:
    charge = view(1, None, type="ACCUSE", agents=["USA"], patients=["SYR"], lemma="blame", incident="i1")
    denier = view(2, None, type="REJECT", mode="deny", agents=["SYR"], incident="i2")
    assert found(charge, denier) == [("responsibility", "denies")]
    condemning = msgspec.structs.replace(charge, lemma="condemn")
    assert found(condemning, denier) == []
    assert found(charge, msgspec.structs.replace(denier, no_denial=True)) == []
    nearer = view(2, "a2", type="ACCUSE", patients=["SYR"], lemma="accuse", incident="i3")
    assert found(charge, nearer, denier) == []
    assert found(view(1, None, type="ACCUSE", patients=["SYR"], lemma="blame"), denier) == []


def test_a_charge_that_the_denial_itself_names_is_nobody_s() -> None:
    charge = view(2, "a2", type="ACCUSE", agents=["USA"], patients=["SYR"], lemma="charge", inferred=["agent"])
    denier = view(2, None, type="REJECT", mode="deny", agents=["SYR"], incident="i2")
    assert found(charge, denier) == []


def test_a_toll_told_again_close_by_needs_less_certainty() -> None:
    likely = Weights({"bias": 0.5})
    one = view(1, "a1", killed=Count(4, 4))
    again = view(2, "a2", killed=Count(6, 6), inferred=["place"])
    assert [one.field for one in disputes_of([one, again], likely)] == ["toll"]
    others: list[dict[str, Any]] = [{"inferred": []}, {"place": TOWN, "inferred": []}]
    for other in others:
        told = view(2, "a2", **{"killed": Count(6, 6), **other})
        assert list(disputes_of([one, told], likely)) == []
    far = view(9, "a2", killed=Count(6, 6), inferred=["place"])
    assert list(disputes_of([one, far], likely)) == []


def test_more_than_a_hundred_and_a_hundred_are_one_round_number() -> None:
    one = view(1, "a1", killed=Count(101, None))
    assert found(one, view(2, "a2", killed=Count(100, 100))) == []
    assert found(one, view(2, "a2", killed=Count(99, 99))) == [("toll", "contradicts")]


@pytest.mark.parametrize(
    "told",
    [
        {"loose_doer": True},
        {"disowned": True},
        {"source": ["video"]},
        {"patients": ["RUS"]},
        {"nameless": True},
    ],
)
def test_what_is_no_report_of_a_deed_is_not_denied(told: dict[str, Any]) -> None:
    values = {"agents": ["RUS"], "speaker": ["NGO"], **told}
    if told.get("nameless"):
        values["speaker"] = []
    reporter = view(2, "a1", **values)
    denier = view(2, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied")
    assert found(reporter, denier) == []


@pytest.mark.parametrize("doubt", ["doubtful_speaker", "nameless"])
def test_a_denier_of_whom_it_is_not_sure_who_it_is_denies_nothing(doubt: str) -> None:
    speaker = [] if doubt == "nameless" else ["ARMY"]
    denier = view(2, "a2", agents=["ARMY"], speaker=speaker, factuality="denied", **{doubt: True})
    assert found(view(1, "a1", agents=["ARMY"], speaker=["NGO"]), denier) == []


def test_a_denied_use_answers_nobody_who_names_no_doer() -> None:
    denier = view(2, "a2", speaker=["SYR"], factuality="denied", because="denied: under denies")
    assert found(view(1, "a1", speaker=["NGO"]), denier) == []


def test_injured_of_the_number_of_the_dead_are_read_from_the_same_words() -> None:
    one, other = view(1, "a1", killed=Count(6, 6)), view(2, "a2", killed=Count(6, 6))
    tolls = Toll(killed=Count(6, 6), injured=Count(6, 6)), Toll(injured=Count(19, 19))
    views = [
        msgspec.structs.replace(
            one_,
            claim=msgspec.structs.replace(one_.claim, event=msgspec.structs.replace(one_.claim.event, toll=toll)),
        )
        for one_, toll in zip((one, other), tolls, strict=True)
    ]
    assert found(*views) == []


def test_an_hour_of_a_day_told_elsewhere_is_no_other_day() -> None:
    one, other = (view(n, f"a{n}", time=f"2015-10-0{n}", speaker=[f"S{n}"]) for n in (1, 2))
    assert found(one, other) == [("time", "differs")]
    assert found(one, msgspec.structs.replace(other, named_day=False)) == []


def test_one_word_alone_far_away_is_no_deed_that_is_denied() -> None:
    denier = view(9, "a2", speaker=["SYR"], factuality="denied", because="negation: no")
    assert found(view(1, "a1"), denier) == []
    assert found(view(8, "a1"), denier) == [("occurrence", "denies")]
    assert found(
        view(1, "a1", patients=["TRADERS"]), msgspec.structs.replace(denier, patients=frozenset({"TRADERS"}))
    ) == [("occurrence", "denies")]


def test_the_article_s_own_voice_is_denied_close_by() -> None:
    denier = view(9, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied")
    assert found(view(7, None, agents=["RUS"]), denier) == [("responsibility", "denies")]
    assert "responsibility" not in {field for field, _ in found(view(1, None, agents=["RUS"]), denier)}


def test_there_is_no_perfect_pact_says_nothing_of_another_pact() -> None:
    denier = view(2, "a2", speaker=["SYR"], factuality="denied", because="negation: no", type="AGREE", lemma="pact")
    teller = view(1, "a1", type="AGREE", lemma="pact", place=TOWN)
    assert found(teller, denier) == []
    assert found(teller, msgspec.structs.replace(denier, place=TOWN)) == [("occurrence", "denies")]


def test_a_denial_of_one_strike_does_not_answer_a_campaign() -> None:
    denier = view(2, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied", time="2016-06-05")
    assert found(view(1, "a1", agents=["RUS"], speaker=["NGO"], time="2015-09/.."), denier) == []
    assert found(view(1, "a1", agents=["RUS"], speaker=["NGO"], time="2016-06-05"), denier) != []


@pytest.mark.parametrize(
    ("denied", "told", "expected"),
    [
        ("unconventional", None, False),
        ("unconventional", "unconventional", True),
        ("aerial", "heavy_weapons", False),
        ("aerial", "targeted", True),
        (None, "capture", False),
        (None, "unconventional", True),
    ],
)
def test_a_denial_of_one_means_does_not_answer_a_deed_by_another(
    denied: str | None, told: str | None, expected: bool
) -> None:
    denier = view(2, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied", mode=denied)
    assert expected == bool(found(view(1, "a1", agents=["RUS"], speaker=["NGO"], mode=told), denier))


def test_a_denied_use_of_a_weapon_is_no_denied_battle() -> None:
    denier = view(2, "a2", agents=["ARMY"], speaker=["SYR"], factuality="denied", lemma="use")
    assert found(view(1, "a1", agents=["ARMY"], speaker=["NGO"], lemma="battle"), denier) == []
    launched = msgspec.structs.replace(denier, lemma="launch")
    assert found(view(1, "a1", agents=["ARMY"], speaker=["NGO"], lemma="battle"), launched) == [
        ("occurrence", "denies")
    ]


def test_the_control_room_of_the_police_speaks_for_the_police() -> None:
    denier = view(2, None, type="REJECT", mode="deny", agents=["POLICE"], agent_words=["police"], incident="i2")
    room = view(1, "a1", agents=["POLICE"], speaker=["ROOM"], source=["police", "control", "room"])
    assert found(room, denier) == []
    assert found(msgspec.structs.replace(room, source=frozenset({"observers"})), denier) != []


def test_a_dismissal_answers_the_accusation_in_its_own_sentence() -> None:
    teller = view(1, "a1", agents=["RUS"], speaker=["FRA"])
    charge = view(2, None, type="ACCUSE", lemma="accuse", agents=["GBR"], incident="i3")
    denier = msgspec.structs.replace(
        view(3, None, type="REJECT", mode="deny", agents=["RUS"], incident="i2"), sentence=2
    )
    assert found(teller, charge, denier) == []


@pytest.mark.parametrize(("flat", "disputed"), [(True, [("occurrence", "denies")]), (False, [])])
def test_that_there_was_no_such_thing_answers_what_is_told_by_that_word(
    flat: bool, disputed: list[tuple[str, str]]
) -> None:
    teller = view(1, "a1", agents=["OMN"], type="CONSULT", lemma="meeting")
    denial = {"speaker": ["SAU"], "factuality": "denied", "because": "negation: no", "flat_denial": flat}
    assert disputed == found(teller, view(4, "a2", type="CONSULT", lemma="meeting", **denial))


def test_government_forces_are_those_of_the_state_that_denies_close_by() -> None:
    accuser = view(1, "a1", agents=["GOVERNMENT_FORCES"], speaker=["REBELS"], ruling=True)
    denier = view(2, "a2", agents=["SYR"], speaker=["SYR"], states=["SY"], factuality="denied")
    assert found(accuser, denier) == [("responsibility", "denies")]
    far = view(30, "a2", agents=["SYR"], speaker=["SYR"], states=["SY"], factuality="denied")
    assert found(accuser, far) == []


def test_a_possessive_without_its_mark_names_its_state() -> None:
    accuser = view(1, "a1", agents=["RUSSIAS_FORCE"], speaker=["NGO"], agent_words=["russias", "air", "force"])
    denier = view(2, "a2", agents=["RUS"], speaker=["RUS"], states=["RU"], agent_words=["russia"], factuality="denied")
    assert found(accuser, denier) == [("responsibility", "denies")]
    rebels = view(1, "a1", agents=["REBELS"], speaker=["NGO"], agent_words=["russia", "rebel", "force"])
    assert found(rebels, denier) == []


def test_who_denies_doing_it_disputes_its_own_deed() -> None:
    accuser = view(1, "a1", agents=["RUS"], speaker=["NGO"])
    denier = view(2, "a2", speaker=["RUS"], factuality="denied", denies_doing=True)
    assert found(accuser, denier) == [("responsibility", "denies")]


def test_tolls_of_two_days_are_no_dispute() -> None:
    monday = view(1, "a1", killed=Count(25, 25), speaker=["NGO"], time="2015-09-29")
    tuesday = view(2, "a2", killed=Count(23, 23), speaker=["ARMY"], time="2015-09-30")
    assert "toll" not in [field for field, _ in found(monday, tuesday)]


def test_a_toll_that_the_text_calls_lower_is_a_dispute() -> None:
    first = view(1, "a1", killed=Count(10, 10), speaker=["RESCUERS"], place=TOWN)
    lower = view(2, "a2", killed=Count(8, 8), speaker=["NGO"], compared="lower")
    assert found(first, lower) == [("toll", "contradicts")]
    some = view(1, "a1", killed=Count(10, 10), speaker=["RESCUERS"], of_some=True)
    assert found(some, lower) == []
    atleast = view(1, "a1", killed=Count(10, None), speaker=["RESCUERS"])
    higher = view(2, "a2", killed=Count(18, 18), speaker=["NGO"], compared="higher")
    assert found(atleast, higher) == [("toll", "contradicts")]
    assert found(atleast, view(9, "a2", killed=Count(18, 18), speaker=["NGO"], compared="higher")) == []


def test_figures_that_the_text_calls_conflicting_are_a_dispute_whatever_they_allow() -> None:
    one, other = view(1, "a1", killed=Count(9, None)), view(2, "a2", killed=Count(15, None), compared="other")
    assert found(one, other) == [("toll", "contradicts")]
    assert found(one, view(2, "a2", killed=Count(15, None))) == []


def test_children_among_the_dead_are_not_held_against_all_of_them() -> None:
    children = view(1, None, killed=Count(3, 3), patient_words=["child"])
    everybody = view(2, "a2", killed=Count(9, 9), patient_words=["civilian", "child"])
    assert found(children, everybody) == []


def test_a_number_of_which_it_is_not_told_whose_it_is_contradicts_nobody() -> None:
    one = view(1, "a1", killed=Count(5, 5), speaker=["NGO"])
    assert found(one, view(2, None, killed=Count(9, 9))) == [("toll", "contradicts")]
    assert found(one, view(2, None, killed=Count(9, 9), given=True)) == []
    assert found(one, view(2, None, killed=Count(9, 9), given=True, compared="higher")) == []


def test_a_number_of_two_fronts_is_not_held_against_that_of_one() -> None:
    one = view(1, "a1", killed=Count(5, 5), speaker=["NGO"])
    assert found(one, view(2, "a2", killed=Count(9, 9), spread=True)) == []
    assert found(one, view(2, "a2", killed=Count(3, 3), spread=True)) == [("toll", "contradicts")]


def test_the_sources_of_a_monitor_do_not_contradict_it() -> None:
    one = view(1, "a1", killed=Count(5, 5), speaker=["NGO"])
    assert found(one, view(2, "a2", killed=Count(9, 9), source=["source"], relay=["NGO"])) == []
    assert found(one, view(2, "a2", killed=Count(9, 9), source=["source"], relay=["POLICE"])) == [
        ("toll", "contradicts")
    ]


def test_two_claims_of_one_side_are_one_dispute() -> None:
    told, again = view(1, "a1", agents=["RUS"], speaker=["NGO"]), view(2, "a2", agents=["RUS"], speaker=["WITNESS"])
    denials = [
        view(3, "a3", agents=["RUS"], speaker=["RUS"], factuality="denied"),
        view(4, "a4", agents=["RUS"], speaker=["RUS"], factuality="denied"),
    ]
    assert [(one.a, one.b) for one in disputes_of([told, again, *denials], SURELY)] == [("e1", "e3"), ("e2", "e3")]


def test_who_is_told_to_deny_is_the_side_that_denies() -> None:
    told = view(1, "a1", agents=["RUS"], speaker=["NGO"])
    dismissal = view(2, None, agents=["RUS"], type="REJECT", mode="deny")
    denial = view(3, "a3", agents=["RUS"], speaker=["RUS"], factuality="denied")
    pairs = Pairs()
    assert pairs.add("responsibility", told, dismissal)
    assert not pairs.add("responsibility", denial, told)
    assert pairs.add("toll", told, denial)


def test_a_denial_does_not_answer_a_deed_of_another_incident_that_is_pointed_at() -> None:
    denial = view(1, "a1", agents=["RUS"], speaker=["RUS"], factuality="denied")
    before = view(2, None, incident="i2")
    pointing = view(3, "a2", agents=["RUS"], speaker=["NGO"], pointing=True)
    assert found(denial, before, pointing) == []
    assert found(denial, pointing) == [("responsibility", "denies")]


def test_a_deed_that_is_pointed_at_is_of_its_own_place() -> None:
    before = view(1, None, place=FAR_TOWN)
    pointing = view(2, "a2", agents=["RUS"], speaker=["NGO"], pointing=True)
    denial = view(3, "a1", agents=["RUS"], speaker=["RUS"], factuality="denied", place=TOWN, incident="i2")
    assert found(before, pointing, denial) == []
    assert found(pointing, denial) == [("responsibility", "denies")]


def test_a_doer_read_from_elsewhere_leaves_no_toll_in_its_holder_s_mouth() -> None:
    one = view(1, "a1", agents=["RUS"], killed=Count(5, 5), speaker=["NGO"])
    other = view(2, "a2", agents=["RUS"], killed=Count(9, 9), speaker=["UN"], inferred=["agent"])
    assert found(one, other) == []
    assert found(one, view(2, "a2", killed=Count(9, 9), speaker=["UN"])) == [("toll", "contradicts")]


def test_a_toll_told_again_is_of_what_was_told_right_before() -> None:
    one = view(1, "a1", killed=Count(4, 4), speaker=["AGENCY"])
    again = view(2, "a2", killed=Count(6, 6), speaker=["NGO"], compared="again", incident="i2")
    assert found(one, again) == [("toll", "contradicts")]
    assert found(one, view(3, "a2", killed=Count(6, 6), speaker=["NGO"], compared="again", incident="i2")) == []
    assert found(one, view(2, "a2", killed=Count(6, 6), speaker=["NGO"], incident="i2")) == []


def test_police_and_villagers_are_two_doers() -> None:
    police = view(1, "a1", agents=["POLICE"], agent_words=["police"])
    villagers = view(2, "a2", agents=["VILLAGERS"], agent_words=["villager"], vague=True, factuality="possible")
    gunmen = view(2, "a2", agents=["GUNMEN"], agent_words=["gunman"], vague=True)
    assert found(police, villagers) == [("responsibility", "contradicts")]
    assert found(police, gunmen) == []


def test_who_denies_by_a_pronoun_is_who_is_accused_right_before() -> None:
    charge = view(1, None, type="ACCUSE", agents=["POWERS"], patients=["REGIME"], lemma="blame")
    denial = view(2, None, type="REJECT", mode="deny", agent=Span(25, 27))
    denial = msgspec.structs.replace(denial, sentence=1)
    assert found(charge, denial) == [("responsibility", "denies")]
    nobody = msgspec.structs.replace(view(2, None, type="REJECT", mode="deny"), sentence=1)
    assert found(charge, nobody) == []


def test_a_charge_whose_report_is_denied_is_no_dispute_of_its_own() -> None:
    charge = view(1, None, type="ACCUSE", agents=["POWERS"], patients=["RUS"], lemma="blame", incident="i2")
    report = msgspec.structs.replace(view(2, "a1", agents=["RUS"], speaker=["SOMEBODY"]), sentence=1)
    denial = view(3, "a2", agents=["RUS"], speaker=["RUS"], factuality="denied")
    assert [(one.a, one.b) for one in disputes_of([charge, report, denial], SURELY)] == [("e2", "e3")]


def test_a_coalition_of_one_text_is_one_whatever_actor_it_was_read_as() -> None:
    report = view(1, "a1", agents=["COALITION"], agent_words=["us-led", "coalition"], speaker=["NGO"])
    denial = view(2, "a2", agents=["OIR"], agent_words=["coalition"], speaker=["OIR"], factuality="denied")
    other = view(2, "a2", agents=["OIR"], agent_words=["saudi-led", "coalition"], speaker=["OIR"], factuality="denied")
    assert found(report, denial) == [("responsibility", "denies")]
    assert found(report, other) == []


def test_who_denies_the_allegation_answers_who_was_accused_without_a_name_right_before() -> None:
    told = view(1, "a1", agents=["OPPONENTS"], vague=True, speaker=["BRIGADE"])
    denial = view(2, None, type="REJECT", mode="deny", agents=["FRONT"], patient_words=["allegation"], incident="i2")
    assert found(told, denial) == [("responsibility", "denies")]
    assert found(view(1, "a1", agents=["OTHERS"], speaker=["BRIGADE"]), denial) == []
    assert found(told, msgspec.structs.replace(denial, patient_words=frozenset())) == []


def test_nobody_calls_his_own_deed_unlawful() -> None:
    lawful = view(1, "a1", speaker=["MINISTER"], standing="lawful")
    assert found(lawful, view(2, "a2", speaker=["JUDGE"], standing="unlawful")) == [("other", "contradicts")]
    own = view(2, "a2", speaker=["PRESIDENT"], agents=["PRESIDENT"], standing="unlawful")
    assert found(lawful, own) == []


def test_children_told_beside_a_toll_are_not_whom_it_counts() -> None:
    one = view(1, "a1", killed=Count(44, 44), speaker=["AGENCY"])
    beside = view(2, "a2", killed=Count(48, 48), speaker=["NGO"], patient_words=["child"], evidence=Span(2, 4))
    among = view(2, "a2", killed=Count(48, 48), speaker=["NGO"], patient_words=["child"], evidence=Span(6, 8))
    assert found(one, beside) == [("toll", "contradicts")]
    assert found(one, among) == []
