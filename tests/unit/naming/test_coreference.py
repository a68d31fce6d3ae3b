"""Mentions of one actor brought together: short forms, other words for the same people, pronouns that mean things."""

from collections.abc import Callable

import pytest

from sayso.model import Actor, Cast, Parse
from sayso.naming import actors_of

Reader = Callable[[str], tuple[Cast, Parse]]
Tagged = Callable[[str, dict[str, str]], Cast]


def meant(cast: Cast, parse: Parse, words: str, nth: int = 0) -> str | None:
    """The id of the actor that the nth mention with these words or this head is tied to; None where it is nobody."""
    found = [m for m in cast.mentions if words in (m.span.words(parse.text), m.head.words(parse.text))]
    return found[nth].actor if len(found) > nth else None


def actor(cast: Cast, id_: str | None) -> Actor:
    return next(one for one in cast.actors if one.id == id_)


def test_a_title_with_a_surname_is_the_one_named_in_full(cast_of: Reader) -> None:
    cast, parse = cast_of("District Judge Ola Tveit freed the men on Monday. Judge Tveit called the charge weak.")
    assert meant(cast, parse, "Judge Tveit") == meant(cast, parse, "Tveit")
    assert len([one for one in cast.actors if "Tveit" in " ".join(one.names)]) == 1


def test_accents_make_no_other_name(cast_of: Reader) -> None:
    cast, _ = cast_of("Minister Joachim Dudziński resigned on Monday. Dudzinski denied the charge.")
    assert len([one for one in cast.actors if any("Dudzi" in name for name in one.names)]) == 1


def test_a_surname_is_not_the_politicians_where_someone_else_of_it_is_named(cast_of: Reader) -> None:
    cast, _ = cast_of("South Korea mourned mayor Park Min-jun on Friday. Park was 64. Police found Park near Seoul.")
    assert "PARK_GEUN_HYE" not in {one.registry for one in cast.actors}


def test_the_demonstrators_are_the_protesters_named_before(cast_of: Reader) -> None:
    cast, parse = cast_of("Protesters marched on the palace. Police fired tear gas at the demonstrators.")
    assert meant(cast, parse, "Protesters") == meant(cast, parse, "the demonstrators")


def test_the_victims_are_those_who_died(cast_of: Reader) -> None:
    cast, parse = cast_of("Five girls were killed in the raid. The mayor visited. He named the victims on Sunday.")
    assert meant(cast, parse, "girls") == meant(cast, parse, "the victims")


def test_they_may_mean_things(cast_of: Reader) -> None:
    cast, parse = cast_of("Residents were asked to sell goats. The goats ate little because their teeth were bad.")
    assert meant(cast, parse, "their") is None


def test_whom_a_shared_subject_hits_is_not_that_subject(cast_of: Reader) -> None:
    cast, parse = cast_of("Ana Brandt fled. An officer threw Brandt down and handcuffed her.")
    assert meant(cast, parse, "her") == meant(cast, parse, "Brandt")


def test_it_is_nobody_where_a_clause_is_weighed(cast_of: Reader) -> None:
    cast, parse = cast_of("The army left. The flood made it easier to cross. It is dangerous to wait.")
    assert (meant(cast, parse, "it"), meant(cast, parse, "It")) == (None, None)


def test_a_country_in_which_something_happens_is_no_mention(cast_of: Reader) -> None:
    cast, parse = cast_of("Two bombs exploded in Ghana. Ghana closed the border.")
    assert [m.head.start for m in cast.mentions if m.head.words(parse.text) == "Ghana"] == [parse.text.rindex("Ghana")]


def test_a_group_banned_in_a_country_is_banned_by_it(cast_of: Reader) -> None:
    cast, parse = cast_of("Fighters of the Northern Front, a group banned in Ghana, left the town.")
    assert meant(cast, parse, "Ghana") == "GHA"


