"""Figures over pairs that a judge has read."""

from evaluation.links import End, Judged, Standing, figures

A, B, C = (End("d", start, start + 5) for start in (0, 10, 20))
READ = [
    Judged("s", "link", A, B, 2.0, verdict="same"),
    Judged("s", "link", A, C, 1.2, verdict="different"),
    Judged("s", "near", B, C, 0.3, verdict="same"),
    Judged("s", "near", B, A, -0.3, verdict="unsure"),
    Judged("s", "dispute", A, B, what="toll contradicts", verdict="real"),
    Judged("s", "dispute", A, C, what="toll contradicts", verdict="not"),
]


def test_precision_recall_and_disputes_are_counted() -> None:
    found = figures(READ)
    assert (2, 1, 0.5) == (found["links"], found["links right"], found["precision"])
    assert (2, 1, 0.5) == (
        found["near misses"],
        found["near misses of one happening"],
        found["recall over links and near misses"],
    )
    assert (2, 1, 0.5) == (found["disputes"], found["disputes real"], found["precision of disputes"])


def test_a_ledger_says_what_is_linked_by_now() -> None:
    found = figures(READ, Standing({A: {"i"}, B: {"i"}, C: {"k"}}))
    assert (2, 1, 1) == (found["links"], found["links right"], found["near misses of one happening"])


def test_pairs_that_are_read_otherwise_by_now_are_left_out() -> None:
    assert 0 == figures(READ, Standing({A: {"i"}}))["links"]


def test_disputes_that_a_ledger_shows_no_more_are_told_apart() -> None:
    found = figures(READ, Standing({}, frozenset({frozenset((B, A))})))
    assert (1, 1) == (found["disputes"], found["disputes real"])
    assert (0, 1) == (found["real disputes shown no more"], found["others shown no more"])


def test_a_pair_that_was_judged_twice_counts_as_it_was_judged_last() -> None:
    again = Judged("s", "dispute", B, A, what="toll contradicts", verdict="not")
    assert (2, 0) == tuple(figures([*READ, again])[name] for name in ("disputes", "disputes real"))
