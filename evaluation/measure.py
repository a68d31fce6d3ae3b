"""Annotate the documents of a gold file and score them with the gold's own scorer."""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.floors import Floor


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure(folder: Path, floor: Floor, workers: int) -> dict[str, object]:
    """The scorer's figures for what sayso says of the gold file's documents.

    Raises CalledProcessError when annotating or scoring fails; a document that sayso has a problem with fails the run.
    """
    gold = folder / floor.gold
    with tempfile.TemporaryDirectory() as scratch:
        documents, system = Path(scratch, "documents.jsonl"), Path(scratch, "system.jsonl")
        documents.write_text(_run(sys.executable, str(folder / "score/inputs.py"), str(gold)), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "sayso",
            "annotate",
            str(documents),
            "--workers",
            str(workers),
            "--output",
            str(system),
        ]
        subprocess.run(command, check=True)
        scored = _run(
            sys.executable, str(folder / "score" / floor.scorer), str(gold), str(system), *floor.options, "--json"
        )
    figures: dict[str, object] = json.loads(scored)
    return figures


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