def test_a_body_with_its_country_before_it_is_the_one_without(cast_of: Reader) -> None:
    cast, parse = cast_of("The United States Supreme Court upheld the ban. The Supreme Court had waited for months.")
    assert {meant(cast, parse, "Court", nth) for nth in (0, 1)} == {meant(cast, parse, "Court")}


def test_the_mayor_of_another_town_is_someone_else(cast_of: Reader) -> None:
    cast, parse = cast_of("Panama City mayor Luis Prado resigned. The mayor of London praised him.")
    assert meant(cast, parse, "mayor") != meant(cast, parse, "Prado")


def test_two_titles_before_a_name_are_one_person(cast_of: Reader) -> None:
    cast, _ = cast_of("Union leader and Prime Minister Ana Brandt arrived on Friday.")
    assert len([one for one in cast.actors if one.kind == "person"]) == 1


def test_the_second_of_a_list_is_no_apposition(cast_of: Reader) -> None:
    cast, _ = cast_of("The minister, Northern Water, and its staff rejected the report on Monday.")
    assert not [one for one in cast.actors if {"The minister", "Northern Water"} <= set(one.names)]


def test_the_country_with_a_qualifier_is_no_country_named_before(cast_of: Reader) -> None:
    cast, parse = cast_of("Ghana closed the border. The middle eastern country sent aid.")
    assert meant(cast, parse, "country") != "GHA"


def test_it_is_the_subject_of_the_clause_above(cast_of: Reader) -> None:
    text = "Ghana asked Norway. Norway thanked Peru. Peru wrote to Norway. Interpol did not disclose whether it had a warrant."
    cast, parse = cast_of(text)
    assert meant(cast, parse, "it") == meant(cast, parse, "Interpol")


def test_the_group_is_not_what_others_are_called_by(cast_of: Reader) -> None:
    text = "The Northern Front left the town after an attack by rival Islamist fighters. The group denied it."
    cast, parse = cast_of(text)
    assert "Islamist" not in actor(cast, meant(cast, parse, "group")).names


def test_the_fleeing_rebels_are_the_rebels(cast_of: Reader) -> None:
    cast, parse = cast_of("The rebels left the town. The fleeing rebels fired on the houses.")
    assert meant(cast, parse, "The rebels") == meant(cast, parse, "The fleeing rebels")


def test_whoever_backs_the_states_forces_they_are_the_states(cast_of: Reader) -> None:
    cast, parse = cast_of("Regime forces entered the town. Norwegian-backed regime forces fired on the market.")
    assert meant(cast, parse, "forces", 0) == meant(cast, parse, "forces", 1)


def test_insurgents_are_the_one_side_of_rebels_told_of_before(cast_of: Reader) -> None:
    cast, parse = cast_of("Rebels shelled the port. On Friday insurgents fired on a bus.")
    assert meant(cast, parse, "Rebels") == meant(cast, parse, "insurgents")


def test_insurgents_are_nobody_known_where_two_sides_were_told_of(cast_of: Reader) -> None:
    cast, parse = cast_of("The Northern Front militia fought Hezbollah. On Friday insurgents fired on a bus.")
    assert meant(cast, parse, "insurgents") not in {"HEZBOLLAH", meant(cast, parse, "Front")}


def test_the_rebels_of_a_rebel_attack_are_the_rebels(cast_of: Reader) -> None:
    cast, parse = cast_of("A rebel attack killed two guards. Rebels left at dawn.")
    assert meant(cast, parse, "rebel") == meant(cast, parse, "Rebels")


def test_the_group_is_who_was_named_since(cast_of: Reader) -> None:
    text = "Amnesty International counted the dead. The group had sent a team. Hezbollah denied the charge. The group left the town."
    cast, parse = cast_of(text)
    assert [meant(cast, parse, "The group", n) for n in (0, 1)] == [
        meant(cast, parse, "Amnesty International"),
        "HEZBOLLAH",
    ]


