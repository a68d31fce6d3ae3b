"""Weights of an article's subject, and hints that flatter."""

import math

from sayso.coding.hints import Hints
from sayso.model import Span, TriggerTag
from training.coding.flattered import MARK, Flattered, told_of
from training.coding.subjects import Told, fit_subject, subjects_apart, told

LABELS = ("none", "AID", "ASSAULT")
WORD = Span(4, 9)
TAGS = (TriggerTag(WORD, {"none": 0.2, "AID": 0.005, "ASSAULT": 0.795}, {}),)


def articles(number: int) -> list[Told]:
    return [Told({"bomb", "day"}, 2.0) if n % 2 else Told({"song", "day"}, 0.0) for n in range(number)]


def test_words_of_articles_full_of_events_promise_events() -> None:
    subject = fit_subject(articles(20))
    assert subject.expected({"bomb"}) > subject.mean > subject.expected({"song"})


def test_seldom_words_are_left_out() -> None:
    assert set(fit_subject([*articles(20), Told({"once"}, 1.0)]).words) == {"bomb", "song", "day"}


def test_a_fold_is_told_by_weights_that_have_not_seen_it() -> None:
    found = subjects_apart([*(Told({"rare"}, 3.0) if n % 5 == 0 else Told({"day"}, 1.0) for n in range(40))])
    assert ["rare" in subject.words for subject in found] == [False, True, True, True, True]


def test_events_are_counted_by_the_hundred_words() -> None:
    record = {"events": [{}, {}], "text": "word " * 50}
    assert math.isclose(math.log(5), told(record, {"word"}).events)


def test_scores_that_flatter_stand_as_features_of_their_own() -> None:
    hints = Flattered(TAGS)
    assert [0.0, 0.0, 0.0] == hints.scores(WORD, LABELS)
    assert {MARK, f"{MARK}=none:3", f"{MARK}=ASSAULT:7"} == set(told_of(hints, WORD, LABELS))


def test_honest_scores_are_told_by_no_feature() -> None:
    assert [] == told_of(Hints(TAGS), WORD, LABELS)
