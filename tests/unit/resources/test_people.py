"""The lexicon of common nouns for those who act."""

from sayso.resources.people import People


def test_a_noun_has_a_kind_for_one_and_for_many() -> None:
    noun = People.open().noun("soldier")
    assert noun is not None
    assert (noun.one, noun.many, noun.sector) == ("person", "military", "MIL")


def test_irregular_plurals_are_met() -> None:
    assert People.open().noun("women") == People.open().noun("woman")


def test_an_unknown_noun_is_none() -> None:
    assert People.open().noun("umbrella") is None


def test_given_names_tell_he_from_she() -> None:
    assert (People.open().given["peter"], People.open().given["maria"]) == ("he", "she")
