"""How well sayso finds what passes between two marked phrases that it is not told of: five folds by sentence over PLV.

usage: python -m evaluation.dyads

The sentences of a fold are coded with weights of participants that have not seen them, and scored with the gold's own
scorer (SAYSO_GOLD/score/pair.py). The tagger has seen them, as sentences that tell of a type somewhere, and the judge of
events at a small weight: what these remember flatters.
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
from sayso.parsing import Parser
from sayso.reading import document_of
from sayso.resources.codebook import Lexicon
from sayso.tagging import Tagger
from training.coding.cases import Reader
from training.coding.dyads import FOLDS, Dyad, dyads, folds_of, role_cases
from training.coding.fit import Case, fit
from training.gold import folder, records
from training.ledgers import articles
from training.ledgers import shared as without_habits
from training.participants import LABELS as ROLE_LABELS
from training.participants import SHRINK as ROLE_SHRINK
from training.participants import cases as annotated_roles

GOLD: Final = "events/plv-train.jsonl"
# Standard deviations of a normal distribution between which 95 % lie.
WIDE: Final = 1.96


def coded(annotated: Sequence[Case], marked: Sequence[Dyad], reader: Reader) -> list[dict[str, Any]]:
    """The lines for the scorer: every sentence with the events that are found by weights that have not seen it.

    annotated: the cases of annotated articles; marked: the sentences with their likeliest words.
    """
    found = records(GOLD)
    folds = folds_of(found)
    lines: list[dict[str, Any]] = []
    for fold in range(FOLDS):
        lexicon = learned(annotated, [one for one in marked if one.fold != fold], reader.lexicon)
        held = [record for record in found if folds[record["text"]] == fold]
        lines.extend(
            {"doc": record["id"], "events": [_line(one) for one in _events(record, lexicon, reader)]} for record in held
        )
    return lines


def learned(annotated: Sequence[Case], marked: Sequence[Dyad], lexicon: Lexicon) -> Lexicon:
    """The lexicon with weights of participants learned from these cases and sentences."""
    parts = [case for one in marked for case in role_cases(one, lexicon)]
    roles = without_habits(fit([*annotated, *parts], ROLE_LABELS, ROLE_SHRINK))
    return msgspec.structs.replace(lexicon, roles=roles)


def _events(record: dict[str, Any], lexicon: Lexicon, reader: Reader) -> Sequence[Event]:
    document = document_of(record["text"], doc=record["id"])
    parse, triggers = reader.parser.parse(document), reader.tagger.tag(document).triggers
    return find_events(document, parse, (), lexicon, triggers)


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
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    lexicon = Lexicon.open()
    reader = Reader(Parser.open(), Tagger.open(), lexicon)
    print(report(scored(coded(list(annotated_roles(articles(), lexicon)), dyads(reader), reader))))


if __name__ == "__main__":
    main()
