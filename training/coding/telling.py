"""Confidence of what is told: the judge's, once the stage has ruled out what no judge learns.

Candidates that are ruled out, or that another mention stands for, are never told, and so what is told is right more often than the
judge alone knows. Its calibration, made on articles that it has not learned from, is therefore followed by a second one, on what
sayso tells of the development articles.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from sayso.model import Span
from sayso.pipeline import Pipeline
from sayso.resources.codebook import Weights
from sayso.settings import Settings
from training.coding.cases import document_in
from training.coding.folds import platt
from training.gold import records

DEVELOPMENT: Final = "ledger/dev.jsonl"
# Events that are less likely are not looked at: they are never told, and would decide the slope where all that is told lies above.
LEAST: Final = 0.15


def told_events(pipeline: Pipeline, record: dict[str, Any]) -> Iterator[tuple[float, bool]]:
    """The confidence of each event that is told of an annotated article, and whether it is one, of that type."""
    for one in pipeline.pieces(document_in(record)).events:
        same = (Span(*event["trigger"]) for event in record["events"] if event["type"] == one.type)
        yield one.confidence, any(span.overlaps(one.trigger) for span in same)


def calibrated_as_told(weights: Weights) -> Weights:
    """The weights that sayso opens, their confidence brought to what is observed of the events told of the development articles."""
    pipeline = Pipeline.open(Settings(min_confidence=LEAST))
    told = [one for record in records(DEVELOPMENT) for one in told_events(pipeline, record)]
    slope, shift = platt([chance for chance, _ in told], [right for _, right in told])
    first, second = weights.calibration
    return msgspec.structs.replace(weights, calibration=(round(first * slope, 3), round(second * slope + shift, 3)))
