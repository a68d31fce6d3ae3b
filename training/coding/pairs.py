"""Weights for marked pairs, learned from sentences with a marked source and target and the type of what passes between.

Two judges that know different things are joined: weights over named features of the parse and the lexicon, and a head on
the vectors of an encoder that has learned nothing of events.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from sayso.coding.pairs import YIELDING, pair_features, pair_of
from sayso.model import EVENT_TYPES, Span
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.codebook import Lexicon, Weights
from sayso.tagging.sentences import SentenceEncoder
from training.coding.dyads import FOLDS, folds_of
from training.coding.fit import Case, Floats, Problem, fit
from training.gold import records

MARKED: Final = "events/plv-train.jsonl"
# CONCEDE stands for both ways of yielding, which PLV does not tell apart.
PAIR_LABELS: Final = tuple(name for name in EVENT_TYPES if name != "RETREAT")
# Strength of the penalties and the steps of the search, and how much the head counts beside the features: by the folds.
SHRINK: Final = 2.0
HEAD_SHRINK: Final = 100.0
HEAD_STEPS: Final = 40
HEAD_SHARE: Final = 0.67


class Head(msgspec.Struct, frozen=True):
    """A logistic regression on vectors. rows: (size of a vector, labels); bias: (labels,)."""

    rows: Floats
    bias: Floats

    def scores(self, vectors: Floats) -> Floats:
        """Logarithms of the probabilities of the labels, (sentences, labels)."""
        sums = vectors @ self.rows + self.bias
        sums -= sums.max(axis=1, keepdims=True)
        found: Floats = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        return found

    def save(self, path: Path) -> None:
        """Write the head as `sayso.tagging` opens it."""
        rows, bias = self.rows.astype(np.float32), self.bias.astype(np.float32)
        np.savez(path, labels=np.array(PAIR_LABELS), rows=rows, bias=bias)


def pair_cases(parser: Parser, lexicon: Lexicon) -> list[Case]:
    """The sentences of PLV; `article` is the fold, which a sentence that occurs twice has in common."""
    found = records(MARKED)
    folds = folds_of(found)
    cases = []
    for record in found:
        parse = parser.parse(document_of(record["text"], doc=record["id"]))
        label = YIELDING if record["type"] == "YIELD" else record["type"]
        features = pair_features(parse, pair_of(parse, *_sides(record)), lexicon)
        cases.append(Case(folds[record["text"]], features, label))
    return cases


def pair_vectors(encoder: SentenceEncoder) -> Floats:
    """The vectors of the sentences, in the order of the cases."""
    found = records(MARKED)
    return np.array([encoder.vector(record["text"], *_sides(record)) for record in found], dtype=np.float64)


def _sides(record: dict[str, Any]) -> tuple[Span | None, Span | None]:
    source, target = (Span(*record[side]) if record[side] else None for side in ("source", "target"))
    return source, target


def fit_head(vectors: Floats, cases: Sequence[Case]) -> Head:
    """A head that makes the cases' labels likely; the vectors are brought to one scale, which goes into its weights."""
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-6
    rows, bias, _ = Problem((vectors - mean) / spread, cases, PAIR_LABELS, HEAD_SHRINK).solved(HEAD_STEPS)
    rows = rows / spread[:, None]
    return Head(rows, bias - mean @ rows)


def fit_pairs(cases: Sequence[Case]) -> Weights:
    """The weights over named features, ready to be joined with the scores of the head."""
    scales = (HEAD_SHARE,) * len(PAIR_LABELS)
    return msgspec.structs.replace(fit(cases, PAIR_LABELS, SHRINK), scales=scales)


def pair_figures(cases: Sequence[Case], vectors: Floats) -> str:
    """Accuracy and macro-F1 over five folds by sentence, in PLV's types: of the features alone, and with the head."""
    folds = np.array([case.article for case in cases])
    wanted: list[str] = []
    got: defaultdict[str, list[str]] = defaultdict(list)
    for fold in range(FOLDS):
        inside = [case for case in cases if case.article != fold]
        weights, head = fit_pairs(inside), fit_head(vectors[folds != fold], inside)
        scores = head.scores(vectors[folds == fold])
        for case, score in zip([case for case in cases if case.article == fold], scores, strict=True):
            wanted.append(case.label)
            nothing = [0.0] * len(PAIR_LABELS)
            got["features alone"].append(_likeliest(weights.shares(case.features, nothing)))
            got["vectors alone"].append(_likeliest(score.tolist()))
            got["both"].append(_likeliest(weights.shares(case.features, score.tolist())))
    return "\n".join(_figures(name, wanted, answers) for name, answers in got.items())


def _likeliest(shares: Sequence[float]) -> str:
    return max(zip(shares, PAIR_LABELS, strict=True))[1]


def _figures(name: str, wanted: Sequence[str], got: Sequence[str]) -> str:
    right: defaultdict[str, int] = defaultdict(int)
    for one, other in zip(wanted, got, strict=True):
        right[one] += one == other
    kinds = sorted(set(wanted))
    scores = {kind: 2 * right[kind] / (wanted.count(kind) + got.count(kind)) for kind in kinds}
    told = " ".join(f"{kind} {score:.2f}" for kind, score in scores.items())
    accuracy, macro = sum(right.values()) / len(wanted), sum(scores.values()) / len(kinds)
    return f"pairs, {name}: accuracy {accuracy:.3f}, macro-F1 {macro:.3f} over {len(wanted)} sentences ({told})"
