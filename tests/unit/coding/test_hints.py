"""What the tagger thinks of words, asked by their place; and words that only the tagger knows."""

import math
from collections.abc import Callable

from sayso.coding.candidates import candidates
from sayso.coding.hints import Hints
from sayso.model import EVENT_TYPES, Document, Parse, Span, TriggerTag
from sayso.resources.codebook import Lexicon

LABELS = ("none", *EVENT_TYPES)


def trigger(start: int, end: int, **types: float) -> TriggerTag:
    return TriggerTag(Span(start, end), {**dict.fromkeys(LABELS, 0.0), **types}, {})


def test_of_several_triggers_in_a_span_the_surest_speaks() -> None:
    hints = Hints([trigger(0, 4, none=0.7, AID=0.3), trigger(5, 9, none=0.1, ASSAULT=0.9)])
    found = hints.of(Span(0, 9))
    assert found is not None
    assert found.types["ASSAULT"] == 0.9


def test_a_word_that_the_tagger_passes_over_is_no_event_to_it() -> None:
    scores = dict(zip(LABELS, Hints([trigger(0, 4, AID=1.0)]).scores(Span(10, 14), LABELS), strict=True))
    assert max(scores, key=lambda name: scores[name]) == "none"


def test_scores_are_finite_even_for_types_that_the_tagger_rules_out() -> None:
    scores = Hints([trigger(0, 4, AID=1.0)]).scores(Span(0, 4), LABELS)
    assert all(math.isfinite(one) for one in scores)


def test_what_the_tagger_thinks_of_factuality_says_nothing_of_a_word_it_passes_over() -> None:
    hints = Hints([TriggerTag(Span(0, 4), dict.fromkeys(LABELS, 0.1), {"happened": 0.9, "denied": 0.1})])
    assert hints.presented(Span(10, 14), ("happened", "denied")) == [0.0, 0.0]
    told = hints.presented(Span(0, 4), ("happened", "denied"))
    assert told == [math.log(0.9), math.log(0.1)]


def test_a_word_that_the_lexicon_lacks_is_put_forward_by_the_tagger(
    parse_text: Callable[..., tuple[Document, Parse]], lexicon: Lexicon
) -> None:
    text = "Soldiers zorbled the village."
    _, parse = parse_text(text)
    start = text.index("zorbled")
    hints = Hints([trigger(start, start + 7, none=0.2, ASSAULT=0.6, COERCE=0.2)])
    alone = [one.token.text for one in candidates(parse, parse.sentences[0], lexicon)]
    helped = [one for one in candidates(parse, parse.sentences[0], lexicon, hints) if not one.listed]
    assert "zorbled" not in alone
    assert [(one.token.text, next(iter(one.senses))) for one in helped] == [("zorbled", "ASSAULT")]
