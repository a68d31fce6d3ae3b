from sayso.claiming.holders import chain, holder_of
from sayso.model import Attribution, Span

OUTER = Attribution("a1", "direct", (Span(90, 95),), (Span(85, 89),), (Span(0, 80),))
INNER = Attribution("a2", "indirect", (Span(5, 8),), (Span(9, 15),), (Span(16, 60),), parent="a1")
BOTH = (OUTER, INNER)


def test_the_innermost_attribution_holds_the_event() -> None:
    assert holder_of(Span(20, 25), BOTH) == INNER
    assert holder_of(Span(70, 75), BOTH) == OUTER


def test_the_article_holds_what_nobody_else_says() -> None:
    assert holder_of(Span(100, 105), BOTH) is None


def test_a_cue_is_not_held_by_its_own_attribution() -> None:
    assert holder_of(Span(9, 15), BOTH) == OUTER
    assert holder_of(Span(85, 89), BOTH) is None


def test_the_chain_goes_outward() -> None:
    assert chain(INNER, BOTH) == [INNER, OUTER]
    assert chain(None, BOTH) == []


def test_what_is_alleged_in_a_denial_is_held_by_who_denies() -> None:
    denial = Attribution("a1", "indirect", (Span(0, 8),), (Span(9, 15),), (Span(16, 60),), cue_class="denies")
    alleged = Attribution("a2", "indirect", (), (Span(16, 26),), (Span(32, 60),), parent="a1", cue_class="claims")
    named = Attribution("a2", "indirect", (Span(27, 30),), (Span(16, 26),), (Span(32, 60),), parent="a1")
    assert holder_of(Span(40, 45), (denial, alleged)) == denial
    assert holder_of(Span(40, 45), (denial, named)) == named
