"""Annotate the documents of a gold file and score them with the gold's own scorer."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evaluation.floors import Floor
from training.gold import write_lines

SAYSO = (sys.executable, "-m", "sayso")
# This scorer's gold files give the mentions; sayso is only asked which belong together.
LINKING = "linking.py"
# This one is ours: annotations of articles whose texts are in the gold file, see evaluation/coref.
COREFERENCE = "coreference.py"
# So is this one: articles that were drawn at random, see evaluation/drawn.
DRAWN = "drawn.py"
# The scorer's option that asks for the types of events whose source and target are given.
GIVEN = "--given"


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure(folder: Path, floor: Floor, workers: int) -> dict[str, object]:
    """The scorer's figures for what sayso says of the gold file's documents, or of its marked sentences with GIVEN.

    Raises CalledProcessError when annotating or scoring fails; a document that sayso has a problem with fails the run.
    """
    gold = folder / floor.gold
    if floor.scorer == COREFERENCE:
        command = (sys.executable, "-m", "evaluation.coreference", *floor.options, "--json")
        return dict(json.loads(run(*command, SAYSO_GOLD=str(folder))))
    if floor.scorer == DRAWN:
        command = (sys.executable, "-m", "evaluation.drawn", "--workers", str(workers), "--json")
        return dict(json.loads(run(*command, SAYSO_GOLD=str(folder))))
    with tempfile.TemporaryDirectory() as scratch:
        system = Path(scratch, "system.jsonl")
        if floor.scorer == LINKING:
            system.write_text(run(*SAYSO, "link", "--given", str(gold)), encoding="utf-8")
        elif GIVEN in floor.options:
            system.write_text(run(*SAYSO, "code", "--given", str(gold)), encoding="utf-8")
        else:
            annotate(folder, gold, system, workers)
        scored = run(
            sys.executable, str(folder / "score" / floor.scorer), str(gold), str(system), *floor.options, "--json"
        )
    figures: dict[str, object] = json.loads(scored)
    return figures


def annotate(folder: Path, gold: Path, system: Path, workers: int) -> None:
    """Write what sayso says of the gold file's documents to the file `system`."""
    documents = system.with_name("documents.jsonl")
    documents.write_text(run(sys.executable, str(folder / "score/inputs.py"), str(gold)), encoding="utf-8")
    _annotate(documents, system, workers)


def annotate_records(records: Iterable[Mapping[str, Any]], system: Path, workers: int) -> None:
    """Write what sayso says of documents in the line format to the file `system`; raises CalledProcessError where that fails."""
    documents = system.with_name("documents.jsonl")
    write_lines(documents, records)
    _annotate(documents, system, workers)


def _annotate(documents: Path, system: Path, workers: int) -> None:
    subprocess.run([*SAYSO, "annotate", str(documents), "--workers", str(workers), "--output", str(system)], check=True)


def run(*command: str, **variables: str) -> str:
    """What a command prints, under the environment and variables of its own; raises CalledProcessError when it fails."""
    where = {**os.environ, **variables}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=where).stdout
