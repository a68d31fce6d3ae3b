"""Which words of a text are names of places."""

from collections.abc import Callable

import pytest

from sayso.model import Document, Parse, Span, Toponym
from sayso.placing import find_places, resolve
from sayso.resources.gazetteer import Gazetteer

Places = Callable[[str], tuple[Toponym, ...]]


def names(found: tuple[Toponym, ...]) -> list[str]:
    return [toponym.name for toponym in found if not toponym.demonym]


def test_places_come_in_the_order_of_the_text_with_ids_counted_from_one(places_of: Places) -> None:
    found = places_of("Shells fell on Homs and Hama, a monitor in Beirut said.")
    assert [(one.id, one.name) for one in found] == [("p1", "Homs"), ("p2", "Hama"), ("p3", "Beirut")]


def test_a_span_covers_the_very_words_of_the_name(places_of: Places) -> None:
    text = "The convoy left Aleppo at dawn."
    (found,) = places_of(text)
    assert found.span.words(text) == "Aleppo"


def test_an_adjective_of_a_country_is_a_demonym(places_of: Places) -> None:
    found = places_of("Syrian troops entered the town of Palmyra.")
    assert [(one.name, one.demonym) for one in found] == [("Syrian", True), ("Palmyra", False)]


def test_people_in_the_plural_are_a_demonym_of_their_country(places_of: Places) -> None:
    found = places_of("Two South Koreans were detained, the ministry said.")
    assert [(one.name, one.demonym, one.place and one.place.country) for one in found] == [
        ("South Koreans", True, "KR")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan said he would not comment on the matter.",
        "Mr. Paris said that he had resigned.",
        "Chelsea Clinton thanked the crowd.",
    ],
)
def test_names_of_persons_are_no_places(text: str, places_of: Places) -> None:
    assert names(places_of(text)) == []


def test_a_surname_of_someone_named_in_full_is_no_town(places_of: Places) -> None:
    assert names(places_of("General Omar Aleppo met reporters. Aleppo said that the talks had failed.")) == []


def test_a_surname_that_the_text_also_calls_a_place_may_be_one(places_of: Places) -> None:
    text = "General Omar Aleppo met reporters. He was born in Aleppo."
    assert text.rindex("Aleppo") in [one.span.start for one in places_of(text)]


def test_a_word_of_a_bodys_name_is_no_little_known_place(places_of: Places) -> None:
    assert names(places_of("The Coast Guard said that its boats had left the port.")) == []


def test_what_is_named_for_a_town_is_placed_there(places_of: Places) -> None:
    (found,) = [one for one in places_of("A bomb went off at Idlib Grand Mosque on Friday.") if not one.demonym]
    assert found.place is None
    assert found.where is not None
    assert (found.name, found.where.name, found.where.country) == ("Idlib Grand Mosque", "Idlib", "SY")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("in northern Mali", "north of Mali"),
        ("in north-eastern Mali", "northeast of Mali"),
        ("in the north of Mali", "north of Mali"),
        ("in Mali", None),
        ("a mile north of Mali", None),
    ],
)
def test_the_words_beside_a_country_tell_its_part(words: str, part: str | None, places_of: Places) -> None:
    (found,) = places_of(f"Three villages were attacked {words} on Friday.")
    assert found.place is not None
    assert found.place.name == "Mali"
    assert (found.part.name if found.part else None) == part


def test_a_place_inside_the_name_of_a_newspaper_is_none(places_of: Places) -> None:
    assert names(places_of("The Washington Post reported the deal on Monday.")) == []


def test_a_name_with_an_article_and_hyphens_is_one_name(places_of: Places) -> None:
    assert names(places_of("Syrian warplanes bombed Deir ez-Zor and al-Rastan on Friday.")) == [
        "Deir ez-Zor",
        "al-Rastan",
    ]


def test_the_longer_name_wins_over_its_parts(places_of: Places) -> None:
    assert names(places_of("Officials in New York City met a delegation from South Sudan.")) == [
        "New York City", "South Sudan",
    ]  # fmt: skip


def test_a_known_place_is_found_where_apostrophes_are_lost(places_of: Places) -> None:
    text = "Rebels hold Syrias second city, Aleppo."
    found = [one for one in places_of(text) if one.name == "Syria"]
    assert [one.span.words(text) for one in found] == ["Syria"]


def test_other_transliterations_are_found_where_their_country_is_named(places_of: Places) -> None:
    found = places_of("Warplanes bombed the town of Maaret al-Nouman in Syria, activists said.")
    assert [(one.name, one.place.country) for one in found if one.place] == [
        ("Maaret al-Nouman", "SY"),
        ("Syria", "SY"),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "((((", "\x00\x01", "the a of in", "🇸🇾", "-" * 500])
def test_odd_texts_have_no_places(text: str, places_of: Places) -> None:
    assert places_of(text) == ()


def test_a_very_long_paragraph_is_read(places_of: Places) -> None:
    assert len(places_of("Fighting went on in Homs. " * 400)) == 400


def test_a_text_in_capitals_is_read(places_of: Places) -> None:
    assert "BEIRUT" in names(places_of("BEIRUT, Lebanon - Gunmen killed three soldiers on Sunday."))


def test_the_same_text_gives_the_same_places(
    parse_text: Callable[..., tuple[Document, Parse]], gazetteer: Gazetteer
) -> None:
    document, parse = parse_text("Clashes in Springfield, Illinois, and Paris, Texas, spread to London.")
    assert find_places(document, parse, gazetteer) == find_places(document, parse, Gazetteer.open())


def test_given_spans_are_read_whether_or_not_they_look_like_places(
    parse_text: Callable[..., tuple[Document, Parse]], gazetteer: Gazetteer
) -> None:
    document, parse = parse_text("Jordan said the border would stay closed; Amman agreed.")
    found = resolve(document, parse, [Span(0, 6), Span(42, 47)], gazetteer)
    assert [(one.name, one.place and one.place.country) for one in found] == [("Jordan", "JO"), ("Amman", "JO")]


def test_a_name_that_the_gazetteer_lacks_has_no_place(
    parse_text: Callable[..., tuple[Document, Parse]], gazetteer: Gazetteer
) -> None:
    document, parse = parse_text("They met in Xqvzzburg.")
    (found,) = resolve(document, parse, [Span(12, 21)], gazetteer)
    assert (found.place, found.candidates) == (None, ())
