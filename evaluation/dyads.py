"""How well sayso finds what passes between two marked phrases that it is not told of: five folds by sentence over PLV.

usage: python -m evaluation.dyads [--earlier FOLDER]

The sentences of a fold are coded with weights that have not seen them, made as `python -m training.coding` makes those that
ship, and scored with the gold's own scorer (SAYSO_GOLD/score/pair.py). The tagger has seen them, as sentences that tell of
a type somewhere, which flatters.
"""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from evaluation.measure import run
from sayso.coding.stage import find_events
from sayso.model import Event
from sayso.resources.codebook import Lexicon, Weights
from sayso.tagging import Tagger
from training.coding.cases import Reader, document_in, reader_of
from training.coding.dyads import FOLDS, folds_of
from training.coding.together import alone, annotated, besides
from training.gold import folder, records

GOLD: Final = "events/plv-train.jsonl"
# Standard deviations of a normal distribution between which 95 % lie.
WIDE: Final = 1.96


def coded(reader: Reader, tagger: Tagger) -> list[dict[str, Any]]:
    """The lines for the scorer: every sentence with the events that are found by weights that have not seen it.

    reader: what to learn with; tagger: whose scores are weighed where the sentences are coded.
    """
    found = records(GOLD)
    folds = folds_of(found)
    first = alone(annotated(reader), reader.lexicon)
    lines: list[dict[str, Any]] = []
    for fold in range(FOLDS):
        taught = besides(first, reader, without=fold).lexicon
        lexicon = msgspec.structs.replace(taught, events=with_confidence(taught.events, reader.lexicon.events))
        held = [record for record in found if folds[record["text"]] == fold]
        lines.extend(
            {"doc": record["id"], "events": [_line(one) for one in _events(record, lexicon, reader, tagger)]}
            for record in held
        )
    return lines


def with_confidence(weights: Weights, shipped: Weights) -> Weights:
    """The weights under the calibration of those that ship, which comes from articles, not from these sentences."""
    return msgspec.structs.replace(weights, calibration=shipped.calibration)


def _events(record: dict[str, Any], lexicon: Lexicon, reader: Reader, tagger: Tagger) -> Sequence[Event]:
    document = document_in(record)
    return find_events(document, reader.read(document)[0], (), lexicon, tagger.tag(document).triggers)


def _line(one: Event) -> dict[str, Any]:
    agent, patient = ([[span.start, span.end] for span in spans] for spans in (one.agent, one.patient))
    return {"type": one.type, "agent": agent, "patient": patient}


def scored(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The scorer's figures."""
    with tempfile.TemporaryDirectory() as scratch:
        system = Path(scratch, "system.jsonl")
        system.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        command = (sys.executable, str(folder() / "score/pair.py"), str(folder() / "gold" / GOLD), str(system))
        figures: dict[str, Any] = json.loads(run(*command, "--json"))
    return figures


def report(figures: dict[str, Any]) -> str:
    """The figures in words, the accuracy with its interval."""
    accuracy, n = figures["accuracy"], figures["lines"]
    half = WIDE * math.sqrt(accuracy * (1 - accuracy) / n)
    told = [f"accuracy {accuracy:.3f} [{accuracy - half:.3f}, {accuracy + half:.3f}] over {n} sentences"]
    told += [f"{name} {figures[name]:.3f}" for name in ("quad", "macro F1", "coverage", "types per answer")]
    told += [f"{name} {value['f1']:.2f} of {value['n']}" for name, value in figures.items() if isinstance(value, dict)]
    return "\n".join(told)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--earlier", type=Path, help="folder of the tagger's weights before it learned from the annotated articles"
    )
    options = parser.parse_args()
    reader = reader_of(options.earlier)
    print(report(scored(coded(reader, Tagger.open()))))


if __name__ == "__main__":
    main()
