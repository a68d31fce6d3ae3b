"""Score attributions that stand inside another one's content, which the attribution corpora do not have.

usage: python -m evaluation.nested GOLD.jsonl [SYSTEM.jsonl]

GOLD lines: {"doc", "text", "attributions": [{"id", "source", "cue", "content", "parent"}]}, roles null, one span or a list of
spans. SYSTEM lines are those of `sayso annotate`; without them the passages are annotated now. Nested attributions of both sides
are paired one to one, the pairs that share most first. Letters and digits count:
  found    content Jaccard >= 0.5
  lenient  found, and source Jaccard >= 0.5 or both without a source
  placed   found, and the parents' contents have Jaccard >= 0.5, so that the right holder stands above
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sayso
from training.gold import as_spans, jaccard, read_lines

ENOUGH = 0.5
MEASURES = ("found", "lenient", "placed")


def characters(text: str, value: Any) -> frozenset[int]:
    """The letters and digits, by their places, of null, one span or a list of spans."""
    return frozenset(index for start, end in as_spans(value) for index in range(start, end) if text[index].isalnum())


def count_nested(text: str, gold: Sequence[dict[str, Any]], system: Sequence[dict[str, Any]]) -> Counter[str]:
    """Nested attributions of one text: how many on each side, and how many pairs are right by each measure."""
    sides = [{item["id"]: item for item in side} for side in (gold, system)]
    golds, systems = ([item for item in side.values() if item["parent"] is not None] for side in sides)

    def alike(one: dict[str, Any], other: dict[str, Any], role: str) -> float:
        return jaccard(characters(text, one[role]), characters(text, other[role]))

    pairs = sorted(
        ((alike(one, other, "content"), i, j) for i, one in enumerate(golds) for j, other in enumerate(systems)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    count: Counter[str] = Counter(gold=len(golds), system=len(systems))
    left, right = set(range(len(golds))), set(range(len(systems)))
    for share, i, j in pairs:
        if share >= ENOUGH and i in left and j in right:
            left.remove(i)
            right.remove(j)
            one, other = golds[i], systems[j]
            above, beneath = sides[0][one["parent"]], sides[1][other["parent"]]
            count["found"] += 1
            count["lenient"] += alike(one, other, "source") >= ENOUGH
            count["placed"] += alike(above, beneath, "content") >= ENOUGH
    return count


def figures(count: Counter[str]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each measure."""
    found = {}
    for measure in MEASURES:
        precision, recall = count[measure] / max(count["system"], 1), count[measure] / max(count["gold"], 1)
        both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        found[measure] = {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(both, 4)}
    return found


def annotated(records: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What sayso finds in the texts now, by doc."""
    found = {}
    for record in records:
        ledger = sayso.read(record["text"], date=record.get("date"))
        found[record["doc"]] = [
            {
                "id": one.id, "parent": one.parent,
                **{role: [[span.start, span.end] for span in getattr(one, role)] for role in ("source", "content")},
            }
            for one in ledger.attributions
        ]  # fmt: skip
    return found


def score(gold: Path, system: Path | None = None) -> dict[str, dict[str, float]]:
    """The figures of a gold file."""
    records = read_lines(gold)
    lines = annotated(records) if system is None else {one["doc"]: one["attributions"] for one in read_lines(system)}
    counts = (count_nested(one["text"], one["attributions"], lines.get(one["doc"], [])) for one in records)
    return figures(sum(counts, Counter()))


def main() -> int:
    """Print the figures of the files on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("system", type=Path, nargs="?")
    options = parser.parse_args()
    print(json.dumps(score(options.gold, options.system), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
