"""The ledger's figures on forty articles that were drawn at random: what a user meets, not what was chosen for its events.

usage: python -m evaluation.drawn [--workers N] [--json] [--system FILE]

The annotations (evaluation/drawn) are offsets into the articles of SAYSO_GOLD/input; nothing is learned from them.
They are scored by the gold's own scorer (SAYSO_GOLD/score/ledger.py). --system keeps what sayso wrote of the articles.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from evaluation.measure import annotate, run
from training.gold import SETS, annotated, folder, read_lines, write_lines

HERE: Final = Path(__file__).parent / "drawn"
# What of a source set's record an article is read with.
FIELDS: Final = ("doc", "text", "date", "title", "publisher")


def ledgers() -> Iterator[dict[str, Any]]:
    """The annotated articles as the scorer reads them: texts, titles and the words of names put back."""
    for name in SETS:
        texts = folder() / f"input/{name}.jsonl"
        articles = {record["doc"]: record for record in read_lines(texts)}
        for record in annotated(HERE / name, texts):
            yield {**record, **{key: articles[record["doc"]].get(key) for key in FIELDS}, **_named(record)}


def _named(record: dict[str, Any]) -> dict[str, Any]:
    """Actors and places with their names in words."""
    return {
        kind: [{**one, "names": [record["text"][start:end] for start, end in one["names"]]} for one in record[kind]]
        for kind in ("actors", "places")
    }


def measured(workers: int, system: Path | None = None) -> dict[str, Any]:
    """The scorer's figures. Raises CalledProcessError when reading or scoring fails."""
    with tempfile.TemporaryDirectory() as scratch:
        gold = Path(scratch, "gold.jsonl")
        written = Path(scratch, "system.jsonl") if system is None else system
        write_lines(gold, ledgers())
        annotate(folder(), gold, written, workers)
        scored = run(sys.executable, str(folder() / "score/ledger.py"), str(gold), str(written), "--json")
    figures: dict[str, Any] = json.loads(scored)
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--system", type=Path)
    options = parser.parse_args()
    figures = measured(options.workers, options.system)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            parts = value.items() if isinstance(value, dict) else [("", value)]
            print(f"{name:20}", "  ".join(f"{part} {one:.3f}" if isinstance(one, float) else f"{part} {one}" for part, one in parts))  # fmt: skip


if __name__ == "__main__":
    main()
