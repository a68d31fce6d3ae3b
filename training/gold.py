"""Gold files: where they stand, their lines and spans, and the articles that are annotated to learn from."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, Final

from sayso.model import Span

ANNOTATIONS: Final = Path(__file__).parent / "annotations"
SETS: Final = ("worldwide", "fa-kes", "wikinews")
"""Folders of the annotations, named as the source sets whose texts they are of."""


APART: Final = ANNOTATIONS / "apart.txt"
"""Names of annotated articles that the tagger does not learn from."""


class ChangedText(Exception):
    """An annotated article is not the one at hand."""


def folder() -> Path:
    """The folder of the gold sets (gold/) and of the articles to read (input/): SAYSO_GOLD, by default ../shared."""
    return Path(os.environ.get("SAYSO_GOLD", "../shared"))


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Records of a JSON Lines file; only a line feed ends a line, since texts may hold the other separators."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_lines(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Write records as JSON Lines."""
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")


def records(name: str) -> list[dict[str, Any]]:
    """The records of a gold file, named by its path below gold/."""
    return read_lines(folder() / "gold" / name)


def annotated(own: Path, texts: Path) -> Iterator[dict[str, Any]]:
    """Ledgers kept as offsets without their texts, the texts put back; raises ChangedText where one is another."""
    by_doc = {record["doc"]: record["text"] for record in read_lines(texts)}
    for path in sorted(own.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        text = by_doc[record["doc"]]
        if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
            raise ChangedText(f"{texts} has another text of {record['doc']} than was annotated in {path}")
        yield {**record, "text": text}


def ledgers() -> list[dict[str, Any]]:
    """Every article annotated to learn from: the gold set's training part, and those of training/annotations."""
    own = [one for name in SETS for one in annotated(ANNOTATIONS / name, folder() / f"input/{name}.jsonl")]
    return [*records("ledger/train.jsonl"), *own]


def kept_apart() -> frozenset[str]:
    """Articles that the tagger does not learn from: on them the judge of events learns what the tagger's scores are worth."""
    return frozenset(APART.read_text(encoding="utf-8").split())


def as_spans(value: Any) -> list[tuple[int, int]]:
    """Null, one span or a list of spans, as a list of spans."""
    if not value:
        return []
    return [(start, end) for start, end in ([value] if isinstance(value[0], int) else filter(None, value))]


def spans(value: Any) -> tuple[Span, ...]:
    """Null, one span or a list of spans, as Spans."""
    return tuple(Span(start, end) for start, end in as_spans(value))


def jaccard(some: AbstractSet[int], others: AbstractSet[int]) -> float:
    """Shared part of what two sets cover together; 1 where both are empty."""
    return len(some & others) / len(some | others) if some | others else 1.0
