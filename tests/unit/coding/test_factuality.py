"""How an event is presented."""

from collections.abc import Callable

import pytest

from sayso.coding.candidates import candidates
from sayso.coding.factuality import likeliest
from sayso.coding.presenting import marks_told
from sayso.model import Attribution, Document, Event, EventType, Parse, Span
from sayso.resources.codebook import Lexicon

Code = Callable[..., dict[str, Event]]
EVENTS: tuple[EventType, ...] = ("REJECT", "CONCEDE")


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Rebels attacked the base on Monday.", "attacked", "happened"),
        ("The army did not attack the hospital.", "attack", "denied"),
        ("The army is shelling the eastern districts.", "shelling", "ongoing"),
        ("The president will meet the rebels next week.", "meet", "planned"),
        ("The ministers urged the rebels to release the hostages.", "release", "demanded"),
        ("Under the law the editor can be granted bail of up to ten years.", "granted", "possible"),
        ("The army shelled the town, forcing the rebels to withdraw.", "withdraw", "happened"),
        ("Nobody was arrested at the rally in the capital.", "arrested", "denied"),
        ("No party has signed the accord.", "signed", "denied"),
        ("The militia had blocked every attempt to release the hostages.", "release", "denied"),
        ("The general denied the attack on the market.", "attack", "denied"),
        ("The general denied the accusations of torture.", "accusations", "happened"),
        ("The ministry rejected claims that its troops shelled the hospital.", "shelled", "denied"),
        ("The ministry dismissed reports of attacks on the hospital.", "attacks", "denied"),
        ("The army rejected allegations that it carried out the attack on the market.", "attack", "denied"),
        ("The ministry rejected claims by the rebels who shelled the hospital.", "shelled", "happened"),
        ("The army is preparing an attack on the town.", "attack", "planned"),
        ("If the truce fails, the alliance would bomb the port.", "bomb", "hypothetical"),
        ("The miners will strike on Monday unless the government agrees to talks.", "agrees", "hypothetical"),
        ("The ministers stressed the necessity of lifting the sanctions.", "lifting", "demanded"),
        ("The two campaigns are being fought along the river.", "fought", "ongoing"),
        ("The government has yet to release the hostages.", "release", "denied"),
        ("The eighth round of talks will kick off in Marwan on Tuesday.", "talks", "planned"),
        ("It was unclear whether the army shelled the town.", "shelled", "possible"),
        ("The ministry has not said whether it will release the hostages.", "release", "possible"),
        ("The council called the agreement useless.", "agreement", "happened"),
        ("The minister told a meeting in Marwan that prices had risen.", "meeting", "happened"),
        ("We wish to condemn the raid on the port.", "condemn", "happened"),
        ("The militia claims to have captured the port of Marwan.", "captured", "happened"),
        ("After failed talks in Marwan the two sides left.", "talks", "happened"),
        ("The ministers did not deny that the troops had shelled the town.", "shelled", "happened"),
    ],
)
def test_the_words_around_a_trigger_tell_its_factuality(code: Code, text: str, trigger: str, value: str) -> None:
    assert code(text)[trigger].factuality == value


def test_the_marks_are_given_as_the_reason(code: Code) -> None:
    assert "negation: not" in code("The army did not attack the hospital.")["attack"].because


def test_the_cue_of_the_holder_counts(code: Code) -> None:
    text = "The general denied that his troops had bombed the market."
    content = Span(text.index("his"), text.index("."))
    denial = Attribution("a1", "indirect", (Span(0, 11),), (Span(12, 18),), (content,))
    assert code(text, (denial,))["bombed"].factuality == "denied"


def test_what_a_thing_suggests_is_possible(code: Code) -> None:
    text = "The order followed evidence suggesting raids on the camp."
    content = Span(text.index("raids"), text.index("."))
    told = Attribution("a1", "indirect", (Span(19, 27),), (Span(28, 38),), (content,))
    assert code(text, (told,))["raids"].factuality == "possible"


def test_an_event_in_which_a_share_is_denied_is_denied(code: Code) -> None:
    text = "The militia denied any role in the attack on the market."
    content = Span(text.index("any"), text.index("."))
    denial = Attribution("a1", "indirect", (Span(0, 11),), (Span(12, 18),), (content,))
    assert code(text, (denial,))["attack"].factuality == "denied"


def test_what_its_holder_calls_untrue_is_denied(code: Code) -> None:
    text = "The ministry described reports that its troops had bombed the market as wholly untrue."
    content = Span(text.index("reports"), text.index("."))
    held = Attribution("a1", "indirect", (Span(0, 12),), (Span(13, 22),), (content,))
    assert code(text, (held,))["bombed"].factuality == "denied"
    text = text.replace("wholly untrue", "wholly true")
    assert code(text, (held,))["bombed"].factuality == "happened"


LABELS = ("happened", "ongoing", "denied")


def test_the_tagger_decides_between_values_that_the_marks_leave_open() -> None:
    assert likeliest((0.5, 0.4, 0.1), (-3.0, -0.1, -3.0), LABELS) == "ongoing"


def test_the_tagger_is_not_asked_where_the_marks_deny() -> None:
    assert likeliest((0.3, 0.2, 0.5), (-0.1, -3.0, -3.0), LABELS) == "denied"


def test_a_refusal_by_a_negated_word_of_consent_is_not_denied(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon
) -> None:
    _, parse = parse_text("The rebels did not accept the truce.")
    one = next(one for one in candidates(parse, parse.sentences[0], lexicon) if one.word == "accept")
    signs = {kind: {mark.name for mark in marks_told(one, kind, (), parse, lexicon)} for kind in EVENTS}
    assert ["own.neg" in signs[kind] for kind in EVENTS] == [False, True]
