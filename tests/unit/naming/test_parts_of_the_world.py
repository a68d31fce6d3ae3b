"""Countries and leaders that are told by the part of the world that they are of."""

from collections.abc import Callable

import pytest

from sayso.model import Cast, Parse
from unit.naming.conftest import meant

Reader = Callable[[str], tuple[Cast, Parse]]
Tagged = Callable[[str, dict[str, str]], Cast]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Algeria cut ties with Peru. The North African country closed its border.", "The North African country", "DZA"),
        ("Peru cut ties with Algeria. The South American country closed its border.", "The South American country", "PER"),
        ("Algeria cut ties with Tunisia. The North African country closed its border.", "The North African country", "NORTH_AFRICAN_COUNTRY"),
        ("Algeria closed its border. The European country protested.", "The European country", "EUROPEAN_COUNTRY"),
        ("Algeria closed its border to the North African country.", "the North African country", "NORTH_AFRICAN_COUNTRY"),
        ("Algeria met Nicolas Maduro on Thursday. The South American leader left early.", "The South American leader", "NICOLAS_MADURO"),
        ("Algeria met Nicolas Maduro on Thursday. The European leader left early.", "The European leader", "EUROPEAN_LEADER"),
    ],
)  # fmt: skip
def test_a_part_of_the_world_tells_who_is_meant(cast_of: Reader, text: str, words: str, wanted: str) -> None:
    cast, parse = cast_of(text)
    assert meant(cast, parse, words) == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("The Independent Commission Against Graft sued. The commission urged calm.", "The commission", True),
        ("The National Police Agency spoke. A mayor praised the police agency.", "the police agency", True),
        ("The Independent Commission Against Graft sued. The truth commission urged calm.", "The truth commission", False),
        ("The Ministry of the Interior spoke. The Interior Ministry urged calm.", "The Interior Ministry", True),
        ("The Ministry of the Interior spoke. The Defence Ministry urged calm.", "The Defence Ministry", False),
    ],
)  # fmt: skip
def test_a_body_is_found_by_the_noun_of_its_name(cast_of: Reader, text: str, words: str, wanted: bool) -> None:
    cast, parse = cast_of(text)
    others = {one.id for one in cast.actors if any(name in text.split(".", maxsplit=1)[0] for name in one.names)}
    assert (meant(cast, parse, words) in others) is wanted


def test_the_ministry_is_no_foreign_one_that_it_deals_with(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "Jordan opened a port. Jordan's king met a guest from Jordan's north. A minister praised the ministry's ties "
        "with the Peruvian ministry of interior. He said the ministry was glad."
    )
    assert (found := cast.actor(meant(cast, parse, "the ministry") or "")) is None or found.country != "PE"


def test_the_firm_is_the_only_body_named_just_before(tagged: Tagged) -> None:
    alone = tagged("A court fined Xaomo. Police raided the Cusco-based firm.", {"Xaomo": "Organization"})
    assert ["Xaomo", "the Cusco-based firm"] in [list(one.names[:2]) for one in alone.actors]
    two = tagged(
        "A court fined Xaomo and Brando. Police raided the Cusco-based firm.",
        {"Xaomo": "Organization", "Brando": "Organization"},
    )
    assert [
        one.names for one in two.actors if len({"Xaomo", "Brando", "the Cusco-based firm"} & set(one.names)) > 1
    ] == []


def test_a_party_named_after_its_state_is_known_by_its_noun_beside_a_louder_state(cast_of: Reader) -> None:
    cast, parse = cast_of(
        "The Syrian Coalition left. Russia and Russian troops fought. Russia left. The Coalition urged calm."
    )
    assert meant(cast, parse, "The Coalition") == meant(cast, parse, "The Syrian Coalition")
