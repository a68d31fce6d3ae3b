"""Measure sayso on the gold sets and refuse a silent regression.

usage: python -m evaluation.gate [--only NAME ...] [--workers N] [--raise] [--lower FIGURE ...]

The gold sets and scorers are found by SAYSO_GOLD (default ../shared). Every figure of floors.json is measured, shown
beside its floor and its target, and the exit code is 1 if one lies below its floor. A floor carries the digest of the gold file it
was measured on; another digest is an error, since the figures could not be compared. --raise lifts floors to what was
measured (less a hair for rounding); a floor is lowered only by naming it with --lower.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.floors import Floor, load_floors, save_floors
from evaluation.measure import digest, measure
from training.gold import folder

# A floor is set this far below the figure, so that a rounding in the last place is no regression.
HAIR = 0.0005


def gold_folder() -> Path | None:
    """The folder with gold and scorers; None where it is not there."""
    found = folder()
    return found if (found / "gold").is_dir() and (found / "score").is_dir() else None


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; the exit code."""
    options = _options(arguments)
    gold = gold_folder()
    if gold is None:
        print("gate skipped: no gold sets; set SAYSO_GOLD to the folder that holds gold/ and score/")
        return 0
    floors = load_floors()
    chosen = {name: floor for name, floor in floors.items() if not options.only or name in options.only}
    unknown = set(options.only or ()) - floors.keys() | set(options.lower or ()) - floors.keys()
    if unknown:
        print(f"no such figure in floors.json: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    figures = _figures(gold, chosen, options.workers)
    failed = _show(gold, chosen, figures)
    if options.raise_floors or options.lower:
        _move(gold, floors, figures, options)
        return 0
    return 1 if failed else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", help="measure these figures alone")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="lift floors to what was measured")
    parser.add_argument("--lower", nargs="*", help="set these floors to what was measured, even if lower")
    return parser.parse_args(arguments)


def _figures(gold: Path, floors: dict[str, Floor], workers: int) -> dict[str, float]:
    """Every figure; a gold file is annotated and scored once for all its figures."""
    scored: dict[tuple[str, str, tuple[str, ...]], dict[str, object]] = {}
    figures = {}
    for name, floor in floors.items():
        key = (floor.gold, floor.scorer, floor.options)
        if key not in scored:
            print(f"measuring {floor.gold} ...", file=sys.stderr, flush=True)
            scored[key] = measure(gold, floor, workers)
        value: object = scored[key]
        for part in floor.path:
            value = value[part]  # type: ignore[index]  # the scorers' own JSON
        figures[name] = float(value)  # type: ignore[arg-type]
    return figures


def _show(gold: Path, floors: dict[str, Floor], figures: dict[str, float]) -> list[str]:
    table = Table("figure", "on", "measured", "floor", "target", "")
    failed = []
    for name, floor in floors.items():
        stale = digest(gold / floor.gold) != floor.digest
        below = figures[name] < floor.floor
        if stale or below:
            failed.append(name)
        verdict = (
            "other gold file"
            if stale
            else "BELOW THE FLOOR"
            if below
            else ""
            if figures[name] >= floor.target
            else "below target"
        )
        table.add_row(name, floor.gold, f"{figures[name]:.3f}", f"{floor.floor:.3f}", f"{floor.target:.3f}", verdict)
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}))
    return failed


def _move(gold: Path, floors: dict[str, Floor], figures: dict[str, float], options: argparse.Namespace) -> None:
    for name, value in figures.items():
        floor = floors[name]
        wanted = round(value - HAIR, 4)
        if (options.raise_floors and wanted > floor.floor) or name in (options.lower or ()):
            floors[name] = Floor(
                gold=floor.gold, digest=digest(gold / floor.gold), scorer=floor.scorer, path=floor.path,
                floor=wanted, target=floor.target, options=floor.options,
            )  # fmt: skip
    save_floors(floors)


if __name__ == "__main__":
    sys.exit(main())
