from sayso.comparing import View, gather
from sayso.comparing.same import features, score
from sayso.model import Claim, Count, Event, EventType, Place, Span, Toll
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


def test_the_participant_that_is_an_event_names_it() -> None:
    attack = view(1, "attack")
    killed = Claim("e2", Event(trigger=Span(40, 46), type="ASSAULT", agent=(Span(8, 16),)))
    assert "names-the-other" in features(attack, View(claim=killed, lemma="kill", sentence=1))


def test_equal_tolls_are_a_sign_of_one_happening() -> None:
    def told(number: int, killed: int) -> View:
        toll = Toll(killed=Count(killed, killed))
        return View(Claim(f"e{number}", Event(Span(number, number + 1), "ASSAULT", toll=toll)), "kill", number)

    assert "killed=same" in features(told(1, 5), told(2, 5))
    assert "killed=other" in features(told(1, 5), told(2, 7))


def test_a_near_mention_draws_a_claim_into_its_incident() -> None:
    weights = Weights({"lemma": 2.0, "type=other": -1.0, "bias": -0.5})
    views = [view(1, "attack"), view(2, "attack", "COERCE"), view(3, "attack", "COERCE")]
    assert gather(views, weights) == [0, 0, 0]


def test_a_claim_that_is_unlike_all_others_of_an_incident_stays_apart() -> None:
    weights = Weights({"lemma": 1.0, "bias": -0.5, "agent=other": -3.0})
    views = [
        view(1, "attack", agents=frozenset({"X"})),
        view(2, "attack"),
        view(3, "attack", agents=frozenset({"Y"})),
    ]
    assert gather(views, weights) == [0, 0, 1]
