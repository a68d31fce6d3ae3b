"""Who has another part in a sentence than that of the doer is not taken for it."""

from collections.abc import Callable

import pytest

from sayso.claiming.another_part import is_answered, is_asked, is_described, is_settled_by, is_told_of, is_where
from sayso.claiming.plainly import attacks_of, told_plainly
from sayso.model import Document, Event, Parse, Span, Token
from sayso.naming import resolve
from sayso.resources.actors import Registry

Parsed = Callable[..., tuple[Document, Parse]]


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def token(parse: Parse, words: str) -> Token:
    found = parse.root_of(span_of(parse.text, words))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "doer", "trigger", "wanted"),
    [
        ("Peru condemned the attack.", "Peru", "attack", True),
        ("Peru described the attack as an aggression.", "Peru", "aggression", True),
        ("The army suppressed the protests.", "army", "protests", True),
        ("The army freed guides who were captured at the port.", "army", "captured", True),
        ("The army freed guides with a raid.", "army", "raid", False),
        ("Peru defended its attack.", "Peru", "attack", False),
        ("Peru launched the attack.", "Peru", "attack", False),
        ("Peru condemned the attack that Norway launched.", "Norway", "attack", False),
    ],
)
def test_who_tells_of_a_deed_or_suffers_it_has_not_done_it(
    parse_text: Parsed, text: str, doer: str, trigger: str, wanted: bool
) -> None:
    _, parse = parse_text(text)
    assert is_told_of(parse, token(parse, trigger), token(parse, doer)) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway and Peru argued about who launched the attack.", "attack", True),
        ("The talks go on regardless of who fired.", "fired", True),
        ("The guides who launched the attack left.", "attack", False),
    ],
)
def test_where_it_is_asked_who_did_it_nobody_is_told(parse_text: Parsed, text: str, trigger: str, wanted: bool) -> None:
    _, parse = parse_text(text)
    assert is_asked(parse, token(parse, trigger)) is wanted


@pytest.mark.parametrize(
    ("text", "doer", "wanted"),
    [
        ("Peru struck the port in retaliation for the shelling.", "Peru", True),
        ("Peru struck the port in response to the shelling by Norway.", "Norway", False),
        ("Peru struck the port before the shelling.", "Peru", False),
    ],
)
def test_who_answers_a_deed_has_not_done_it(parse_text: Parsed, text: str, doer: str, wanted: bool) -> None:
    _, parse = parse_text(text)
    assert is_answered(parse, token(parse, "shelling"), token(parse, doer)) is wanted


@pytest.mark.parametrize(
    ("text", "doer", "wanted"),
    [
        ("A freeze on fighting brokered by Peru and Norway ended.", "Peru", True),
        ("A freeze on fighting brokered by Peru and Norway ended.", "Norway", True),
        ("The fighting started by Peru ended.", "Peru", False),
    ],
)
def test_who_brokered_an_end_to_a_deed_has_not_done_it(parse_text: Parsed, text: str, doer: str, wanted: bool) -> None:
    _, parse = parse_text(text)
    assert is_settled_by(parse, token(parse, "fighting"), token(parse, doer)) is wanted


def test_what_a_country_is_said_to_be_is_no_deed(parse_text: Parsed) -> None:
    _, parse = parse_text("Peru was the most dangerous place. Ghana launched the attack.")
    assert is_described(parse, token(parse, "attack"), token(parse, "Peru"))
    assert not is_described(parse, token(parse, "attack"), token(parse, "Ghana"))


def test_whom_an_attack_is_made_on_is_not_whom_its_critics_accuse(parse_text: Parsed) -> None:
    text = "Norway condemned the invasion of Ghana by Peru."
    document, parse = parse_text(text)
    cast = resolve(document, parse, Registry.open())
    invasion = Event(span_of(text, "invasion"), "ASSAULT", patient=(span_of(text, "Ghana"),))
    told = Event(span_of(text, "condemned"), "ACCUSE", patient=(span_of(text, "Ghana"), span_of(text, "Peru")))
    attacks = attacks_of([invasion, told], parse)
    assert told_plainly(told, parse, cast, attacks).patient == (span_of(text, "Peru"),)
    assert told_plainly(invasion, parse, cast, attacks).patient == (span_of(text, "Ghana"),)


