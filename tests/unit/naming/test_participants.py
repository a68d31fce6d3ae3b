"""The actors that agent and patient spans name."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse, Span
from sayso.naming import actors_of

Reader = Callable[[str], tuple[Cast, Parse]]


def of(cast: Cast, parse: Parse, *words: str) -> tuple[str, ...]:
    spans = tuple(Span(parse.text.index(one), parse.text.index(one) + len(one)) for one in words)
    return actors_of(cast, parse, spans)


def test_conjoined_names_are_several_actors(cast_of: Reader) -> None:
    cast, parse = cast_of("Ghana and Peru signed a treaty.")
    assert of(cast, parse, "Ghana and Peru") == ("GHA", "PER")


def test_a_belonging_stands_for_its_owner(cast_of: Reader) -> None:
    cast, parse = cast_of("Jets struck ISIS bases near the river.")
    assert of(cast, parse, "ISIS bases") == ("ISIS",)
    cast, parse = cast_of("Clerics condemned ISIS tactics near the river.")
    assert of(cast, parse, "ISIS tactics") == ("ISIS",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army bombed ISIS and Hezbollah militants in Arbin.", "ISIS and Hezbollah militants"),
        ("The army bombed the ISIS and Hezbollah positions in Arbin.", "the ISIS and Hezbollah positions"),
    ],
)
def test_groups_that_share_a_noun_are_all_meant(cast_of: Reader, text: str, words: str) -> None:
    assert of(*cast_of(text), words) == ("ISIS", "HEZBOLLAH")


def test_groups_that_a_number_of_men_are_from_are_both_meant(cast_of: Reader) -> None:
    words = "dozens of ISIS and al-Qaeda fighters"
    assert of(*cast_of(f"Soldiers killed {words} on Monday."), words) == ("ISIS", "AL_QAEDA")


def test_a_group_beside_whom_something_else_is_joined_is_alone(cast_of: Reader) -> None:
    cast, parse = cast_of("The army bombed roads and Hezbollah positions in Arbin.")
    assert of(cast, parse, "Hezbollah positions") == ("HEZBOLLAH",)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The army shelled the terrorists gatherings near the river.", "the terrorists gatherings", "armed_group"),
        ("Shells fell on a gathering of mourners near the river.", "a gathering of mourners", "civilians"),
    ],
)
def test_gatherings_are_those_who_gather(cast_of: Reader, text: str, words: str, kind: str) -> None:
    cast, parse = cast_of(text)
    assert [one.kind for one in cast.actors if one.id in of(cast, parse, words)] == [kind]


def test_a_head_at_the_end_of_a_name_is_who_bears_it(cast_of: Reader) -> None:
    cast, parse = cast_of("The town is held by the army, helped by US-led coalition air strikes and special forces.")
    assert of(cast, parse, "coalition") == ("CJTF_OIR",)


def test_a_place_names_no_actor(cast_of: Reader) -> None:
    cast, parse = cast_of("Jets struck areas not controlled by ISIS.")
    assert of(cast, parse, "areas not controlled by ISIS") == ()


def test_victims_before_the_word_for_their_loss_are_meant(cast_of: Reader) -> None:
    cast, parse = cast_of("The raid led to civilian casualties.")
    (only,) = of(cast, parse, "civilian casualties")
    actor = cast.actor(only)
    assert actor is not None
    assert actor.kind == "civilians"


def test_the_demonym_of_a_strike_is_its_doer(cast_of: Reader) -> None:
    cast, parse = cast_of("Norwegian airstrikes hit the port.")
    assert of(cast, parse, "Norwegian") == ("NOR",)


def test_the_demonym_of_a_citizen_is_not_the_state(cast_of: Reader) -> None:
    cast, parse = cast_of("A Norwegian citizen was seized at the port.")
    (only,) = of(cast, parse, "Norwegian")
    actor = cast.actor(only)
    assert actor is not None
    assert (actor.kind, actor.country) == ("civilians", "NO") or actor.kind == "person"


def test_who_speaks_as_a_citizen_is_not_the_state(cast_of: Reader) -> None:
    cast, parse = cast_of("Ana Brandt spoke as a Norwegian citizen who hates the raids.")
    assert of(cast, parse, "Norwegian") == ()


def test_several_spans_give_each_actor_once(cast_of: Reader) -> None:
    cast, parse = cast_of("Ghana struck first, and Ghana struck last.")
    assert of(cast, parse, "Ghana", "Ghana struck last")[:1] == ("GHA",)


def test_no_spans_name_nobody(cast_of: Reader) -> None:
    cast, parse = cast_of("Ghana struck first.")
    assert actors_of(cast, parse, ()) == ()


def test_an_adjective_on_what_is_anothers_only_tells_where(cast_of: Reader) -> None:
    cast, parse = cast_of("Ana Brandt left. Her Norwegian visit was short.")
    assert of(cast, parse, "Norwegian") == ()


def test_a_state_before_the_name_of_a_group_is_not_its_doer(cast_of: Reader) -> None:
    cast, parse = cast_of("Ghana's Northern Front fired rockets.")
    assert of(cast, parse, "Ghana") == of(cast, parse, "Northern Front")
    assert "GHA" not in of(cast, parse, "Ghana")
    cast, parse = cast_of("Rockets were fired. Syrias leading opposition group demanded talks.")
    assert "SYR" not in of(cast, parse, "Syrias")


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Norwegian and Peruvian warplanes hit the port.", "Norwegian and Peruvian warplanes", ("NOR", "PER_MIL")),
        ("Either Norwegian or Peruvian jets hit it.", "Either Norwegian or Peruvian jets", ("NOR", "PER_MIL")),
        ("Norwegian and allied Peruvian jets hit it.", "Norwegian and allied Peruvian jets", ("NOR", "PER_MIL")),
        ("Norwegian and Peruvian guides left.", "Norwegian and Peruvian guides", None),
    ],
)
def test_forces_of_two_states_are_both(cast_of: Reader, text: str, words: str, wanted: tuple[str, ...] | None) -> None:
    cast, parse = cast_of(text)
    found = of(cast, parse, words)
    assert found == wanted if wanted is not None else "NOR" not in found


def test_forces_of_a_government_joined_with_anothers_are_its_own(cast_of: Reader) -> None:
    cast, parse = cast_of("Norwegian and government forces hit the port. Government and opposition forces fought.")
    state, own = of(cast, parse, "Norwegian and government forces")
    actor = cast.actor(own)
    assert state == "NOR"
    assert actor is not None
    assert (actor.kind, actor.country) == ("military", None)
    kinds = [one.kind for id_ in of(cast, parse, "Government and opposition forces") if (one := cast.actor(id_))]
    assert kinds == ["government_body", "armed_group"]


def test_a_lost_apostrophe_does_not_make_the_state_the_doer(cast_of: Reader) -> None:
    cast, parse = cast_of("Norways leading opposition group the Northern Front fired. Norways army fired back.")
    assert "NOR" not in of(cast, parse, "Norways leading opposition group")
    assert of(cast, parse, "Norways army") == ("NOR_MIL",)


def test_a_leader_s_name_that_lost_its_apostrophe_is_his_before_what_he_has(cast_of: Reader) -> None:
    cast, parse = cast_of("Bashar al-Assads forces left the town. Bashar Assads regime denied it. Syria is at war.")
    assert of(cast, parse, "Bashar al-Assads forces") == ("SAA",)
    assert of(cast, parse, "Bashar Assads regime") == ("SYR_GOV",)


def test_states_joined_by_a_hyphen_are_both(cast_of: Reader) -> None:
    cast, parse = cast_of("The Norwegian-Peruvian truce ended.")
    assert set(of(cast, parse, "Norwegian-Peruvian")) == {"NOR", "PER"}


def test_one_of_a_people_is_not_its_state(cast_of: Reader) -> None:
    cast, parse = cast_of("The guide, an ethnic Ghanaian from Peru, left.")
    assert "GHA" not in of(cast, parse, "an ethnic Ghanaian from Peru")
