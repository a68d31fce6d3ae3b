"""Make the weights of factuality.

usage: python -m training.factuality [--figures]

Reads the annotated ledgers (training/ledgers.py), writes src/sayso/resources/codebook/weights/factuality.json.
Deterministic. --figures prints accuracy, macro-F1 and F1 of each value in five folds by article: by the marks alone on all
articles, and with what the tagger thinks on those that it has not learned from (training/annotations/apart.txt).
"""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import get_args

import msgspec
from msgspec import Struct

from sayso.coding.factuality import factuality_features, likeliest
from sayso.coding.hints import Hints
from sayso.coding.holders import Holders
from sayso.coding.presenting import marks_told
from sayso.model import Factuality
from sayso.resources.codebook import Lexicon
from sayso.tagging import Tagger
from training.coding.fit import Case, fit
from training.gold import kept_apart
from training.ledgers import FOLDS, TARGET, Article, articles, macro_f1

LABELS = get_args(Factuality)
# Strength of the penalty, and how much more rare values count; chosen by the folds.
SHRINK = 6.0
EVENING = 0.35
# How much an article of the gold set counts beside one of training/annotations, whose annotators settled less alike.
OF_GOLD = 2.0
UNASKED = (0.0,) * len(LABELS)


class Presented(Struct, frozen=True):
    """An annotated event: its case, and what the tagger thinks of its factuality, None where that flatters."""

    case: Case
    scores: Sequence[float] | None


def presented(found: Sequence[Article], lexicon: Lexicon, tagger: Tagger) -> list[Presented]:
    """The annotated events; their holders are those that the pipeline finds, as when it reads."""
    apart = kept_apart()
    made = []
    for article in found:
        holders = Holders(article.pieces.attributions)
        unseen = article.record["doc"] in apart
        hints = Hints(tagger.tag(article.pieces.document).triggers) if unseen else None
        for one in article.seen:
            if one.gold is not None:
                span = one.candidate.token.span
                marks = marks_told(one.candidate, one.gold["type"], holders.of(span), one.parse, lexicon)
                case = Case(
                    one.article,
                    factuality_features(marks, one.gold["type"]),
                    one.gold["factuality"],
                    weight=OF_GOLD if "sha256" not in article.record else 1.0,
                )
                made.append(Presented(case, hints.presented(span, LABELS) if hints is not None else None))
    return made


def evened(made: Sequence[Case]) -> list[Case]:
    """The cases, each counting the more the rarer its label is."""
    counts = Counter(case.label for case in made)
    return [
        Case(one.article, one.features, one.label, one.weight * (1000 / counts[one.label]) ** EVENING) for one in made
    ]


def figures(made: Sequence[Presented]) -> str:
    """How often weights that have not seen the article are right, without the tagger and with it."""
    cases = evened([one.case for one in made])
    alone, both = [], []
    for fold in range(FOLDS):
        weights = fit([case for case in cases if case.article % FOLDS != fold], LABELS, SHRINK)
        for one in made:
            if one.case.article % FOLDS == fold:
                shares = weights.shares(one.case.features)
                alone.append((one.case.label, likeliest(shares, UNASKED, LABELS)))
                if one.scores is not None:
                    both.append((one.case.label, likeliest(shares, one.scores, LABELS)))
    return f"by the marks alone: {_line(alone)}\nwith the tagger, on articles kept apart: {_line(both)}"


def _line(pairs: Sequence[tuple[str, str]]) -> str:
    right = sum(wanted == got for wanted, got in pairs) / len(pairs)
    wanted, got = Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    both = Counter(one for one, other in pairs if one == other)
    each = ", ".join(f"{label} {2 * both[label] / (wanted[label] + got[label]):.3f}" for label in LABELS)
    return f"accuracy {right:.3f}, macro-F1 {macro_f1(pairs):.3f}, {len(pairs)} events; {each}"


def main(with_figures: bool) -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    made = presented(articles(), Lexicon.open(), Tagger.open())
    if with_figures:
        print(figures(made))
    cases = [one.case for one in made]
    weights = fit(evened(cases), LABELS, SHRINK)
    TARGET.joinpath("factuality.json").write_bytes(msgspec.json.encode(weights) + b"\n")
    print(f"factuality: {len(cases)} cases, {len(weights.rows)} features kept")


if __name__ == "__main__":
    main("--figures" in sys.argv[1:])