def test_an_alliance_against_a_group_is_not_that_group(cast_of: Reader) -> None:
    cast, parse = cast_of("The town hosts an anti-Houthi, pro-government coalition. The Houthis left.")
    assert meant(cast, parse, "coalition") != meant(cast, parse, "Houthis")
    assert "an anti-Houthi, pro-government coalition" in actor(cast, meant(cast, parse, "coalition")).names


def test_rebels_are_not_the_fighters_of_the_government_whom_they_kill(cast_of: Reader) -> None:
    text = "About 30 Syrian government fighters were killed when rebels set off a bomb."
    cast, parse = cast_of(text)
    assert meant(cast, parse, "rebels") != meant(cast, parse, "fighters")
    assert actor(cast, meant(cast, parse, "fighters")).kind == "military"


def test_the_pm_is_the_prime_minister(cast_of: Reader) -> None:
    cast, parse = cast_of("Prime Minister Ola Tveit met the guides. Reporters left. The PM denied the charge.")
    assert actor(cast, meant(cast, parse, "The PM")).names[0].endswith("Ola Tveit")


def test_a_title_set_off_from_its_name_by_more_words_is_that_persons(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "Minister Ola Tveit spoke. It was asked for by the minister at the time, Kari Moe, on Monday."
    )
    assert meant(cast, parse, "the minister") == meant(cast, parse, "Kari Moe")


def test_a_son_is_not_the_mother_of_whom_he_has_the_name(cast_of: Reader) -> None:
    cast, parse = cast_of("Mona Rahal lives in the port. Her son, Rahal, was shot on Monday.")
    assert meant(cast, parse, "Her son") != meant(cast, parse, "Mona Rahal")


def test_one_wrong_letter_in_a_long_surname_makes_no_other_person(cast_of: Reader) -> None:
    cast, _ = cast_of(
        "Governor Pedro Pierluisi resigned on Monday. Pedro Pierlusi denied the charge. Anna Orlovina left."
    )
    assert len([one for one in cast.actors if "Pedro" in " ".join(one.names)]) == 1


def test_two_people_of_the_registry_are_never_one(cast_of: Reader) -> None:
    cast, _ = cast_of("Nominee Angela Merkel led President Emmanuel Macron, the nominee of the greens, in the polls.")
    assert {"ANGELA_MERKEL", "EMMANUEL_MACRON"} <= {one.registry for one in cast.actors}


def test_a_surname_is_whoever_was_named_last_in_full(tagged: Tagged) -> None:
    text = "Lee Jae-myung lost. The party's young leader Lee Jun-seok won. Guards arrested Lee."
    cast = tagged(text, {"Lee Jae-myung": "Person", "Lee Jun-seok": "Person"})
    named = {actor.id: actor.names for actor in cast.actors}
    assert "Lee" in named["LEE_JUN_SEOK"]


def test_a_father_of_another_is_another(cast_of: Reader) -> None:
    cast, parse = cast_of("Adam Rahal left with his father. “My father paid,” Leif Odd said.")
    fathers = {m.actor for m in cast.mentions if m.span.words(parse.text).lower() in ("his father", "my father")}
    assert len(fathers) == 2


def test_a_title_of_the_texts_own_is_no_guests(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "The prime minister left. The prime minister fell. The prime minister spoke. "
        "Kari Moe, prime minister of Norway, came too. The prime minister thanked her."
    )
    spans = [m for m in cast.mentions if m.span.words(parse.text) == "The prime minister"]
    assert len({m.actor for m in spans}) == 1


def test_terrorists_of_another_sentence_are_not_the_group_named_before(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "ISIS terrorists shelled Arbin. Rain fell. Terrorists shelled Oslo. The SDF chased terrorists."
    )
    assert meant(cast, parse, "Terrorists") != "ISIS"
    assert (
        len({m.actor for m in cast.mentions if m.span.words(parse.text).lower() == "terrorists"} & {"SDF", "ISIS"}) == 0
    )


