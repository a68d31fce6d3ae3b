from sayso.comparing import View, gather
from sayso.comparing.same import features, score
from sayso.model import Claim, Event, EventType, Place, Span
from sayso.resources.attachment import Weights, load_weights


def view(
    number: int, lemma: str, kind: EventType = "ASSAULT", place: Place | None = None, **sides: frozenset[str]
) -> View:
    claim = Claim(id=f"e{number}", event=Event(trigger=Span(number * 10, number * 10 + 5), type=kind))
    return View(
        claim=claim, lemma=lemma, sentence=number, place=place,
        agents=sides.get("agents", frozenset()), patients=sides.get("patients", frozenset()),
    )  # fmt: skip


def test_claims_that_share_type_word_and_doer_are_more_alike_than_others() -> None:
    weights = load_weights("incident")
    first = view(1, "attack", agents=frozenset({"X"}))
    again = view(2, "attack", agents=frozenset({"X"}))
    other = view(2, "meet", "CONSULT", agents=frozenset({"Y"}))
    assert score(first, again, weights) > score(first, other, weights)


def test_what_two_claims_share_is_named() -> None:
    one, other = view(1, "attack", agents=frozenset({"X"})), view(2, "attack", agents=frozenset({"Y"}))
    assert {"type=same", "lemma", "agent=other", "patient=none", "gap=1"} <= set(features(one, other))


def test_a_claim_joins_the_incident_it_is_most_like_or_opens_one() -> None:
    weights = Weights({"lemma": 2.0, "bias": -1.0})
    views = [view(1, "attack"), view(2, "march"), view(3, "attack"), view(4, "march")]
    assert gather(views, weights) == [0, 1, 0, 1]


def test_no_claims_make_no_incidents() -> None:
    assert gather([], Weights({})) == []
