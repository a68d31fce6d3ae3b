"""What is lost when an article comes in capitals, or in small letters: the figures of a gold set as it is, and so changed.

usage: python -m evaluation.recasing [GOLD ...] [--every N] [--workers N]

GOLD: names below gold/, by default the ledgers of ledger/dev and the attributions of PolNeAR dev. The texts, and the names in the
gold, are changed to one case, character for character as long; how well single words are given back their case is printed by
`python -m training.casing`.
"""

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from evaluation.floors import Floor
from evaluation.measure import digest, measure
from sayso.reading.clean_copy.recasing import raised
from sayso.reading.clean_copy.words import lowered
from training.gold import folder, records

SETS: Final = ("ledger/dev.jsonl", "attribution/polnear-dev.jsonl")
SHOWN: Final = {
    "ledger": (("attribution", "f1"), ("source actor", "accuracy"), ("event", "f1"), ("typed", "f1"), ("agent", "f1"),
               ("patient", "f1"), ("agent actor", "accuracy"), ("place", "f1"), ("time", "f1"), ("claim", "f1")),
    "attribution": (("relation lenient", "f1"), ("source", "f1"), ("cue", "f1"), ("content", "f1")),
}  # fmt: skip
"""Scorer, by the folder of its gold, and the figures of it that are shown."""
CASES: Final[dict[str, Callable[[str], str]]] = {"as printed": str, "capitals": raised, "small": lowered}


def changed(record: dict[str, Any], case: Callable[[str], str]) -> dict[str, Any]:
    """The record with its text and the names of its actors and places in another case."""
    new = {**record, "text": case(record["text"])}
    if "actors" in record:
        new["actors"] = [actor | {"names": [case(name) for name in actor["names"]]} for actor in record["actors"]]
    return new


def figures(gold: str, case: Callable[[str], str], every: int, workers: int) -> dict[str, object]:
    """The scorer's figures for the changed set."""
    scorer = gold.split("/", maxsplit=1)[0]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "gold.jsonl")
        lines = [json.dumps(changed(record, case), ensure_ascii=False) for record in records(gold)[::every]]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        floor = Floor(
            gold=str(path), digest=digest(path), scorer=f"{scorer}.py", path=(), floor=0, target=0,
            options=("--top",) if scorer == "attribution" else (),
        )  # fmt: skip
        return measure(folder(), floor, workers)


def main() -> None:
    """Print a table for each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", default=SETS)
    parser.add_argument("--every", type=int, default=1, help="every so many articles only")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    for gold in options.gold:
        found = {name: figures(gold, case, options.every, options.workers) for name, case in CASES.items()}
        print(f"{gold:32}" + "".join(f"{name:>12}" for name in CASES))
        for path in SHOWN[gold.split("/")[0]]:
            print(f"  {' '.join(path):30}" + "".join(f"{_at(found[name], path):12.3f}" for name in CASES))


def _at(figures: dict[str, Any], path: tuple[str, ...]) -> float:
    value: Any = figures
    for key in path:
        value = value[key]
    return float(value)


if __name__ == "__main__":
    main()