@pytest.mark.parametrize(
    ("text", "trigger", "country", "wanted"),
    [
        ("Ten guides were killed in Peru.", "killed", "Peru", True),
        ("Ten fighters from Norway and Peru were killed.", "killed", "Peru", True),
        ("The country, second only to Peru, lifted the ban.", "lifted", "Peru", True),
        ("Unlike Peru, Ghana lifted the ban.", "lifted", "Peru", True),
        ("Ghana intervened in Peru.", "intervened", "Peru", False),
        ("Ghana gave boats to Peru.", "gave", "Peru", False),
        ("The boats were seized from Peru.", "seized", "Peru", False),
    ],
)
def test_where_something_is_nobody_acts(
    parse_text: Parsed, text: str, trigger: str, country: str, wanted: bool
) -> None:
    _, parse = parse_text(text)
    assert is_where(parse, token(parse, trigger), token(parse, country)) is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "kept"),
    [
        ("Peruvian writers signed the letter.", "signed", "Peruvian", False),
        ("Peruvian airstrikes hit the port.", "airstrikes", "Peruvian", True),
        ("Peruvian troops hit the port.", "hit", "Peruvian", True),
        ("Peru condemned the attack.", "attack", "Peru", False),
        ("Norway and Peru argued about who launched the attack.", "attack", "Peru", False),
        ("A port held by Peru is under siege.", "siege", "Peru", False),
        ("The government backed by Peru fell.", "backed", "The government", False),
        ("Ten were killed at a port where Peru fights rebels.", "killed", "Peru", False),
        ("Ghana wants Peru to yield, and has dismissed the plan.", "dismissed", "Peru", False),
        ("Peru must ensure an investigation into his murder.", "murder", "Peru", False),
        ("It is not known which aircraft launched the attack.", "attack", "aircraft", False),
        ("A freeze on fighting brokered by Peru ended.", "fighting", "Peru", False),
        ("The war pits Peru helped by Ghana against rebels.", "helped", "Peru", False),
        ("Peru left the town, and two bombs detonated.", "detonated", "Peru", False),
        ("Peru struck back after attacks by the rebels.", "attacks", "rebels", True),
    ],
)
def test_words_with_another_part_are_no_doer(
    parse_text: Parsed, text: str, trigger: str, agent: str, kept: bool
) -> None:
    document, parse = parse_text(text)
    cast = resolve(document, parse, Registry.open())
    found = told_plainly(Event(span_of(text, trigger), "ASSAULT", agent=(span_of(text, agent),)), parse, cast)
    assert bool(found.agent) is kept


def test_where_a_deed_names_its_doer_nobody_else_is(parse_text: Parsed) -> None:
    text = "Peru and Ghana struck back after attacks by the rebels."
    document, parse = parse_text(text)
    cast = resolve(document, parse, Registry.open())
    agents = tuple(span_of(text, words) for words in ("Peru", "Ghana", "the rebels"))
    found = told_plainly(Event(span_of(text, "attacks"), "ASSAULT", agent=agents), parse, cast)
    assert found.agent == (span_of(text, "the rebels"),)


def test_who_does_something_else_is_not_whom_it_is_done_to(parse_text: Parsed) -> None:
    text = "The leaders discussed a treaty signed by Peru, and praised the reforms made by Ghana."
    document, parse = parse_text(text)
    cast = resolve(document, parse, Registry.open())
    met = Event(span_of(text, "discussed"), "CONSULT", patient=(span_of(text, "Peru"),))
    praised = Event(span_of(text, "praised"), "SUPPORT", patient=(span_of(text, "Ghana"),))
    assert told_plainly(met, parse, cast).patient == ()
    assert told_plainly(praised, parse, cast).patient == praised.patient


def test_who_stands_before_a_hyphen_backs_alone(parse_text: Parsed) -> None:
    text = "The war pits Ghana and Peruvian-backed militias against rebels."
    document, parse = parse_text(text)
    cast = resolve(document, parse, Registry.open())
    agents = (span_of(text, "Ghana"), span_of(text, "Peruvian"))
    assert told_plainly(Event(span_of(text, "backed"), "AID", agent=agents), parse, cast).agent == agents[1:]
