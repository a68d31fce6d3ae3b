"""Make the weights by which mentions of one happening are gathered within an article.

usage: python -m training.incidents [--figures]

Reads the annotated ledgers (training/ledgers.py); writes src/sayso/resources/attachment/incident.json. Deterministic.
The pairs are those of the claims that the pipeline makes, with its own actors, places and dates: what gold knows of a
happening from its other mentions would teach the weights to expect more than they will see. The figures in the file are
over five folds by article: B-cubed F1 and pairwise F1 of the incidents of events that gold has too.
"""

import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from sayso.claiming.claims import ClaimWeights, draft_claims
from sayso.claiming.views import Viewer
from sayso.comparing import View, gather
from sayso.comparing.again import Likeness
from sayso.model import Span
from sayso.resources.attachment import Weights
from sayso.resources.codebook import Lexicon
from training.coding.fit import Case, fit
from training.ledgers import FOLDS, Article, articles

TARGET = Path("src/sayso/resources/attachment/incident.json")
LABELS = ("different", "same")
# Strength of the penalty, how many claims of the text may stand between two that are compared, and how much likelier than
# not two claims must be the same (log odds) to be gathered; all chosen by the folds.
SHRINK = 4.0
APART = 30
LENIENCE = 0.5


class Told(Struct, frozen=True):
    """An article's claims laid open, in the order of the text, and gold's incident of each (None where gold has none)."""

    article: int
    views: list[View]
    incidents: list[str | None]


def told(n: int, article: Article, weights: ClaimWeights, lexicon: Lexicon) -> Told:
    """What the pipeline claims of an article, beside gold's incidents."""
    viewer = Viewer(article.pieces)
    views = [viewer.view(claim) for claim in draft_claims(article.pieces, weights, lexicon.codebook)]
    return Told(n, views, [_incident(view.claim.event.trigger, article.record) for view in views])


def _incident(trigger: Span, record: dict[str, Any]) -> str | None:
    hits = [event for event in record["events"] if trigger.overlaps(Span(*event["trigger"]))]
    return str(hits[0].get("incident") or hits[0]["id"]) if hits else None


def cases(found: Sequence[Told]) -> list[Case]:
    """Every pair of claims, not too far apart, of which gold knows whether they are one happening."""
    made = []
    for one in found:
        likeness = Likeness(one.views, Weights({}))
        known = [(number, name) for number, name in enumerate(one.incidents) if name is not None]
        for a, b in combinations(range(len(known)), 2):
            if b - a <= APART:
                label = LABELS[known[a][1] == known[b][1]]
                made.append(Case(one.article, likeness.features(known[a][0], known[b][0]), label))
    return made


def learned(made: Sequence[Case]) -> dict[str, float]:
    """Weights of the log odds that two claims are the same."""
    weights = fit(made, LABELS, SHRINK)
    found = {name: round(row[1] - row[0], 3) for name, row in weights.rows.items()}
    found["bias"] = round(found.get("bias", 0.0) + weights.bias[1] - weights.bias[0] + LENIENCE, 3)
    return found


def figures(found: Sequence[Told], made: Sequence[Case]) -> dict[str, float]:
    """B-cubed and pairwise F1 of gathering, each article by weights that have not seen it."""
    pairs: list[list[tuple[str, int]]] = []
    for fold in range(FOLDS):
        weights = Weights(learned([case for case in made if case.article % FOLDS != fold]))
        for one in found:
            if one.article % FOLDS == fold:
                numbers = gather(one.views, weights)
                pairs.append([(n, g) for n, g in zip(one.incidents, numbers, strict=True) if n is not None])
    return {
        "B-cubed F1 in five folds": round(b_cubed(pairs), 3),
        "pairwise F1 in five folds": round(pairwise(pairs), 3),
    }


def b_cubed(articles: Sequence[Sequence[tuple[str, int]]]) -> float:
    """B-cubed F1 over all mentions; for each article, the (gold, found) incident of every mention."""
    precision = recall = 0.0
    for mentions in articles:
        for gold, got in mentions:
            both = sum((gold, got) == other for other in mentions)
            precision += both / sum(got == other for _, other in mentions)
            recall += both / sum(gold == other for other, _ in mentions)
    n = max(sum(map(len, articles)), 1)
    return 2 * precision * recall / (precision + recall) / n if precision else 0.0


def pairwise(articles: Sequence[Sequence[tuple[str, int]]]) -> float:
    """F1 of pairs of mentions that are one incident."""
    both = gold = got = 0
    for mentions in articles:
        for one, other in combinations(mentions, 2):
            both += one == other
            gold += one[0] == other[0]
            got += one[1] == other[1]
    return 2 * both / max(gold + got, 1)


def main(show: bool) -> None:
    """Write the weights, with the figures of the folds if asked for."""
    weights, lexicon = ClaimWeights.open(), Lexicon.open()
    found = [told(n, article, weights, lexicon) for n, article in enumerate(articles())]
    made = cases(found)
    measured = {**(figures(found, made) if show else {}), "cases": float(len(made))}
    print("incidents", measured)
    made_weights = Weights(learned(made), measured)
    TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(made_weights, order="sorted"), indent=1) + b"\n")


if __name__ == "__main__":
    main("--figures" in sys.argv[1:])
