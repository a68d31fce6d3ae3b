"""Coreference metrics, on the worked example of the reference scorer's paper and on words of our own."""

import pytest

from evaluation.coreference import Annotated, annotated, b_cubed, ceaf_e, key_of, muc, response_of, score
from sayso.model import Cast, Mention, Span

# Pradhan et al., ACL 2014, section 4: seven mentions in two key clusters, three clusters found.
KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


@pytest.mark.parametrize(
    ("metric", "expected"), [(muc, (0.40, 0.40, 0.40)), (b_cubed, (0.50, 0.42, 0.46)), (ceaf_e, (0.43, 0.65, 0.52))]
)
def test_the_published_example_of_the_reference_scorer(metric: object, expected: tuple[float, ...]) -> None:
    assert callable(metric)
    assert expected == pytest.approx(metric(KEY, RESPONSE).figures, abs=0.006)


@pytest.mark.parametrize("metric", [muc, b_cubed, ceaf_e])
def test_the_key_itself_is_perfect_and_nothing_is_nothing(metric: object) -> None:
    assert callable(metric)
    assert metric(KEY, KEY).figures == pytest.approx((1.0, 1.0, 1.0))
    assert metric(KEY, []).figures == (0.0, 0.0, 0.0)


TEXT = "Ana Brandt, the mayor, said she would go. Ghana knew."
ONE = Annotated("x", "", "dev", [[(0, 10), (28, 31)]], [(16, 21)])


def mention(words: str, actor: str) -> Mention:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Mention(span, span, "name", actor)


def test_a_mention_is_golds_by_its_head_and_what_is_passed_over_or_alone_counts_for_nothing() -> None:
    cast = Cast(mentions=(mention("Brandt", "B"), mention("mayor", "B"), mention("she", "B"), mention("Ghana", "GHA")))
    assert key_of(ONE) == response_of(cast, ONE, TEXT)
    assert score([(key_of(ONE), response_of(cast, ONE, TEXT))])["CoNLL"]["f1"] == pytest.approx(1.0)


def test_who_is_taken_for_another_lowers_every_metric() -> None:
    cast = Cast(mentions=(mention("Brandt", "B"), mention("she", "GHA"), mention("Ghana", "GHA")))
    found = score([(key_of(ONE), response_of(cast, ONE, TEXT))])
    assert all(one["f1"] < 1.0 for one in found.values())


def test_the_annotations_are_thirty_articles_in_halves_whose_clusters_do_not_overlap() -> None:
    found = annotated()
    assert ({"dev": 15, "test": 15}, 147, 712) == (
        {part: sum(one.part == part for one in found) for part in ("dev", "test")},
        sum(len(one.clusters) for one in found),
        sum(len(cluster) for one in found for cluster in one.clusters),
    )
    for one in found:
        spans = [tuple(span) for cluster in one.clusters for span in cluster]
        assert len(spans) == len(set(spans))
