"""Single pieces of evidence, each with the words that tell it."""

from msgspec.structs import replace

from made.reports import ARBIN, DOUMA, report
from sayso.linking.report import Report
from sayso.linking.scoring import evidence
from sayso.linking.words import of_news
from sayso.model import Place

PROVINCE = Place("Rif-dimashq", "admin1", "province", 5, 33.5, 36.4, "SY", "Rif-dimashq")


def weight(one: Report, other: Report, words: str) -> float:
    """The weight of the piece of evidence that begins with these words."""
    (found,) = [piece.weight for piece in evidence(one, other, of_news()) if piece.because.startswith(words)]
    return found


def test_a_town_of_millions_tells_less_than_a_small_one() -> None:
    large = replace(ARBIN, population=2_000_000)
    small = weight(report("a"), report("b"), "both in Arbin")
    assert 0 < weight(report("a", place=large), report("b", place=large), "both in Arbin") < small


def test_the_province_around_a_town_speaks_for_it_and_the_country_does_not() -> None:
    assert weight(report("a"), report("b", place=PROVINCE), "in Arbin and Rif-dimashq") > 0
    assert weight(report("a"), report("b", place=replace(DOUMA, kind="country", admin1=None)), "in Arbin and Douma") < 0


def test_gunmen_are_hardly_another_doer() -> None:
    one, other = report("a", agents=("BOKO_HARAM",)), report("b", agents=("GUNMEN",))
    vague = replace(other, view=replace(other.view, vague=True))
    assert weight(one, other, "other doers") < weight(one, vague, "other doers") < 0


def test_a_town_taken_by_two_sides_was_taken_twice() -> None:
    one, other = report("a", mode="capture", agents=("REBELS",)), report("b", mode="capture", agents=("ARMY",))
    assert weight(one, other, "other doers") < weight(
        report("a", agents=("REBELS",)), report("b", agents=("ARMY",)), "other doers"
    )


def test_each_event_of_a_sentence_that_is_printed_again_keeps_its_word() -> None:
    one, other = report("a", trigger="bombed"), report("b", trigger="killed")
    assert weight(one, other, "another word for it") < 0
    assert not [piece for piece in evidence(one, report("b"), of_news()) if piece.because.startswith("another word")]


def test_tear_gas_is_force_whether_or_not_somebody_was_hurt() -> None:
    one, other = report("a", type_="COERCE", trigger="fired"), report("b", type_="ASSAULT", trigger="fired")
    assert weight(one, other, "COERCE and ASSAULT") > weight(one, report("b", type_="CONSULT"), "COERCE and CONSULT")
