"""How sure the tagger is of an attribution, turned into how often it is right.

A group's own score orders readings well, but says too much or too little. Two numbers, fitted on every other development
article by logistic regression on the score's log odds (Platt 1999), turn it into a probability; the articles between tell
how well that works.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model import Attribution, Document, Span
from sayso.tagging import Tagger
from sayso.tagging.linking import log_odds
from training.gold import as_spans, jaccard, read_lines

Floats = NDArray[np.float64]
BINS = 10
ENOUGH = 0.5


def _characters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {index for start, end in spans for index in range(start, end) if not text[index].isspace()}


def right(text: str, found: Attribution, gold: list[dict[str, Any]]) -> bool:
    """Does some gold attribution share half of the content and of the source, as the lenient relation asks?"""

    def own(spans: tuple[Span, ...]) -> set[int]:
        return _characters(text, [(span.start, span.end) for span in spans])

    return any(
        jaccard(own(found.content), _characters(text, as_spans(item["content"]))) >= ENOUGH
        and jaccard(own(found.source), _characters(text, as_spans(item["source"]))) >= ENOUGH
        for item in gold
    )


def cases(tagger: Tagger, records: list[dict[str, Any]]) -> tuple[Floats, Floats]:
    """Raw scores of the outermost attributions of articles, and 1 for those that are right."""
    scores, verdicts = [], []
    for record in records:
        document = Document(doc=record["doc"], text=record["text"], id=record["doc"])
        for found in tagger.attributions(document):
            if found.parent is None:
                scores.append(found.confidence)
                verdicts.append(float(right(record["text"], found, record["attributions"])))
    return np.array(scores), np.array(verdicts)


def fit(scores: Floats, verdicts: Floats) -> tuple[float, float]:
    """Slope and shift of the log odds, by Newton's method."""
    marks = np.stack([log_odds(scores), np.ones_like(scores)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(50):
        chances = 1 / (1 + np.exp(-marks @ weights))
        slope = marks.T @ (verdicts - chances)
        bend = (marks * (chances * (1 - chances))[:, None]).T @ marks
        weights = weights + np.linalg.solve(bend + 1e-6 * np.eye(2), slope)
    return float(weights[0]), float(weights[1])


def expected_error(chances: Floats, verdicts: Floats) -> float:
    """Expected calibration error over ten equal bins (Naeini et al. 2015)."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [
        abs(chances[bins == number].mean() - verdicts[bins == number].mean()) * (bins == number).mean()
        for number in range(BINS)
        if (bins == number).any()
    ]
    return float(sum(gaps))


def fit_confidence(folder: Path, gold: Path) -> None:
    """Write the two numbers into the folder's linker.json, and print the error before and after on articles kept apart."""
    path = folder / "linker.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings.pop("confidence", None)
    path.write_text(json.dumps(settings), encoding="utf-8")
    tagger = Tagger.open(folder)
    records = read_lines(gold / "attribution/polnear-dev.jsonl")
    slope, shift = fit(*cases(tagger, records[::2]))
    scores, verdicts = cases(tagger, records[1::2])
    chances = 1 / (1 + np.exp(-(slope * log_odds(scores) + shift)))
    print(f"expected calibration error: {expected_error(scores, verdicts):.3f} raw", end=", ")
    print(f"{expected_error(chances, verdicts):.3f} fitted, on {len(scores)} attributions kept apart")
    for low in range(BINS):
        inside = np.minimum((chances * BINS).astype(int), BINS - 1) == low
        if inside.any():
            print(
                f"  {low / BINS:.1f}  said {chances[inside].mean():.3f}  right {verdicts[inside].mean():.3f}  {inside.sum()}"
            )
    settings["confidence"] = [round(slope, 4), round(shift, 4)]
    path.write_text(json.dumps(settings), encoding="utf-8")
