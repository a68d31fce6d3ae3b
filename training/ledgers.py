"""The annotated articles that the claims' trained parts learn from, with what the pipeline sees in them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from sayso.claiming.pieces import Pieces
from sayso.pipeline import Pipeline
from sayso.resources.codebook import Weights
from training.coding.cases import Seen, document_in, seen_events
from training.coding.fit import Case, fit
from training.gold import ledgers

FOLDS = 5
# Marks the features that only cases of training/annotations have, see `set_apart`.
APART = "apart:"
TARGET = Path("src/sayso/resources/codebook/weights")


class Article(Struct, frozen=True):
    """One annotated article: its gold record, what the stages find in it, and the candidates that gold has an event for."""

    record: dict[str, Any]
    pieces: Pieces
    seen: tuple[Seen, ...]


def articles() -> list[Article]:
    """The annotated articles, read by the pipeline."""
    pipeline = Pipeline.open()
    return [_article(n, record, pipeline) for n, record in enumerate(ledgers())]


def _article(n: int, record: dict[str, Any], pipeline: Pipeline) -> Article:
    pieces = pipeline.pieces(document_in(record))
    return Article(record, pieces, seen_events(n, record, pieces.parse, pipeline.tools.lexicon))


def set_apart(features: list[str], record: dict[str, Any]) -> list[str]:
    """The features of a case; one of training/annotations has each of them a second time, under another name.

    Its annotators settled some things otherwise than those of the gold set (they leave the patient of "condemned the
    decision" empty). Weights of its own take up such habits, so that the shared ones learn what both agree on; they are
    left out of what is written (Daume 2007, "Frustratingly easy domain adaptation").
    """
    return [*features, *(APART + name for name in features), APART] if "sha256" in record else features


def shared(weights: Weights) -> Weights:
    """The weights without those of `set_apart`."""
    rows = {name: row for name, row in weights.rows.items() if not name.startswith(APART)}
    return Weights(weights.labels, weights.bias, rows)


def in_folds(cases: Sequence[Case], labels: Sequence[str], shrink: float) -> list[tuple[str, str]]:
    """(label, likeliest label) of every case of an article, judged by weights that have not seen the article.

    Cases of no article (number -1) are only learned from.
    """
    found = []
    for fold in range(FOLDS):
        held = [case for case in cases if case.article >= 0 and case.article % FOLDS == fold]
        apart = {case.article for case in held}
        weights = shared(fit([case for case in cases if case.article not in apart], labels, shrink))
        for case in held:
            shares = weights.shares(case.features)
            found.append((case.label, weights.labels[max(range(len(shares)), key=lambda n: shares[n])]))
    return found


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 over the labels that occur in gold."""
    scores = []
    for label in {wanted for wanted, _ in pairs}:
        both = sum(wanted == got == label for wanted, got in pairs)
        scores.append(2 * both / sum((wanted == label) + (got == label) for wanted, got in pairs))
    return sum(scores) / len(scores)
