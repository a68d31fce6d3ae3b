"""What is always true of a ledger, whatever is added and in whatever order."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.made_up import made_up
from sayso.ledger import Judgement, Store
from sayso.ledger.folding import fold

NUMBERS = st.lists(st.integers(0, 4), min_size=1, max_size=6)


def told(numbers: list[int]) -> tuple[list[tuple[str, str | None]], list[tuple[str, int, int]], int]:
    """The claims with their incidents, and the actors with their counts, of a ledger of these articles; altered rows."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "x", write=True) as store:
        for number in numbers:
            store.add(made_up(number, 2))
        claims = sorted((claim.id, claim.incident) for claim in store.claims())
        actors = sorted((one.id, one.claims, one.documents) for one in store.actors())
        return claims, actors, len(list(store.verify()))


@settings(max_examples=6)
@given(numbers=NUMBERS, chance=st.randoms(use_true_random=False))
def test_adding_again_and_in_another_order_gives_the_same_ledger(numbers: list[int], chance: object) -> None:
    others = [*dict.fromkeys(numbers)]
    chance.shuffle(others)  # type: ignore[attr-defined]
    one, other = told(numbers), told(others)
    assert one == other
    assert one[2] == 0


@settings(max_examples=100)
@given(text=st.text(max_size=60))
def test_folded_words_stay_as_they_are_when_folded_again(text: str) -> None:
    assert fold(text) == fold(fold(text))


TABLES = ("memberships", "incidents", "judgements", "log")
NOON = "2026-05-01T12:00:00Z"
PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=8)


def judged(pairs: list[tuple[int, int]], *, together: bool) -> list[list[tuple[object, ...]]]:
    """The rows of a ledger of six incidents in which these were merged, in one call or each in a call of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x"
        with Store.open(path, write=True, clock=lambda: NOON) as store:
            for number in range(3):
                store.add(made_up(number, 4))
            ids = sorted(one.id for one in store.incidents())
            merges = [
                Judgement("merge", "a rule", NOON, incident=ids[one], other=ids[other], author="rule")
                for one, other in pairs
            ]
            for some in [merges] if together else [[one] for one in merges]:
                store.judge(*some)
            assert list(store.verify()) == []
        with closing(sqlite3.connect(path)) as connection:
            found = [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES]
            return [*found, connection.execute("SELECT id, incident FROM claims ORDER BY key").fetchall()]


@settings(max_examples=6)
@given(pairs=PAIRS)
def test_merges_in_one_call_leave_the_rows_that_merges_one_by_one_leave(pairs: list[tuple[int, int]]) -> None:
    assert judged(pairs, together=True) == judged(pairs, together=False)
