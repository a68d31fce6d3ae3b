"""The scene of an article: whose words a place or time stands in, and on which event it hangs."""

from collections.abc import Callable

from sayso.claiming.features import hangs_on
from sayso.claiming.scene import Scene
from sayso.model import Attribution, Document, Event, Parse, Span, Token

Parsed = Callable[..., tuple[Document, Parse]]
TEXT = "The mayor said on Friday that gunmen shelled the port on Monday and looted it."


def spot(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def token(parse: Parse, words: str) -> Token:
    found = parse.root_of(spot(words))
    assert found is not None
    return found


def scene_of(parse: Parse) -> Scene:
    said = Attribution("a1", "indirect", (spot("The mayor"),), (spot("said"),), (Span(TEXT.index("that"), len(TEXT)),))
    events = [Event(spot("shelled"), "ASSAULT"), Event(spot("looted"), "ASSAULT")]
    return Scene(parse, events, [said])


def test_a_day_hangs_on_the_event_on_another_or_on_the_word_of_saying(parse_text: Parsed) -> None:
    _, parse = parse_text(TEXT)
    scene = scene_of(parse)
    shelled, looted = token(parse, "shelled"), token(parse, "looted")
    assert hangs_on(scene, shelled, token(parse, "Friday")) == "cue"
    assert hangs_on(scene, shelled, token(parse, "Monday")) == "event"
    assert hangs_on(scene, looted, token(parse, "Monday")) == "other"


def test_another_event_stands_nearer_to_a_day(parse_text: Parsed) -> None:
    _, parse = parse_text(TEXT)
    scene = scene_of(parse)
    assert scene.nearer(token(parse, "looted"), token(parse, "Friday"))
    assert not scene.nearer(token(parse, "shelled"), token(parse, "Friday"))


def test_a_day_beside_the_word_of_saying_is_told_in_the_articles_own_voice(parse_text: Parsed) -> None:
    _, parse = parse_text(TEXT)
    scene = scene_of(parse)
    assert (scene.holder(spot("Friday")), scene.holder(spot("Monday"))) == (None, "a1")
