from collections.abc import Callable

import pytest

from sayso.claiming.holders import chain, holder_of
from sayso.model import Attribution, Document, Parse, Span

ParseText = Callable[..., tuple[Document, Parse]]
OUTER = Attribution("a1", "direct", (Span(90, 95),), (Span(85, 89),), (Span(0, 80),))
INNER = Attribution("a2", "indirect", (Span(5, 8),), (Span(9, 15),), (Span(16, 60),), cue_class="says", parent="a1")
BOTH = (OUTER, INNER)


@pytest.fixture(scope="module")
def parse() -> Parse:
    """A text without a word of note."""
    return Parse(text="x" * 120, tokens=(), sentences=(), names=(), children=())


def told(text: str, source: str, cue: str, content: str, **more: str) -> Attribution:
    """An indirect attribution by its words, each found at their first place in the text."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    made = Attribution("a1", "indirect", (span(source),), (span(cue),), (span(content),))
    return Attribution(
        more.get("id", "a1"), "indirect", made.source, made.cue, made.content,
        cue_class=more.get("cue_class", "says"), parent=more.get("parent"),
    )  # fmt: skip


def place(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


def test_the_innermost_attribution_holds_the_event(parse: Parse) -> None:
    assert holder_of(Span(20, 25), BOTH, parse) == INNER
    assert holder_of(Span(70, 75), BOTH, parse) == OUTER


def test_the_article_holds_what_nobody_else_says(parse: Parse) -> None:
    assert holder_of(Span(100, 105), BOTH, parse) is None


def test_a_cue_is_not_held_by_its_own_attribution(parse: Parse) -> None:
    assert holder_of(Span(9, 15), BOTH, parse) == OUTER
    assert holder_of(Span(85, 89), BOTH, parse) is None


def test_the_chain_goes_outward() -> None:
    assert chain(INNER, BOTH) == [INNER, OUTER]
    assert chain(None, BOTH) == []


def test_what_is_alleged_in_a_denial_is_held_by_who_denies(parse: Parse) -> None:
    denial = Attribution("a1", "indirect", (Span(0, 8),), (Span(9, 15),), (Span(16, 60),), cue_class="denies")
    alleged = Attribution("a2", "indirect", (), (Span(16, 26),), (Span(32, 60),), parent="a1", cue_class="claims")
    named = Attribution(
        "a2", "indirect", (Span(27, 30),), (Span(16, 26),), (Span(32, 60),), parent="a1", cue_class="claims"
    )
    assert holder_of(Span(40, 45), (denial, alleged), parse) == denial
    assert holder_of(Span(40, 45), (denial, named), parse) == named


@pytest.mark.parametrize(
    ("inner", "cue_class", "expected"),
    [("I", "believes", "a1"), ("We", "finds", "a1"), ("I", "demands", "a2"), ("Farmers", "believes", "a2")],
)
def test_what_speakers_tell_to_think_themselves_is_told_by_them(
    parse_text: ParseText, inner: str, cue_class: str, expected: str
) -> None:
    text = f"Odeh said: {inner} think the army shelled the mill."
    _, parse = parse_text(text)
    outer = told(text, "Odeh", "said", f"{inner} think the army shelled the mill")
    thought = told(text, inner, "think", "the army shelled the mill", id="a2", parent="a1", cue_class=cue_class)
    held = holder_of(place(text, "shelled"), (outer, thought), parse)
    assert held is not None
    assert expected == held.id


@pytest.mark.parametrize(("cue_class", "expected"), [("plans", "a1"), ("threatens", "a2")])
def test_plans_that_somebody_announces_as_their_own_are_told_by_the_announcement(
    parse_text: ParseText, cue_class: str, expected: str
) -> None:
    text = "The unions announced their plans to block the port."
    _, parse = parse_text(text)
    outer = told(text, "The unions", "announced", "their plans to block the port")
    plan = told(text, "their", "plans", "to block the port", id="a2", parent="a1", cue_class=cue_class)
    held = holder_of(place(text, "block"), (outer, plan), parse)
    assert held is not None
    assert expected == held.id


def test_what_is_refused_is_told_by_who_tells_of_the_refusal(parse_text: ParseText) -> None:
    text = "The mayor rejected the request for a parade."
    _, parse = parse_text(text)
    refused = told(text, "The mayor", "rejected", "the request for a parade", cue_class="rejects")
    assert holder_of(place(text, "request"), (refused,), parse) is None


def test_the_writer_answers_for_brackets_in_what_others_say(parse_text: ParseText) -> None:
    text = "The mayor said fighters of the front (banned in 2015) shelled the mill."
    _, parse = parse_text(text)
    said = told(text, "The mayor", "said", "fighters of the front (banned in 2015) shelled the mill")
    assert holder_of(place(text, "banned"), (said,), parse) is None
    assert holder_of(place(text, "shelled"), (said,), parse) == said


def test_a_denial_told_in_a_clause_about_somebody_s_words_is_not_theirs() -> None:
    text = "The mayor said rioters burned the depot, which the rioters deny, and that looters came."
    said = told(text, "The mayor", "said", "rioters burned the depot, which the rioters deny, and that looters came")
    parse = Parse(text=text, tokens=(), sentences=(), names=(), children=())
    assert holder_of(place(text, "burned"), [said], parse) == said
    assert holder_of(place(text, "deny"), [said], parse) is None


def test_a_denial_that_somebody_tells_of_is_theirs() -> None:
    text = "The mayor said rioters deny the fire."
    said = told(text, "The mayor", "said", "rioters deny the fire")
    parse = Parse(text=text, tokens=(), sentences=(), names=(), children=())
    assert holder_of(place(text, "deny"), [said], parse) == said
