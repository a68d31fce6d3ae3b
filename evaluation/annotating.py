"""What sayso says of the documents of a gold file: annotated here, or read from a file that was annotated before."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.measure import annotate_records
from training.gold import read_lines


def add_options(parser: argparse.ArgumentParser, parts: Sequence[str], part: str) -> None:
    """The options of measuring on a part of a gold set; part: the one that is measured on if none is named."""
    parser.add_argument("--part", choices=parts, default=part)
    parser.add_argument("--every", type=int, default=1, help="every so many documents only")
    parser.add_argument("--system", type=Path, help="what sayso annotate said of them, to be read instead")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", action="store_true")


def part_of(gold: Sequence[dict[str, Any]], every: int) -> list[dict[str, Any]]:
    """Every so many records, from the first on."""
    return list(gold[::every])


def annotated(gold: Sequence[dict[str, Any]], system: Path | None, workers: int) -> dict[str, dict[str, Any]]:
    """The annotated line of each record ("doc", "text", "date"), by its name.

    system: lines that were annotated before. Raises CalledProcessError where annotating fails, and SystemExit for a document that
    was not read.
    """
    lines = read_lines(system) if system is not None else _annotate(gold, workers)
    found = {line["doc"]: line for line in lines if "problem" not in line}
    missing = [record["doc"] for record in gold if record["doc"] not in found]
    if missing:
        sys.exit(f"{len(missing)} documents were not annotated, the first is {missing[0]}")
    return found


def _annotate(gold: Sequence[dict[str, Any]], workers: int) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as scratch:
        system = Path(scratch, "system.jsonl")
        asked = ({"doc": one["doc"], "text": one["text"], "date": one.get("date")} for one in gold)
        annotate_records(asked, system, workers)
        return read_lines(system)
