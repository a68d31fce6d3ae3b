"""sayso beside its peers on the gold sets, in one run: quality by the sets' scorers, speed as processor time.

usage: python -m bench.peers.side_by_side PYTHON-OF-THE-PEERS   (or tools/peers, which installs them first)

Prints one table for each trade. Times are processor time of one process without loading; compare their ratios.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from training.placing import kept

HERE = Path(__file__).parent


class Contest(NamedTuple):
    """A trade: its gold set (or the third of its articles that nothing was trained on), its scorer and options, its figures, and who takes part."""

    name: str
    gold: str
    third: bool
    scorer: str
    options: tuple[str, ...]
    figures: dict[str, tuple[str, ...]]
    peers: tuple[str, ...]
    own: tuple[str, ...]


VALUE, STRICT, PLACED = ("value", "f1"), ("strict", "f1"), ("placed", "f1")
CONTESTS = (
    Contest("times, histories", "time/wikiwars-train", False, "time.py", (), {"value F1": VALUE, "exact words F1": STRICT}, ("dateparser", "recognizers"), ("times",)),
    Contest("places, world news", "place/geovirus", True, "place.py", (), {"found and within 161 km, F1": PLACED}, (), ("populous", "places")),
    Contest("places, local news", "place/lgl", True, "place.py", (), {"found and within 161 km, F1": PLACED}, (), ("populous", "places")),
    Contest("attribution", "attribution/polnear-dev", False, "attribution.py", ("--top",), {"lenient relation F1": ("relation lenient", "f1")}, ("textacy",), ("quotations",)),
    Contest("parsing, and everything", "attribution/polnear-dev", True, "", (), {}, ("spacy",), ("pipeline",)),
)  # fmt: skip


def main(python: str) -> None:
    """Run and print every contest."""
    folder = Path(os.environ.get("SAYSO_GOLD", "../shared"))
    console = Console(width=None if sys.stdout.isatty() else 120)
    for contest in CONTESTS:
        console.print(_table(contest, folder, python))


def _table(contest: Contest, folder: Path, python: str) -> Table:
    lines = (folder / "gold" / f"{contest.gold}.jsonl").read_bytes().splitlines()
    gold = [line for line in lines if kept(json.loads(line)["doc"])] if contest.third else lines
    words = sum(len(json.loads(line)["text"].split()) for line in gold)
    table = Table("who", *contest.figures, "µs a word", title=f"{contest.name} ({len(gold)} articles, {words:,} words)")
    for name, program in _programs(contest, python):
        found, seconds = _run(program, name, gold)
        figures = _figures(contest, folder, gold, found) if contest.figures else {}
        table.add_row(name, *(f"{figures[one]:.3f}" for one in contest.figures), f"{seconds / words * 1e6:.0f}")
    return table


def _programs(contest: Contest, python: str) -> Iterator[tuple[str, list[str]]]:
    for name in contest.peers:
        yield name, [python, str(HERE / "program.py"), name]
    for name in contest.own:
        yield (
            f"sayso, {name}" if name != "populous" else "most populous",
            [sys.executable, "-m", "bench.peers.sayso_alone", name],
        )


def _run(program: list[str], name: str, gold: list[bytes]) -> tuple[bytes, float]:
    """What a program finds, and its processor time in seconds."""
    done = subprocess.run(program, input=b"\n".join(_bare(line) for line in gold), capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed: {done.stderr.decode()[-2000:]}")
    return done.stdout, float(done.stderr.split()[-1])


def _bare(line: bytes) -> bytes:
    """A gold line without its gold."""
    record = json.loads(line)
    return json.dumps({name: record.get(name) for name in ("doc", "text", "date")}).encode()


def _figures(contest: Contest, folder: Path, gold: list[bytes], found: bytes) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as place:
        wanted, given = Path(place) / "gold.jsonl", Path(place) / "found.jsonl"
        wanted.write_bytes(b"\n".join(gold) + b"\n")
        given.write_bytes(found)
        scorer = str(folder / "score" / contest.scorer)
        command = [sys.executable, scorer, str(wanted), str(given), "--json", *contest.options]
        scored = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {name: _at(scored, path) for name, path in contest.figures.items()}


def _at(scored: Any, path: tuple[str, ...]) -> float:
    for part in path:
        scored = scored[part]
    return float(scored)


if __name__ == "__main__":
    main(sys.argv[1])
