"""Weights that tell from the words of an article how many events it reports, learned from the annotated articles.

An article is judged by weights that have not seen it wherever something else is learned from the judgement.
"""

import math
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsqr

from sayso.resources.codebook import Subject
from training.coding.folds import FOLDS

# A word must stand in so many articles.
SELDOM: Final = 4
# The strength of the penalty, and the places of the weights that are written.
SHRINK: Final = 1.0
DIGITS: Final = 4


class Told(Struct, frozen=True):
    """An annotated article: the lemmas that tell its subject, and log(1 + events per hundred words)."""

    words: AbstractSet[str]
    events: float


def told(record: dict[str, Any], words: AbstractSet[str]) -> Told:
    """An annotated article as it is learned from."""
    return Told(words, math.log(1 + 100 * len(record["events"]) / max(len(record["text"].split()), 1)))


def fit_subject(articles: Sequence[Told]) -> Subject:
    """The weights with the least squared error, by a ridge regression."""
    counts = Counter(word for one in articles for word in one.words)
    names = sorted(word for word, count in counts.items() if count >= SELDOM)
    index = {word: n for n, word in enumerate(names)}
    columns = [[index[word] for word in sorted(one.words) if word in index] for one in articles]
    edges = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    values = np.concatenate([np.full(len(row), 1 / math.sqrt(max(len(row), 1))) for row in columns])
    flat = np.array([column for row in columns for column in row], dtype=np.int64)
    table = csr_matrix((values, flat, edges), shape=(len(articles), len(names)))
    goal = np.array([one.events for one in articles])
    mean = float(goal.mean())
    weights = lsqr(table, goal - mean, damp=math.sqrt(SHRINK))[0]
    kept = ((word, round(float(value), DIGITS)) for word, value in zip(names, weights, strict=True))
    return Subject(round(mean, DIGITS), dict(kept))


def subjects_apart(articles: Sequence[Told]) -> list[Subject]:
    """For each fold, the weights that have not seen its articles; article n is in fold n % FOLDS."""
    return [fit_subject([one for n, one in enumerate(articles) if n % FOLDS != fold]) for fold in range(FOLDS)]
