from collections.abc import Callable

from sayso.model import Claim, Ledger

Read = Callable[..., Ledger]


def claim_of(ledger: Ledger, trigger: str) -> Claim:
    return next(one for one in ledger.claims if one.event.trigger.words(ledger.document.text) == trigger)


def test_the_holder_of_an_indirect_claim_is_its_speaker(read: Read) -> None:
    ledger = read("Rebels shelled the town of Arbin on Monday, residents said.", "2015-10-02")
    holder = ledger.attribution(claim_of(ledger, "shelled").holder)
    assert holder is not None
    assert [span.words(ledger.document.text) for span in holder.source] == ["residents"]


def test_a_place_and_a_day_of_the_same_clause_belong_to_the_event(read: Read) -> None:
    ledger = read("Rebels shelled the town of Arbin on Monday, residents said.", "2015-10-02")
    claim = claim_of(ledger, "shelled")
    assert claim.place is not None
    toponym = ledger.toponym(claim.place.place)
    assert toponym is not None
    assert toponym.name == "Arbin"
    assert claim.time is not None
    assert claim.time.edtf == "2015-09-28"


def test_several_towns_of_a_list_are_one_event(read: Read) -> None:
    ledger = read("Warplanes bombed Hama, Homs and Idlib on Thursday, the army said.", "2015-10-02")
    claim = claim_of(ledger, "bombed")
    found = [where for where in (claim.place, *claim.places) if where is not None]
    names = [toponym.name for where in found if (toponym := ledger.toponym(where.place)) is not None]
    assert names == ["Hama", "Homs", "Idlib"]


def test_a_later_mention_carries_the_day_and_the_town(read: Read) -> None:
    ledger = read(
        "Rebels shelled the town of Arbin on Monday, residents said.\nThe shelling killed nine people, residents said.",
        "2015-10-02",
    )
    claim = claim_of(ledger, "shelling")
    assert claim.time is not None
    assert (claim.time.span, claim.time.edtf) == (None, "2015-09-28")
    assert claim.place is not None
    assert claim.place.span is None
    assert {"place", "time"} <= set(claim.inferred)


def test_the_compass_part_of_a_country_is_where_it_happened(read: Read) -> None:
    ledger = read("Rebels attacked an army post in northern Mali on Monday, the army said.", "2015-10-02")
    claim = claim_of(ledger, "attacked")
    assert claim.place is not None
    toponym = ledger.toponym(claim.place.place)
    assert toponym is not None
    assert toponym.place is not None
    assert toponym.where is not None
    assert (toponym.place.name, toponym.where.name) == ("Mali", "north of Mali")
    assert (toponym.where.lat or 0) > (toponym.place.lat or 0)


def test_a_doer_named_by_one_holder_is_not_put_into_anothers_mouth(read: Read) -> None:
    ledger = read(
        "Government jets bombed the market in Arbin on Monday, rebels said.\n"
        "The bombing killed nine people, the Red Crescent said.",
        "2015-10-02",
    )
    first, second = claim_of(ledger, "bombed"), claim_of(ledger, "bombing")
    assert first.agent_actor != ()
    assert second.agent_actor == ()


def test_without_a_date_relative_days_stay_relative(read: Read) -> None:
    ledger = read("Rebels shelled the town of Arbin yesterday, residents said.")
    claim = claim_of(ledger, "shelled")
    assert claim.time is not None
    assert claim.time.edtf is None


def test_an_article_in_another_language_has_no_claims(read: Read) -> None:
    ledger = read(
        "Die Rebellen haben am Montag die Stadt Arbin beschossen, sagten Bewohner. Mindestens neun Menschen wurden getötet, "
        "teilte das Gesundheitsministerium mit. Die Armee wies die Vorwürfe zurück."
    )
    assert ledger.document.language == "de"
    assert ledger.claims == ()


def test_what_began_on_a_day_lasts(read: Read) -> None:
    ledger = read("The army began an offensive against rebels near Gao on Wednesday, officials said.", "2015-10-02")
    claim = claim_of(ledger, "offensive")
    assert claim.time is not None
    assert claim.time.edtf == "2015-09-30/.."


def test_where_a_source_stands_is_not_where_it_happened(read: Callable[..., Ledger]) -> None:
    ledger = read("A monitoring group based in Britain said rebels shelled a village on Thursday.")
    (claim,) = ledger.claims
    assert claim.place is None


def test_what_a_stretch_of_time_began_with_was_at_its_start(read: Read) -> None:
    text = "More than 900 people have been killed since the conflict began in March 2011 with street protests in Daraa."
    claim = claim_of(read(text, "2015-10-02"), "protests")
    assert claim.time is not None
    assert claim.time.edtf == "2011-03"


def test_early_in_a_year_is_that_year(read: Read) -> None:
    claim = claim_of(read("Rebels seized the town of Arbin in early 2014, residents said.", "2015-10-02"), "seized")
    assert claim.time is not None
    assert claim.time.edtf == "2014"


def test_a_year_that_a_law_is_named_by_dates_nothing(read: Read) -> None:
    text = "The central bank fined the exchange house under Federal Law No. 12 of 2018, officials said on Friday."
    claims = read(text, "2021-10-01").claims
    assert "2018" not in {claim.time.edtf for claim in claims if claim.time is not None}


def test_what_a_war_started_with_was_at_its_start(read: Read) -> None:
    text = "Thousands have been killed since the war started in 2012 with the violent repression of street protests."
    claim = claim_of(read(text, "2015-10-02"), "protests")
    assert claim.time is not None
    assert claim.time.edtf == "2012"


def test_what_tells_whose_branch_a_group_is_is_not_where_it_acted(read: Read) -> None:
    text = "Fighters of al-Qaeda's branch in the Levant shelled the town of Arbin on Friday. African leaders met on Sunday."
    ledger = read(text, "2015-10-02")
    names = {place.id: place.name for place in ledger.places}
    where = [names[claim.place.place] for claim in ledger.claims if claim.place is not None]
    assert not {"Levant", "African"} & set(where)


def test_that_attack_is_where_and_when_the_one_told_right_before_was(read: Callable[..., Ledger]) -> None:
    text = (
        "Rebels carried out an attack on a market in Bergen on Tuesday, police said. Gunmen killed forty people in an attack in Tromso"
        " in August 2013. Norway said the army was behind that attack."
    )
    ledger = read(text, date="2017-04-05")
    last = [one for one in ledger.claims if one.event.trigger.words(text) == "attack"][-1]
    assert last.event.trigger.end == len(text) - 1
    assert last.time is not None
    assert last.time.edtf == "2013-08"


def test_what_has_happened_since_is_no_outcome_of_what_happened_before(read: Callable[..., Ledger]) -> None:
    ledger = read(
        "It would mark the deadliest attack in Norway since a gas cloud killed forty people in Tromso in 2013."
    )
    tolls = {one.event.trigger.words(ledger.document.text): one.event.toll.killed for one in ledger.claims}
    assert tolls.get("attack") is None


def test_what_a_statement_asks_for_those_ask_who_issued_it(read: Read) -> None:
    ledger = read(
        "The Seventh Brigade issued a statement on Monday. The statement called on the rebels to leave the port.",
        "2015-10-02",
    )
    claim = claim_of(ledger, "called")
    assert [actor.names[0] for actor in ledger.cast.actors if actor.id in claim.agent_actor] == ["The Seventh Brigade"]
