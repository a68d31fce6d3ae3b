"""Figures of an exported tagger on development articles: names, triggers, factuality, speed; and lines for the scorers."""

import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.model import Attribution, Document, TriggerTag
from sayso.tagging import Reading, Tagger
from training.gold import read_lines

COUNTED_NAMES = frozenset({"Person", "Organization", "Location", "NORP"})


def f1(right: int, system: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1, in per cent."""
    precision, recall = right / max(system, 1), right / max(gold, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(100 * precision, 1), "recall": round(100 * recall, 1), "f1": round(100 * both, 1)}


def line_of(doc: str, attributions: Iterable[Attribution]) -> dict[str, Any]:
    """Attributions in the public line format."""
    return {
        "doc": doc,
        "attributions": [
            {
                "id": item.id,
                "kind": item.kind,
                "parent": item.parent,
                "confidence": item.confidence,
                **{
                    role: [[span.start, span.end] for span in getattr(item, role)]
                    for role in ("source", "cue", "content")
                },
            }
            for item in attributions
        ],
    }


class Reader:
    """Reads development articles once each, and keeps the readings."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self.words = 0
        self.seconds = 0.0

    def read(self, record: dict[str, Any]) -> Reading:
        """The reading of one gold record's text; its processor time is counted."""
        document = Document(doc=record["doc"], text=record["text"], id=record["doc"])
        began = time.process_time()
        reading = self.tagger.read(document)
        self.seconds += time.process_time() - began
        self.words += len(record["text"].split())
        return reading


def names(reader: Reader, records: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Exact F1 of names, by label, and over persons, organisations, locations and groups together."""
    counts: dict[str, list[int]] = {}
    for record in records:
        gold = {(item["start"], item["end"], item["label"]) for item in record["entities"]}
        found = {(tag.span.start, tag.span.end, tag.label) for tag in reader.read(record).tags.names}
        for label in {item[2] for item in gold | found}:
            for key in (label, *(["four together"] if label in COUNTED_NAMES else [])):
                row = counts.setdefault(key, [0, 0, 0])
                row[0] += sum(item[2] == label for item in gold & found)
                row[1] += sum(item[2] == label for item in found)
                row[2] += sum(item[2] == label for item in gold)
    return {label: f1(*row) for label, row in sorted(counts.items())}


def likeliest(scores: dict[str, float]) -> str:
    """The label with the highest score."""
    return max(scores, key=lambda label: scores[label])


def events(reader: Reader, records: list[dict[str, Any]], least: float) -> dict[str, dict[str, float]]:
    """F1 of triggers and of typed triggers, a word being an event if "none" has less than 1 - least."""
    row: Counter[str] = Counter()
    for record in records:
        triggers = [item for item in reader.read(record).tags.triggers if item.types["none"] < 1 - least]
        gold = [(event["trigger"], event["type"], event["factuality"]) for event in record["events"]]
        row["system"] += len(triggers)
        row["gold"] += len(gold)
        for span, kind, factuality in gold:
            match = next((item for item in triggers if item.span.start < span[1] and span[0] < item.span.end), None)
            if match is not None:
                row["found"] += 1
                row["typed"] += _kind(match) == kind
                row["factual"] += likeliest(match.factuality) == factuality
    return {
        "triggers": f1(row["found"], row["system"], row["gold"]),
        "typed": f1(row["typed"], row["system"], row["gold"]),
        "factuality of found": {"accuracy": round(100 * row["factual"] / max(row["found"], 1), 1)},
    }


def _kind(trigger: TriggerTag) -> str:
    return likeliest({kind: score for kind, score in trigger.types.items() if kind != "none"})


def evaluate(folder: Path, gold: Path, out: Path) -> None:
    """Print figures; write out/*.jsonl for the attribution and ledger scorers."""
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    reader = Reader(Tagger.open(folder))
    print(f"opened in {time.monotonic() - began:.2f} s")
    for path in ("attribution/polnear-dev.jsonl", "ledger/dev.jsonl"):
        target = out / path.replace("/", "-")
        lines = [
            json.dumps(line_of(record["doc"], reader.read(record).attributions)) for record in read_lines(gold / path)
        ]
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"wrote {target}")
    for label, figure in names(reader, read_lines(gold / "entities/worldwide-dev.jsonl")).items():
        print(f"names  {label:15} {figure}")
    for least in (0.3, 0.4, 0.5, 0.6):
        print(f"events {least} {events(reader, read_lines(gold / 'ledger/dev.jsonl'), least)}")
    print(f"{reader.words / reader.seconds:.0f} words per second of one core")
