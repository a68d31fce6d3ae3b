"""Those who act together are one actor with members; pairs, enemies and lists of victims are not."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Event, Parse, Span
from sayso.naming import actors_of, as_one, together

Reader = Callable[[str], tuple[Cast, Parse]]
Acting = Callable[..., tuple[Cast, Parse, Event]]


@pytest.fixture
def acting(cast_of: Reader) -> Acting:
    """A text, its event's trigger, agents and patients -> cast, parse and event after `together`."""

    def read(text: str, trigger: str, agents: list[str], patients: list[str], type_: str) -> tuple[Cast, Parse, Event]:
        def spans(words: list[str]) -> tuple[Span, ...]:
            return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)

        cast, parse = cast_of(text)
        event = Event(spans([trigger])[0], type_, agent=spans(agents), patient=spans(patients))
        cast, events, _ = together(cast, parse, [event], ())
        return cast, parse, events[0]

    return read


def doers(cast: Cast, parse: Parse, event: Event) -> tuple[str, ...]:
    return as_one(cast, actors_of(cast, parse, event.agent))


def members(cast: Cast, id_: str) -> set[str]:
    found = cast.actor(id_)
    assert found is not None
    return set(found.members)


SEVEN = "Britain, France, Germany, Qatar, Saudi Arabia, Turkey and the United States met in Paris."


def test_a_meeting_of_seven_states_is_one_coalition(acting: Acting) -> None:
    cast, parse, event = acting(SEVEN, "met", ["Britain", "Germany"], ["France"], "CONSULT")
    (one,) = doers(cast, parse, event)
    assert members(cast, one) == {"GBR", "FRA", "DEU", "QAT", "SAU", "TUR", "USA"}
    assert cast.actor(one).kind == "coalition"  # type: ignore[union-attr]
    assert (len(event.agent), event.patient) == (7, ())


def test_the_same_company_has_one_id_in_any_order(acting: Acting) -> None:
    ids: set[str] = set()
    for text in ("Ghana, Peru and Norway met.", "Norway, Ghana and Peru met."):
        ids.update(doers(*acting(text, "met", ["Ghana"], [], "CONSULT")))
    assert ids == {"GHA_NOR_PER"}


def test_states_that_lost_their_commas_are_as_many_as_are_named(acting: Acting) -> None:
    cast, parse, event = acting(
        "The plan was backed by Ghana Peru and Norway.", "backed", ["Ghana"], ["plan"], "SUPPORT"
    )
    (one,) = doers(cast, parse, event)
    assert members(cast, one) == {"GHA", "PER", "NOR"}


def test_two_who_meet_are_a_pair(acting: Acting) -> None:
    cast, parse, event = acting("Ghana and Peru met in Oslo.", "met", ["Ghana", "Peru"], [], "CONSULT")
    assert doers(cast, parse, event) == ("GHA", "PER")


def test_persons_who_meet_are_one_of_several(acting: Acting) -> None:
    text = "Ministers Ana Brandt, Luis Prado and Omar Haddad met on Friday."
    cast, parse, event = acting(text, "met", ["Ministers Ana Brandt"], [], "CONSULT")
    (one,) = doers(cast, parse, event)
    assert (len(members(cast, one)), cast.actor(one).kind) == (3, "other")  # type: ignore[union-attr]


def test_persons_who_attack_stay_apart(acting: Acting) -> None:
    text = "Ana Brandt, Luis Prado and Omar Haddad attacked the guard."
    cast, parse, event = acting(text, "attacked", ["Ana Brandt", "Luis Prado", "Omar Haddad"], [], "ASSAULT")
    assert len(doers(cast, parse, event)) == 3


def test_those_who_fight_each_other_are_no_coalition(acting: Acting) -> None:
    text = "Clashes between Ghana, Peru and Norway killed two soldiers."
    cast, parse, event = acting(text, "Clashes", ["Ghana", "Peru", "Norway"], [], "ASSAULT")
    assert doers(cast, parse, event) == ("GHA", "PER", "NOR")


def test_the_three_countries_are_those_enumerated_before(acting: Acting) -> None:
    text = "Ghana, Peru and Norway signed a pact. The three countries will share water."
    cast, parse, event = acting(text, "signed", ["Ghana", "Peru", "Norway"], [], "AGREE")
    (one,) = doers(cast, parse, event)
    assert "The three countries" in cast.actor(one).names  # type: ignore[union-attr]
    assert actors_of(cast, parse, (Span(38, 57),)) == (one,)


@pytest.mark.parametrize("words", ["The foreign ministers of Ghana", "Delegates from Ghana", "Warplanes of Ghana"])
def test_those_of_several_states_belong_to_all_of_them(cast_of: Reader, words: str) -> None:
    cast, parse = cast_of(f"{words}, Peru and Norway arrived on Friday.")
    (one,) = actors_of(cast, parse, (Span(0, len(words)),))
    found = cast.actor(one)
    assert found is not None
    assert (set(found.members), found.country, found.part_of) == ({"GHA", "PER", "NOR"}, None, None)


def test_a_list_in_brackets_names_the_members(cast_of: Reader) -> None:
    cast, parse = cast_of("Four countries (Ghana, Peru, Japan and Norway) condemned the launch.")
    (one,) = actors_of(cast, parse, (Span(0, 14),))
    assert members(cast, one) == {"GHA", "PER", "JPN", "NOR"}


def test_victims_from_two_nations_are_no_coalition(cast_of: Reader) -> None:
    cast, _ = cast_of("The blast killed hundreds of Ghanaian and Peruvian workers.")
    assert not [one for one in cast.actors if one.members]


def test_a_coalition_swallows_members_told_beside_it(cast_of: Reader) -> None:
    cast, parse = cast_of("The leaders of Ghana and Peru agreed on a truce.")
    ids = actors_of(cast, parse, (Span(0, 20), Span(25, 29)))
    assert (len(ids), len(as_one(cast, ids))) == (2, 1)


def test_a_name_that_goes_on_after_and_is_told_whole(acting: Acting) -> None:
    text = "The Ministry of Health and Social Welfare warned residents."
    _, parse, event = acting(text, "warned", ["The Ministry of Health"], ["residents"], "THREATEN")
    assert [span.words(parse.text) for span in event.agent] == ["The Ministry of Health and Social Welfare"]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Ghana met Peru in Oslo. The two sides signed a pact.", "The two sides", {"GHA", "PER"}),
        ("Ghana and Peru signed a pact. Both countries voted.", "Both countries", {"GHA", "PER"}),
        ("Kari Moe received Luis Prado. The two leaders left.", "The two leaders", {"KARI_MOE", "LUIS_PRADO"}),
        ("Ghana, Peru and Norway met. The two sides left.", "The two sides", None),
        ("Ghana votes. Norway welcomed that the two countries met.", "the two countries", None),
    ],
)
def test_the_two_are_told_one_by_one(cast_of: Reader, text: str, words: str, wanted: set[str] | None) -> None:
    cast, parse = cast_of(text)
    found = set(actors_of(cast, parse, (Span(text.index(words), text.index(words) + len(words)),)))
    assert (found == wanted) if wanted is not None else len(found) == 1