def test_she_is_not_every_woman(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "Every woman worried. Ana Brandt left. She returned because every woman asked what she wanted."
    )
    assert {meant(cast, parse, "She")} == {"ANA_BRANDT"}
    assert meant(cast, parse, "she") != meant(cast, parse, "every woman")


def test_a_role_that_lost_its_comma_is_no_part_of_a_name(tagged: Tagged) -> None:
    cast = tagged("Ana Brandt head of the port left.", {"Ana Brandt head": "Person"})
    assert "ANA_BRANDT" in {one.id for one in cast.actors}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Syrian Observatory for Human Rights counted ten. Human Rights Watch did not. The Lima-based Observatory left.",
            {"The Syrian Observatory for Human Rights", "The Lima-based Observatory"},
        ),
        (
            "Omar Haddad director of the Harbour Watch said so.",
            {"Omar Haddad", "Omar Haddad director of the Harbour Watch"},
        ),
        ("Twenty members of the Nusra Front died.", {"Twenty members of the Nusra Front", "the Nusra Front"}),
        ("A gathering of Nusra Front terrorists was hit.", {"A gathering of Nusra Front terrorists", "Nusra Front"}),
        (
            "The Democratic Alliance won in Durban. It rained. Trains stood. Many slept. Nobody sang. The party was glad.",
            {"The Democratic Alliance", "The party"},
        ),
    ],
)
def test_other_words_for_someone_named_are_the_same_actor(cast_of: Reader, text: str, names: set[str]) -> None:
    cast, _ = cast_of(text)
    assert any(names <= set(actor.names) for actor in cast.actors)


def members(cast: Cast, id_: str | None) -> set[str]:
    """The names of those whom an actor is made of."""
    return {name for member in actor(cast, id_).members for name in actor(cast, member).names}


def test_they_are_both_who_were_named_together(cast_of: Reader) -> None:
    cast, parse = cast_of("Ana Brandt and Jonas Lund met in Oslo on Monday. They discussed a treaty.")
    assert members(cast, meant(cast, parse, "They")) == {"Ana Brandt", "Jonas Lund"}
    assert actor(cast, meant(cast, parse, "They")).names == ("Ana Brandt and Jonas Lund",)


def test_both_who_were_named_together_are_told_one_by_one(cast_of: Reader) -> None:
    cast, parse = cast_of("Ana Brandt and Jonas Lund met in Oslo on Monday. They discussed a treaty.")
    they = next(mention.span for mention in cast.mentions if mention.span.words(parse.text) == "They")
    assert len(actors_of(cast, parse, (they,))) == 2


def test_one_person_named_alone_is_not_they(cast_of: Reader) -> None:
    cast, parse = cast_of("Ana Brandt met soldiers in Oslo on Monday. They were arrested on Tuesday.")
    assert meant(cast, parse, "They") == meant(cast, parse, "soldiers")


def test_who_says_something_is_no_thing(cast_of: Reader) -> None:
    cast, parse = cast_of("Prosecutors charged the man. Laws were broken, they said on Monday.")
    assert meant(cast, parse, "they") == meant(cast, parse, "Prosecutors")


def test_whom_the_police_arrest_are_not_the_police(cast_of: Reader) -> None:
    cast, parse = cast_of("Police followed five smugglers to the port. On Monday officers arrested them.")
    assert meant(cast, parse, "them") == meant(cast, parse, "smugglers")


def test_some_of_whom_are_no_single_body(cast_of: Reader) -> None:
    cast, parse = cast_of("The mayor joined the company, four of whom were injured. He met miners, two of whom died.")
    assert [meant(cast, parse, "whom", nth) for nth in (0, 1)].count(meant(cast, parse, "miners")) == 1
    assert meant(cast, parse, "company") not in {m.actor for m in cast.mentions if m.head.words(parse.text) == "whom"}
