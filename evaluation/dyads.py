"""How well sayso finds what passes between two marked phrases that it is not told of: five folds by sentence over PLV.

usage: python -m evaluation.dyads [--earlier FOLDER] [--system FILE]

The sentences of a fold go through all that `sayso annotate` does, with weights of events, participants and pairs that have not
seen them, made as `python -m training.coding` makes those that ship, and are scored with the gold's own scorer
(SAYSO_GOLD/score/pair.py). The tagger has seen them, as sentences that tell of a type somewhere, which flatters. The reader of
participants is trained anew for each fold, for which the `training` extra is needed.
--system keeps what is scored, a line a sentence.
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
from sayso.model import Event
from sayso.pipeline import Pipeline
from sayso.resources.codebook import Lexicon
from training.coding.cases import Reader, document_in, reader_of
from training.coding.dyads import FOLDS, folds_of
from training.coding.fit import Case
from training.coding.pairs import fit_pairs, pair_cases
from training.coding.together import Taught, alone, annotated, besides
from training.gold import folder, records, write_lines

GOLD: Final = "events/plv-train.jsonl"
# Standard deviations of a normal distribution between which 95 % lie.
WIDE: Final = 1.96


def coded(reader: Reader, pipeline: Pipeline) -> list[dict[str, Any]]:
    """The lines for the scorer: every sentence with the events that are found by weights that have not seen it.

    reader: what to learn with; pipeline: what ships, whose lexicon is replaced fold by fold.
    """
    from training import parts  # noqa: PLC0415  # it needs torch, and the report of figures at hand does not

    found = records(GOLD)
    folds = folds_of(found)
    first = alone(annotated(reader), reader.lexicon)
    pairs = pair_cases(reader.parser, reader.lexicon)
    learned = parts.learned(reader)
    lines: list[dict[str, Any]] = []
    for fold in range(FOLDS):
        weights = parts.train(learned.of(~learned.marked | (learned.fold != fold)))
        tools = msgspec.structs.replace(
            pipeline.tools,
            lexicon=_taught(reader, first, pairs, fold),
            tagger=pipeline.tools.tagger.with_parts(weights),
        )
        unseeing = Pipeline(tools, pipeline.settings)
        held = [record for record in found if folds[record["text"]] == fold]
        lines.extend(
            {"doc": record["id"], "events": [_line(one.event) for one in unseeing.read(document_in(record)).claims]}
            for record in held
        )
    return lines


def _taught(reader: Reader, first: Taught, pairs: Sequence[Case], fold: int) -> Lexicon:
    """The lexicon with weights that have not seen a fold.

    Confidence is calibrated as it ships, on articles and not on these sentences. first: what articles teach alone.
    """
    taught = besides(first, reader, without=fold).lexicon
    events = msgspec.structs.replace(taught.events, calibration=reader.lexicon.events.calibration)
    unseen = fit_pairs([case for case in pairs if case.article != fold])
    return msgspec.structs.replace(taught, events=events, pairs=unseen)


def _line(one: Event) -> dict[str, Any]:
    agent, patient = ([[span.start, span.end] for span in spans] for spans in (one.agent, one.patient))
    return {"type": one.type, "agent": agent, "patient": patient}


def scored(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The scorer's figures."""
    with tempfile.TemporaryDirectory() as scratch:
        system = Path(scratch, "system.jsonl")
        write_lines(system, lines)
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
    parser.add_argument("--system", type=Path, help="file to keep what is scored in")
    options = parser.parse_args()
    lines = coded(reader_of(options.earlier), Pipeline.open())
    if options.system is not None:
        write_lines(options.system, lines)
    print(report(scored(lines)))


if __name__ == "__main__":
    main()
