"""Titles and epithets without a name, and whom they mean."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse
from unit.naming.conftest import meant

Reader = Callable[[str], tuple[Cast, Parse]]
Tagged = Callable[[str, dict[str, str]], Cast]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Pope Francis took the stage. The Pontiff met officials.", "The Pontiff", "POPE_FRANCIS"),
        ("Senator Ana Brandt spoke. Police arrested the lawmaker.", "the lawmaker", "ANA_BRANDT"),
        ("Justice Ana Brandt spoke. The judge adjourned the case.", "The judge", "ANA_BRANDT"),
        ("Governor Ana Brandt spoke. Police arrested the lawmaker.", "the lawmaker", "LAWMAKER"),
        # who leads a state
        ("President Emmanuel Macron left. In Peru, the French leader met reporters.", "the French leader", "EMMANUEL_MACRON"),
        ("Emmanuel Macron left. The French president met reporters.", "The French president", "EMMANUEL_MACRON"),
        ("Emmanuel Macron met the French leader.", "the French leader", "FRENCH_LEADER"),
        ("Emmanuel Macron left. The Peruvian leader met reporters.", "The Peruvian leader", "PERUVIAN_LEADER"),
        # the abbreviation of a title
        ("Chief Election Commissioner Ana Brandt spoke. The CEC said no.", "The CEC", "ANA_BRANDT"),
        ("Chief Election Commissioner Ana Brandt spoke. The XQC said no.", "The XQC", "XQC"),
        # who is charged
        ("Ana Brandt was charged with theft. The court warned the accused not to leave.", "the accused", "ANA_BRANDT"),
        ("Police arrested Ana Brandt and charged Kofi Mensah. The court warned the accused.", "the accused", "ACCUSED"),
        ("Ana Brandt praised the court. The court warned the accused not to leave.", "the accused", "ACCUSED"),
        # what else somebody is
        ("Ana Brandt was fined on Monday. The Peruvian businesswoman had denied it.", "The Peruvian businesswoman", "ANA_BRANDT"),
        ("Ana Brandt met Kofi Mensah. The businesswoman had denied it.", "The businesswoman", "BUSINESSWOMAN"),
        ("Ana Brandt was fined. The lawyer of the firm had denied it.", "The lawyer of the firm", "LAWYER"),
    ],
)  # fmt: skip
def test_a_title_or_an_epithet_means_who_is_named(cast_of: Reader, text: str, words: str, wanted: str) -> None:
    cast, parse = cast_of(text)
    assert meant(cast, parse, words) == wanted


def test_the_accused_may_be_several(cast_of: Reader) -> None:
    cast, parse = cast_of("Ana Brandt was charged with theft. The accused were many.")
    assert meant(cast, parse, "The accused") != "ANA_BRANDT"


def test_two_of_a_surname_with_two_given_names_are_two(tagged: Tagged) -> None:
    labels = {"do Vale": "Person", "Rui do Vale": "Person", "Ines do Vale": "Person"}
    cast = tagged("Critics of do Vale left. Rui do Vale ruled. Police charged Ines do Vale.", labels)
    assert [[name for name in one.names if " do " in name] for one in cast.actors if one.kind == "person"] == [
        ["Rui do Vale"],
        ["Ines do Vale"],
    ]
