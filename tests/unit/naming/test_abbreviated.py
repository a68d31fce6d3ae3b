"""Titles with their abbreviation, whose holder is told by it from then on."""

from collections.abc import Callable

from sayso.model import Cast

Tagged = Callable[[str, dict[str, str]], Cast]
DORIN, ILSE = {"Dorin Vale": "Person"}, {"Ilse Marr": "Person"}


def _names(cast: Cast, of: str) -> frozenset[str]:
    return next(frozenset(one.names) for one in cast.actors if of in one.names)


def test_the_abbreviation_of_a_title_stands_for_who_has_it(tagged: Tagged) -> None:
    cast = tagged("Superintendent of Police (SP) Dorin Vale spoke. The SP said two men were held.", DORIN)
    assert "The SP" in _names(cast, "Dorin Vale")
    assert not any("SP" in one.names for one in cast.actors if "Dorin Vale" not in one.names)


def test_small_words_of_a_title_may_be_left_out_of_it(tagged: Tagged) -> None:
    cast = tagged("Officer-in-Charge (OC) Ilse Marr spoke. The OC said two men were held.", ILSE)
    assert "The OC" in _names(cast, "Ilse Marr")


def test_of_two_holders_the_one_named_last_is_meant(tagged: Tagged) -> None:
    text = "Deputy Commissioner (DC) Ilse Marr left. Deputy Commissioner (DC) Dorin Vale came. The DC said so."
    assert "The DC" in _names(tagged(text, DORIN | ILSE), "Dorin Vale")


def test_the_acronym_of_a_body_is_no_title(tagged: Tagged) -> None:
    labels = {**ILSE, "Valley Growers Union": "Organization"}
    cast = tagged("Valley Growers Union (VGU) Ilse Marr spoke. The VGU said two men were held.", labels)
    assert not any("VGU" in name for name in _names(cast, "Ilse Marr"))


def test_other_words_than_the_abbreviation_s_are_no_title(tagged: Tagged) -> None:
    cast = tagged("The police officer (XY) Ilse Marr spoke. The XY said two men were held.", ILSE)
    assert not any("XY" in name for name in _names(cast, "Ilse Marr"))
