from itertools import pairwise, product

import numpy as np

from sayso.tagging.chains import Chain, best, marginals
from sayso.tagging.labels import bio

TAGS = bio(("source", "cue"))


def chain(seed: int) -> Chain:
    rng = np.random.default_rng(seed)
    width = len(TAGS)
    moves = rng.normal(size=(width, width)).astype(np.float32)
    return Chain.of(TAGS, moves, rng.normal(size=width).astype(np.float32))


def rows(seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return [rng.normal(size=(count, len(TAGS))).astype(np.float32) for count in (4, 1, 3)]


def total(own: Chain, row: np.ndarray, path: tuple[int, ...]) -> float:
    found = own.first[path[0]] + sum(row[step, tag] for step, tag in enumerate(path))
    return float(found + sum(own.moves[one, two] for one, two in pairwise(path)))


def test_the_best_sequence_is_the_best_of_all() -> None:
    own = chain(1)
    for row, found in zip(rows(2), best(own, rows(2)), strict=True):
        paths = list(product(range(len(TAGS)), repeat=len(row)))
        assert tuple(found) == max(paths, key=lambda path: total(own, row, path))


def test_marginals_are_the_shares_of_all_sequences() -> None:
    own = chain(3)
    for row, found in zip(rows(4), marginals(own, rows(4)), strict=True):
        paths = list(product(range(len(TAGS)), repeat=len(row)))
        weights = np.exp([total(own, row, path) for path in paths])
        expected = np.zeros_like(found)
        for path, weight in zip(paths, weights, strict=True):
            for step, tag in enumerate(path):
                expected[step, tag] += weight / weights.sum()
        assert np.allclose(found, expected, atol=1e-4)


def test_no_sequence_breaks_the_grammar() -> None:
    own = chain(5)
    for found in best(own, rows(6)):
        names = [TAGS[tag] for tag in found]
        for before, after in zip(["O", *names], names, strict=False):
            assert not after.startswith("I-") or before[2:] == after[2:]


def test_a_sequence_is_read_alike_alone_and_among_others() -> None:
    own = chain(7)
    together = best(own, rows(8))
    assert [found.tolist() for found in together] == [best(own, [row])[0].tolist() for row in rows(8)]
