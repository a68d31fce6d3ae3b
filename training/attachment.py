"""Make the weights that tie places and times to events.

usage: python -m training.attachment [place] [time]

Reads SAYSO_GOLD/gold/ledger/train.jsonl, writes src/sayso/resources/attachment/*.json. Deterministic. The figures in
each file are means over five folds by article; the weights are of all of them.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from sayso.claiming.chooser import Chooser, Option
from sayso.claiming.claims import Pieces
from sayso.claiming.whens import Whens
from sayso.claiming.wheres import Wheres
from sayso.comparing.view import kilometres
from sayso.model import Event, Place, Span
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.resources.attachment import Weights

FOLDS = 5
EPOCHS = 15
RATE = 0.1
SHRINK = 0.999
NEAR_KM = 50.0
TARGET = Path("src/sayso/resources/attachment")


class Case(Struct, frozen=True):
    """One choice: the article it is in, the binary features of each option, and which options are right."""

    article: int
    options: list[list[str]]
    right: frozenset[int]


def gold() -> list[dict[str, Any]]:
    """The annotated articles to learn from."""
    path = Path(os.environ.get("SAYSO_GOLD", "../shared")) / "gold/ledger/train.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def spans(value: Any) -> tuple[Span, ...]:
    """Null, one span or several, as spans."""
    if not value:
        return ()
    return tuple(Span(*one) for one in ([value] if isinstance(value[0], int) else value) if one)


def event_of(record: dict[str, Any]) -> Event:
    """A gold event as a noun."""
    return Event(
        trigger=Span(*record["trigger"]), type=record["type"], agent=spans(record["agent"]),
        patient=spans(record["patient"]), factuality=record["factuality"],
    )  # fmt: skip


def pieces_of(pipeline: Pipeline, record: dict[str, Any]) -> Pieces:
    """What the stages before claiming find in a gold article."""
    document = document_of(record["text"], doc=record["doc"], date=record["date"])
    return pipeline.pieces(document)


def place_cases(article: int, record: dict[str, Any], pieces: Pieces) -> list[Case]:
    """For each event, the toponyms that lie where gold puts it."""
    wheres = Wheres(pieces.parse, pieces.places, _dateline(pieces))
    places = {toponym.span: toponym.place for toponym in pieces.places}
    known = {one["id"]: one for one in record["places"]}

    def right(event: dict[str, Any], option: Option) -> bool:
        wanted = known.get(event["place_id"] or "")
        if wanted is None or option.site is None:
            return wanted is None and option.site is None
        if any(span.overlaps(option.site.span) for span in spans(event["place"])):
            return True
        return _same_place(wanted, places[option.site.span])

    return _cases(article, record, wheres.chooser, right)


def _same_place(wanted: dict[str, Any], found: Place | None) -> bool:
    if found is None or (wanted["country"] and wanted["country"] != found.country):
        return False
    if wanted["lat"] is None or wanted["lon"] is None:
        return False
    apart = kilometres(Place("", "city", "town", lat=wanted["lat"], lon=wanted["lon"]), found)
    return apart is not None and apart <= NEAR_KM


def time_cases(article: int, record: dict[str, Any], pieces: Pieces) -> list[Case]:
    """For each event, the expressions that date it as gold does; an event dated by its incident alone has none."""
    whens = Whens(pieces.parse, pieces.times, _dateline(pieces))
    values = {time.span: time.edtf for time in pieces.times}

    def right(event: dict[str, Any], option: Option) -> bool:
        if option.site is None:
            return event["time_value"] is None
        if any(span.overlaps(option.site.span) for span in spans(event["time"])):
            return True
        return event["time_value"] is not None and values[option.site.span] == event["time_value"]

    return _cases(article, record, whens.chooser, right)


def _cases(
    article: int, record: dict[str, Any], chooser: Chooser, right: Callable[[dict[str, Any], Option], bool]
) -> list[Case]:
    found = []
    for event in record["events"]:
        options = chooser.options(event_of(event))
        wanted = frozenset(i for i, option in enumerate(options) if right(event, option))
        found.append(Case(article, [option.features for option in options], wanted or frozenset({0})))
    return found


def _dateline(pieces: Pieces) -> Span | None:
    return pieces.document.dateline.span if pieces.document.dateline is not None else None


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Log-linear weights by AdaGrad on the likelihood of the right options (any of them)."""
    names = sorted({name for case in cases for option in case.options for name in option})
    index = {name: number for number, name in enumerate(names)}
    coded = [
        ([np.array([index[name] for name in option], dtype=int) for option in case.options], case.right)
        for case in cases
    ]
    weights, squares = np.zeros(len(names)), np.full(len(names), 1e-6)
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for number in order.permutation(len(coded)):
            options, right = coded[number]
            scores = np.array([weights[option].sum() for option in options])
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            wanted = np.array([chance[i] if i in right else 0.0 for i in range(len(options))])
            for option, step in zip(options, wanted / max(wanted.sum(), 1e-12) - chance, strict=True):
                squares[option] += step * step
                weights[option] += RATE * step / np.sqrt(squares[option])
        weights *= SHRINK
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True) if abs(weight) >= 0.001}


def f1(cases: Sequence[Case], weights: dict[str, float]) -> float:
    """F1 of choosing anything but option 0 rightly."""
    scorer = Weights(weights)
    right = chosen = wanted = 0
    for case in cases:
        scores = [scorer.score(option) for option in case.options]
        best = scores.index(max(scores))
        chosen += best != 0
        wanted += 0 not in case.right
        right += best != 0 and best in case.right
    return 2 * right / max(chosen + wanted, 1)


MAKERS = {"place": place_cases, "time": time_cases}


def main(names: Sequence[str]) -> None:
    """Learn and write the named choosers (all by default)."""
    pipeline = Pipeline.open()
    records = gold()
    found = [pieces_of(pipeline, record) for record in records]
    for name in names or MAKERS:
        cases = [
            case
            for n, (record, pieces) in enumerate(zip(records, found, strict=True))
            for case in MAKERS[name](n, record, pieces)
        ]
        scores = []
        for fold in range(FOLDS):
            weights = learn([case for case in cases if case.article % FOLDS != fold])
            scores.append(f1([case for case in cases if case.article % FOLDS == fold], weights))
        figures = {"f1 over five folds": round(sum(scores) / FOLDS, 3), "cases": float(len(cases))}
        print(name, figures)
        learned = Weights(learn(cases), figures)
        (TARGET / f"{name}.json").write_bytes(
            msgspec.json.format(msgspec.json.encode(learned, order="sorted"), indent=1) + b"\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
