"""Make the weights of factuality.

usage: python -m training.factuality [--figures]

Reads the annotated ledgers (training/ledgers.py), writes src/sayso/resources/codebook/weights/factuality.json.
Deterministic. --figures prints accuracy and macro-F1 in five folds by article.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import get_args

import msgspec

from sayso.coding.factuality import factuality_features, marks_of
from sayso.coding.stage import Holders
from sayso.model import Factuality
from sayso.resources.codebook import Lexicon
from training.coding.fit import Case, fit
from training.ledgers import TARGET, Article, articles, in_folds, macro_f1

LABELS = get_args(Factuality)
# Strength of the penalty, and how much more rare values count; chosen by the folds.
SHRINK = 6.0
EVENING = 0.35


def cases(found: Sequence[Article], lexicon: Lexicon) -> list[Case]:
    """For each event its factuality; its holders are those that the pipeline finds, as when it reads."""
    made = []
    for article in found:
        holders = Holders(article.pieces.attributions)
        for one in article.seen:
            if one.gold is not None:
                marks = marks_of(one.candidate.frame, holders.of(one.candidate.token.span), one.parse, lexicon)
                made.append(Case(one.article, factuality_features(marks, one.gold["type"]), one.gold["factuality"]))
    return evened(made)


def evened(made: Sequence[Case]) -> list[Case]:
    """The cases, each counting the more the rarer its label is."""
    counts = Counter(case.label for case in made)
    return [Case(one.article, one.features, one.label, (1000 / counts[one.label]) ** EVENING) for one in made]


def main(figures: bool) -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    lexicon = Lexicon.open()
    made = cases(articles(), lexicon)
    if figures:
        pairs = in_folds(made, LABELS, SHRINK)
        right = sum(wanted == got for wanted, got in pairs) / len(pairs)
        print(f"factuality in five folds: accuracy {right:.3f}, macro-F1 {macro_f1(pairs):.3f}, {len(pairs)} events")
    weights = fit(made, LABELS, SHRINK)
    TARGET.joinpath("factuality.json").write_bytes(msgspec.json.encode(weights) + b"\n")
    print(f"factuality: {len(made)} cases, {len(weights.rows)} features kept")


if __name__ == "__main__":
    main("--figures" in sys.argv[1:])
