"""A happening told again is known in the light of what is told between."""

from sayso.comparing import View, gather
from sayso.comparing.again import Likeness
from sayso.model import Claim, Event, Span
from sayso.resources.attachment import Weights

NOTHING = Weights({})


def told(n: int, type: str = "CONSULT", lemma: str = "meeting", *, definite: bool = False, **more: object) -> View:  # noqa: A002  # the noun's own field
    claim = Claim(f"e{n}", Event(Span(n * 10, n * 10 + 4), type))
    return View(claim=claim, lemma=lemma, sentence=n, definite=definite, **more)  # type: ignore[arg-type]  # fields of the view


def test_the_meeting_told_last_has_none_between() -> None:
    views = [told(1), told(2), told(3, "ASSAULT", "raid"), told(4, definite=True)]
    likeness = Likeness(views, NOTHING)
    assert {"between=1", "between=1,definite", "lemma-between=1"} <= set(likeness.features(0, 3))
    assert {"between=0", "between=0,definite", "lemma-between=0"} <= set(likeness.features(1, 3))


def test_claims_of_two_types_have_nothing_between_them() -> None:
    found = Likeness([told(1), told(2, "ASSAULT", "raid")], NOTHING).features(0, 1)
    assert "types=ASSAULT|CONSULT" in found
    assert not [name for name in found if name.startswith("between")]


def test_what_is_set_apart_is_told_so() -> None:
    assert "another" in Likeness([told(1), told(2, another=True)], NOTHING).features(0, 1)


def test_a_claim_is_found_by_its_id() -> None:
    views = [told(1), told(2), told(3)]
    likeness = Likeness(views, Weights({"between=0": 1.5}))
    assert (1.5, 0.0) == (likeness(views[1], views[2]), likeness(views[0], views[2]))


def test_the_meeting_joins_the_one_told_last() -> None:
    weights = Weights({"between=0,definite": 2.0, "bias": -1.0})
    assert [0, 1, 1] == gather([told(1), told(2), told(3, definite=True)], weights)
