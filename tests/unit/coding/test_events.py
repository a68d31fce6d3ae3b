"""Which words are events, and of which type."""

from collections.abc import Callable

import pytest

from sayso.coding import find_events
from sayso.coding.candidates import candidates
from sayso.coding.judging import Surroundings, event_features
from sayso.model import Count, Document, Event, Parse
from sayso.resources.codebook import Lexicon

Code = Callable[..., dict[str, Event]]


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Government jets bombed the town of Marwan on Tuesday.", "bombed", "ASSAULT"),
        ("Police arrested two journalists outside the ministry.", "arrested", "COERCE"),
        ("The foreign minister condemned the killing of the envoys.", "condemned", "ACCUSE"),
        ("Thousands of students marched through the capital in a protest against the law.", "protest", "PROTEST"),
        ("The president met his Turkish counterpart in Ankara.", "met", "CONSULT"),
        ("The United Nations urged both sides to end the war.", "urged", "REQUEST"),
        ("The government denied the accusations.", "denied", "REJECT"),
        ("The two sides reached a peace agreement on Monday.", "agreement", "AGREE"),
        ("The rebels released twelve hostages on Sunday.", "released", "CONCEDE"),
    ],
)
def test_a_mention_is_coded_with_its_type(code: Code, text: str, trigger: str, type_: str) -> None:
    assert code(text)[trigger].type == type_


def test_a_strike_of_workers_is_no_attack(code: Code) -> None:
    events = code("Rail workers went on strike over pay on Monday, and the union called for talks with the employers.")
    assert "ASSAULT" not in {one.type for one in events.values()}


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the weather was fine.",
        "The team won the match by two goals.",
        "The company released its annual report on Friday.",
        "The release of a video by the company was planned for Friday.",
        "He fired the gardener and opened a shop.",
    ],
)
def test_plain_speech_and_other_senses_are_no_events(code: Code, text: str) -> None:
    assert code(text) == {}


def test_an_airstrike_carries_mode_context_and_codes(code: Code) -> None:
    event = code("An air strike hit a hospital in the north, killing six people.")["strike"]
    assert (event.type, event.mode, event.codes.cameo, "military" in event.context) == (
        "ASSAULT",
        "aerial",
        "195",
        True,
    )


def test_deaths_are_no_event_beside_the_attack_that_they_came_of(code: Code) -> None:
    events = code("Six dockers were killed in an air strike on the harbour.")
    assert ("strike" in events, "killed" in events, events["strike"].toll.killed) == (True, False, Count(6, 6))


def test_force_of_the_police_that_wounds_is_an_attack(code: Code) -> None:
    event = code("Police fired tear gas at dockers, wounding 12 people.")["fired"]
    assert ("ASSAULT", Count(12, 12)) == (event.type, event.toll.injured)


@pytest.mark.parametrize(
    ("text", "scenes"),
    [
        ("Why did the army shell the harbour?", {"scene=question"}),
        ("A carpenter visited his sister.", {"scene=private"}),
        ("The minister visited the village after the earthquake.", {"scene=mishap"}),
        ("The army shelled the harbour.", set()),
    ],
)
def test_the_judge_is_told_what_a_sentence_is_about(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon, text: str, scenes: set[str]
) -> None:
    _, parse = parse_text(text)
    found = list(candidates(parse, parse.sentences[0], lexicon))
    features = event_features(found[0], Surroundings(found), parse, lexicon)
    assert scenes == {name for name in features if name.startswith("scene=")}


def test_confidence_is_a_probability(code: Code) -> None:
    events = code("Rebels attacked the base and police arrested a man.")
    assert all(0 < one.confidence <= 1 for one in events.values())


def test_the_events_of_a_text_come_in_its_order(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon
) -> None:
    document, parse = parse_text("Rebels attacked the base. Police arrested a man. The army shelled the hills.")
    triggers = [one.trigger for one in find_events(document, parse, (), lexicon, ())]
    assert sorted(triggers) == triggers


@pytest.mark.parametrize("text", ["", "\n\n", "\x00\x01", '"', "!!! ???", "“ " * 300, "attack " * 4000])
def test_odd_texts_do_no_harm(parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon, text: str) -> None:
    document, parse = parse_text(text)
    assert isinstance(find_events(document, parse, (), lexicon, ()), tuple)


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Air strikes by Northland hit the port of Marwan on Monday.", {"strikes"}),
        ("The shelling targeted three districts of Marwan on Monday.", {"shelling"}),
        ("Rebels hit the port of Marwan with mortars on Monday.", {"hit"}),
        ("In May gunmen attacked a bus near Marwan and killed 11 pilgrims.", {"attacked"}),
        ("The army shelled the market of Marwan, killing nine dockers.", {"shelled"}),
    ],
)
def test_what_an_attack_does_to_its_target_is_the_attack(code: Code, text: str, triggers: set[str]) -> None:
    assert triggers == {word for word, one in code(text).items() if one.type == "ASSAULT"}
