"""Places in the light of the trained tagger's names."""

from collections.abc import Callable

from sayso.model import Document, Parse, Span, Tag
from sayso.placing import find_places
from sayso.placing.spots import Spot
from sayso.placing.tagged import TaggedNames, tag_features
from sayso.resources.gazetteer import Gazetteer

ParseText = Callable[..., tuple[Document, Parse]]


def tag(text: str, words: str, label: str) -> Tag:
    return Tag(Span(text.index(words), text.index(words) + len(words)), label, 0.9)


def test_a_place_that_the_tagger_alone_sees_is_found_without_a_reading(
    parse_text: ParseText, gazetteer: Gazetteer
) -> None:
    text = "Shells fell on qabr al-Zarqat overnight, a resident of the hamlet said."
    document, parse = parse_text(text.replace("qabr", "Qabr"))
    names = (tag(document.text, "Qabr al-Zarqat", "Location"),)
    found = find_places(document, parse, gazetteer, None, names)
    assert [(one.name, one.place) for one in found if one.name == "Qabr al-Zarqat"] == [("Qabr al-Zarqat", None)]


def test_a_name_that_the_tagger_takes_for_a_person_is_less_of_a_place(gazetteer: Gazetteer) -> None:
    weights = gazetteer.tagged_weights
    spot = Spot(0, 1, 0, 5, "Arbin", (), "exact:GPE")
    person, place = (TaggedNames([Tag(Span(0, 5), label, 0.9)]) for label in ("Person", "Location"))
    weighed = [sum(weights.get(name, 0.0) for name in tag_features(spot, tagged)) for tagged in (person, place)]
    assert weighed[0] < weighed[1]


def test_how_a_stretch_lies_to_the_taggers_names() -> None:
    tagged = TaggedNames([Tag(Span(10, 25), "Facility", 0.9)])
    lies = [
        tag_features(Spot(0, 1, start, end, "", (), "none"), tagged)[0]
        for start, end in ((10, 25), (10, 14), (12, 14), (20, 25), (5, 30), (0, 9))
    ]
    assert lies == [
        "t=exact:Facility",
        "t=start:Facility",
        "t=mid:Facility",
        "t=end:Facility",
        "t=over:Facility",
        "t=none",
    ]
