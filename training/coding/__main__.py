"""Make the weights that judge which words are events, and of which type.

usage: python -m training.coding [--figures]

Reads SAYSO_GOLD/gold/ledger/train.jsonl and events/plv-train.jsonl, writes src/sayso/resources/codebook/weights/events.json.
Deterministic. --figures prints, per set of weights, the share of right labels in five folds by article (takes minutes).
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.model import EVENT_TYPES
from sayso.parsing import Parser
from sayso.resources.codebook import Lexicon, Weights
from training.coding.cases import event_cases, records, seen_in, unmarked_cases
from training.coding.fit import Case, fit

FOLDS = 5
TARGET = Path("src/sayso/resources/codebook/weights")
LABELS = {
    "events": ("none", *EVENT_TYPES),
}
# Strength of the penalty, chosen by the figures of the folds.
SHRINK = {"events": 2.0}


def main(figures: bool) -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    parser, lexicon = Parser.open(), Lexicon.open()
    gold = records("ledger/train.jsonl")
    seen = [one for n, record in enumerate(gold) for one in seen_in(n, record, parser, lexicon)]
    sets: dict[str, list[Case]] = {
        "events": event_cases(seen, lexicon) + unmarked_cases(parser, lexicon),
    }
    for name, cases in sets.items():
        if figures:
            print(
                f"{name}: {right_in_folds(name, cases):.3f} of {sum(case.article >= 0 for case in cases)} cases right"
            )
        weights = fit(cases, LABELS[name], SHRINK[name])
        TARGET.joinpath(f"{name}.json").write_bytes(msgspec.json.encode(weights) + b"\n")
        print(f"{name}: {len(cases)} cases, {len(weights.rows)} features kept")


def right_in_folds(name: str, cases: Sequence[Case]) -> float:
    """Share of cases whose likeliest label is right, each article judged by weights that have not seen it."""
    right = 0
    held = [case for case in cases if case.article >= 0]
    for fold in range(FOLDS):
        weights = fit(
            [case for case in cases if case.article < 0 or case.article % FOLDS != fold], LABELS[name], SHRINK[name]
        )
        right += sum(likeliest(weights, case) == case.label for case in held if case.article % FOLDS == fold)
    return right / len(held)


def likeliest(weights: Weights, case: Case) -> str:
    """The label that the weights give a case."""
    shares = weights.shares(case.features)
    return weights.labels[max(range(len(shares)), key=lambda n: shares[n])]


if __name__ == "__main__":
    main("--figures" in sys.argv[1:])
