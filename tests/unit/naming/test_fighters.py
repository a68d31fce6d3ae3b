"""Words for fighters and extremists, and whom they mean."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse
from unit.naming.conftest import meant

Reader = Callable[[str], tuple[Cast, Parse]]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # its own ranks, through a generic word and counted
        ("At least 40 militants of the Northern Front militant organization were killed.", "At least 40 militants of the Northern Front militant organization", "NORTHERN_FRONT"),
        ("Islamic State fled. The group lost 13 of its fighters.", "13 of its fighters", "ISIS"),
        # several of a group's are not its leaders, nor is one of them the group
        ("Islamic State fled. The raid killed many of its leaders.", "many of its leaders", "MANY"),
        ("Islamic State fled. One of its fighters fired.", "One of its fighters", "ONE"),
        # terrorists are who is called so
        ("Twelve members of the Nusra Front terrorist group fought the Kivu Militia. Guns hit the terrorists positions.", "terrorists", "NUSRA"),
        ("Islamic State and the Nusra Front, two terrorist groups, fought. Guns hit the terrorists positions.", "terrorists", "TERRORISTS"),
        # rebels of a whole country are of any group
        ("Nusra Front took a town. Rebels in Syria fled.", "Rebels", "REBELS"),
        ("Nusra Front took a town. Jets hit rebels near it.", "rebels", "NUSRA"),
        # brackets tell of the name before them
        ("Six Islamic State rebels (a terrorist group banned in Ghana) fled.", "a terrorist group", "ISIS"),
        ("Six Islamic State rebels (the army said) fled.", "the army", "ARMY"),
    ],
)  # fmt: skip
def test_words_for_fighters_mean_their_group(cast_of: Reader, text: str, words: str, wanted: str) -> None:
    cast, parse = cast_of(text)
    assert meant(cast, parse, words, nth=0) == wanted


def test_who_fights_the_extremists_is_none_of_them(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "Islamic State, a jihadist group, took a town. The Nusra Front is involved in an offensive against the jihadists."
    )
    assert meant(cast, parse, "the jihadists", nth=0) == "ISIS"
    cast, parse = cast_of("The Nusra Front opened an offensive against the jihadists.")
    assert meant(cast, parse, "the jihadists", nth=0) != "NUSRA"


def test_whoever_is_against_terrorists_is_no_terrorist_group(cast_of: Reader) -> None:
    cast, parse = cast_of("Planes of the global anti-jihadist coalition flew. Ghana fights the terrorist groups.")
    assert meant(cast, parse, "the terrorist groups", nth=0) != meant(
        cast, parse, "the global anti-jihadist coalition", nth=0
    )


@pytest.mark.parametrize("words", ["Coalition forces", "The military alliance", "The coalition"])
def test_a_coalition_is_its_forces_and_the_alliance(cast_of: Reader, words: str) -> None:
    cast, parse = cast_of(f"The U.S.-led coalition fights Islamic State. {words} hit a town on Monday.")
    assert meant(cast, parse, words, nth=0) == "CJTF_OIR"


def test_of_two_coalitions_neither_is_the_coalition(cast_of: Reader) -> None:
    cast, parse = cast_of("The U.S.-led coalition met the Saudi-led coalition. Coalition forces hit a town.")
    assert meant(cast, parse, "Coalition forces", nth=0) not in (
        "CJTF_OIR",
        meant(cast, parse, "the Saudi-led coalition", nth=0),
    )


def test_a_word_for_allies_right_before_their_names_is_them(cast_of: Reader) -> None:
    cast, _ = cast_of("Rebel allies Ghana and Peru signed a deal.")
    assert [actor.id for actor in cast.actors] == ["GHA", "PER"]
    cast, _ = cast_of("Rebel allies signed a deal with Ghana.")
    assert len(cast.actors) == 2


def test_the_rest_of_the_country_is_the_country(cast_of: Reader) -> None:
    cast, parse = cast_of("Peru is at war. Peru sent troops. Bombers struck at the rest of the country.")
    assert meant(cast, parse, "the country", nth=0) == "PER"
    cast, parse = cast_of("Peru spoke. The rest of the rebels fled.")
    assert meant(cast, parse, "The rest of the rebels", nth=0) not in (None, "PER")


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # some of the group that was named before
        ("The Northern Front fled. A raid killed 19 fighters from the group.", "fighters", "NORTHERN_FRONT"),
        ("Islamic State fled. Twelve members of the organisation died.", "Twelve members of the organisation", "ISIS"),
        ("The Northern Front fled. At least 30 militants of the terrorist group operating in Ghana died.", "militants", "AT_LEAST_30_MILITANTS"),
        ("The Kivu Militia held us. Two members of my group died.", "members", "TWO_MEMBERS"),
        ("The Northern Front fled. The Kivu Observatory for Human Rights said 19 fighters from the group were killed.", "fighters", "NORTHERN_FRONT"),
        ("Islamic State fled. Twelve members of a group died.", "Twelve members of a group", "TWELVE_MEMBERS"),
        # jihadists where one group alone is told of
        ("The jihadist group Islamic State fled. Jets killed 30 jihadists near the lake.", "30 jihadists", "ISIS"),
        ("The jihadist group Islamic State fled. The Nusra Front fired. Jets killed 30 jihadists.", "30 jihadists", "30_JIHADISTS"),
        ("The jihadist group Islamic State fled. Tribal rebels fired. Jets killed 30 jihadists.", "30 jihadists", "30_JIHADISTS"),
        ("The jihadist group Islamic State fled. Jets killed 30 jihadists of the north.", "jihadists", "30_JIHADISTS"),
        # several groups are none by name
        ("The Nusra Front terrorist organization fired. Planes hit the terrorist organizations.", "the terrorist organizations", "TERRORIST_ORGANIZATIONS"),
        ("The Nusra Front terrorist organization fired. Planes hit the terrorist organization.", "the terrorist organization", "NUSRA"),
        # rebels by another word
        ("Rebels took a hill. Opposition fighters killed six soldiers.", "Opposition fighters", "REBELS"),
        ("The Nusra Front took a hill. Opposition fighters killed six soldiers.", "Opposition fighters", "OPPOSITION_FIGHTERS"),
        ("Kurdish rebels took a hill. Opposition fighters killed six soldiers.", "Opposition fighters", "OPPOSITION_FIGHTERS"),
    ],
)  # fmt: skip
def test_some_fighters_are_of_the_group_that_the_text_leaves_no_doubt_of(
    cast_of: Reader, text: str, words: str, wanted: str
) -> None:
    cast, parse = cast_of(text)
    assert meant(cast, parse, words, nth=0) == wanted


def test_what_a_group_is_may_follow_its_name_without_a_comma(cast_of: Reader) -> None:
    cast, parse = cast_of("He is a member of the Northern Front an umbrella group fighting in the hills.")
    assert meant(cast, parse, "an umbrella group", nth=0) == "NORTHERN_FRONT"
    cast, parse = cast_of("The Northern Front attacked an umbrella group in the hills.")
    assert meant(cast, parse, "an umbrella group", nth=0) != "NORTHERN_FRONT"


def test_forces_on_the_side_of_a_government_are_not_its_own(cast_of: Reader) -> None:
    cast, parse = cast_of("Pro-government forces fought rebels. The forces fled. Rebels attacked government forces.")
    assert meant(cast, parse, "The forces", nth=0) == "PRO_GOVERNMENT_FORCES"
    assert meant(cast, parse, "government forces", nth=0) == "GOVERNMENT_FORCES"
