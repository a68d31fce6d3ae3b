"""sayso's claims against the sentence labels of IndiaPoliceEvents: what police did in Gujarat in 2002, in small letters.

usage: python -m evaluation.police [--part dev|train] [--every N] [--system FILE] [--workers N] [--errors N] [--json]

A sentence has a label where a claim whose trigger stands in it says so (docs/other-gold.md): KILL, ARREST, FORCE and FAIL, and
ANY_ACTION for any of them and for whatever else police are said to have done.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import Struct

from evaluation.annotating import add_options, annotated, part_of
from training.gold import as_spans, records

PARTS: Final = ("dev", "train")
LABELS: Final = ("KILL", "ARREST", "FAIL", "FORCE", "ANY_ACTION")
POLICE: Final = re.compile(
    r"\b(?:police\w*|policem[ae]n|constables?|cops?|jawans?|rapid action force|raf|crpf|srp|rpf|bsf|army|troops?|soldiers?"
    r"|security (?:forces?|personnel)|paramilitary|commandos?|authorit(?:y|ies))\b",
    re.IGNORECASE,
)
SECTORS: Final = frozenset({"COP", "MIL", "SPY"})
KINDS: Final = frozenset({"police", "military"})
DONE: Final = frozenset({"happened", "ongoing"})
ACTS: Final = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "AID", "CONCEDE", "RETREAT", "COOPERATE", "CONSULT"}
)
KILLING: Final = re.compile(r"\b(?:kill|slain|slay|shot dead|murder|death|dead|die)", re.IGNORECASE)


class Label(Struct):
    """Of one label: sentences that have it in the gold, in what sayso says, and in both."""

    gold: int = 0
    given: int = 0
    right: int = 0

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.gold)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def documents(gold: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles as one text each, with the span of each sentence."""
    return [_document(record) for record in gold]


def _document(record: dict[str, Any]) -> dict[str, Any]:
    text, spans = "", []
    for sentence in record["sentences"]:
        spans.append((len(text), len(text) + len(sentence["text"])))
        text += sentence["text"] + " "
    return {
        "doc": record["doc"],
        "text": text,
        "spans": spans,
        "labels": [set(one["labels"]) for one in record["sentences"]],
    }


def labels_of(line: dict[str, Any], document: dict[str, Any]) -> list[set[str]]:
    """The labels that the claims of an annotated line give each sentence."""
    found: list[set[str]] = [set() for _ in document["spans"]]
    actors = {actor["id"]: actor for actor in line["actors"]}
    for event in line["events"]:
        at = next((i for i, (start, end) in enumerate(document["spans"]) if start <= event["trigger"][0] < end), None)
        if at is not None:
            found[at].update(_labels(event, actors, document["text"]))
    return found


def _labels(event: dict[str, Any], actors: dict[str, dict[str, Any]], text: str) -> Iterator[str]:
    by_police = _is_police(event, actors, text)
    if event["factuality"] == "denied":
        if by_police and event["type"] in ACTS:
            yield "FAIL"
        return
    if event["factuality"] not in DONE:
        return
    arrest = event["type"] == "COERCE" and event["mode"] == "arrest"
    if arrest and (by_police or not event["agent"]):
        yield from ("ARREST", "ANY_ACTION")
    if not by_police or event["type"] not in ACTS:
        return
    yield "ANY_ACTION"
    if event["type"] == "ASSAULT":
        yield "FORCE"
        if event["killed"] or KILLING.search(text[slice(*event["trigger"])]):
            yield "KILL"
    elif event["type"] == "COERCE" and event["mode"] is None:
        yield "FORCE"


def _is_police(event: dict[str, Any], actors: dict[str, dict[str, Any]], text: str) -> bool:
    told = [actors[actor] for actor in event["agent_actor"] if actor in actors]
    if any(actor["kind"] in KINDS or actor["sector"] in SECTORS for actor in told):
        return True
    words = [text[start:end] for start, end in as_spans(event["agent"])]
    return any(POLICE.search(phrase) for phrase in words)


def main() -> None:
    """Annotate, or take what was annotated, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser, PARTS, "dev")
    parser.add_argument("--errors", type=int, default=0, help="print so many sentences of each label that were missed")
    options = parser.parse_args()
    gold = documents(part_of(records(f"events/indiapolice-{options.part}.jsonl"), options.every))
    lines = annotated(gold, options.system, options.workers)
    tallies = {label: Label() for label in LABELS}
    missed: dict[str, list[str]] = {label: [] for label in LABELS}
    for document in gold:
        for span, wanted, given in zip(
            document["spans"], document["labels"], labels_of(lines[document["doc"]], document), strict=True
        ):
            for label, counts in tallies.items():
                counts.gold += label in wanted
                counts.given += label in given
                counts.right += label in wanted & given
                if label in wanted - given:
                    missed[label].append(" ".join(document["text"][slice(*span)].split()))
    if options.json:
        json.dump(
            {label: dict(zip("prf", counts.figures(), strict=True)) for label, counts in tallies.items()}, sys.stdout
        )
        return
    for label, counts in tallies.items():
        precision, recall, f1 = counts.figures()
        print(f"{label:11} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({counts.gold} sentences)")
        for words in missed[label][: options.errors]:
            print(f"    missed: {words}")


if __name__ == "__main__":
    main()
