"""How well mentions of one actor are brought together: MUC, B-cubed, CEAF-e and their mean, CoNLL F1.

usage: python -m evaluation.coreference [--part dev|test|all] [--json]

Compares `naming` with evaluation/coref/wikinews.jsonl: clusters of mentions as offsets into articles of
SAYSO_GOLD/input/wikinews.jsonl. The guide stands in evaluation/coref/README.md. The metrics are those of Pradhan et al., "Scoring
Coreference Partitions of Predicted Mentions: A Reference Implementation", ACL 2014.
"""

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import msgspec
import numpy as np
from msgspec import Struct
from scipy.optimize import linear_sum_assignment

from sayso.model import Cast, Mention, Span
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from training.gold import folder, read_lines

GOLD: Final = Path(__file__).parent / "coref" / "wikinews.jsonl"
RELATIVES: Final = frozenset({"who", "whom", "whose", "which", "that"})
FEWEST: Final = 2

M = TypeVar("M", bound=Hashable)
Clusters = Sequence[frozenset[M]]


class Annotated(Struct, frozen=True):
    """One annotated article: clusters of two mentions or more, as [start, end], and words that no cluster is blamed for."""

    doc: str
    sha256: str
    part: str
    clusters: list[list[tuple[int, int]]]
    passed_over: list[tuple[int, int]]


class Tally(Struct, frozen=True):
    """Of one metric: what was found of what is wanted, and what is right of what was found, as parts and wholes."""

    found: float = 0.0
    wanted: float = 0.0
    right: float = 0.0
    given: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.found + other.found, self.wanted + other.wanted, self.right + other.right, self.given + other.given
        )

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision, recall = self.right / max(self.given, 1e-12), self.found / max(self.wanted, 1e-12)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-12)


def muc(key: Clusters[M], response: Clusters[M]) -> Tally:
    """Links: a cluster of n mentions has n - 1, of which those between its parts in the other side are missed."""
    return Tally(*_links(key, response), *_links(response, key))


def _links(clusters: Clusters[M], others: Clusters[M]) -> tuple[int, int]:
    of = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    kept = sum(len(one) - len({of.get(mention, ("alone", mention)) for mention in one}) for one in clusters)
    return kept, sum(len(one) - 1 for one in clusters)


def b_cubed(key: Clusters[M], response: Clusters[M]) -> Tally:
    """For each mention, the share of its cluster that it shares with its cluster on the other side."""
    return Tally(*_shares(key, response), *_shares(response, key))


def _shares(clusters: Clusters[M], others: Clusters[M]) -> tuple[float, float]:
    of = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    total = 0.0
    for one in clusters:
        common = Counter(of[mention] for mention in one if mention in of)
        total += sum(count * count for count in common.values()) / len(one)
    return total, float(sum(len(one) for one in clusters))


def ceaf_e(key: Clusters[M], response: Clusters[M]) -> Tally:
    """The best one-to-one pairing of clusters, each pair counting the share of mentions they have in common (phi 4)."""
    if not key or not response:
        return Tally(0.0, float(len(key)), 0.0, float(len(response)))
    alike = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in response] for one in key])
    rows, columns = linear_sum_assignment(-alike)
    best = float(alike[rows, columns].sum())
    return Tally(best, float(len(key)), best, float(len(response)))


METRICS: Final = {"MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf_e}


def annotated() -> list[Annotated]:
    """The annotated articles."""
    lines = GOLD.read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Annotated) for line in lines]


def response_of(cast: Cast, one: Annotated, text: str) -> list[frozenset[Span]]:
    """The clusters that a cast makes of a text, its mentions called by gold's spans where they are the same.

    A mention is gold's where its head word lies in gold's span. What was passed over, relative pronouns, and actors
    that are then mentioned once alone count for nothing.
    """
    golds = [Span(*span) for cluster in one.clusters for span in cluster]
    passed = [Span(*span) for span in one.passed_over]
    called: dict[Span, Span] = {}
    for gold in golds:
        inside = [
            mention.head for mention in cast.mentions if gold.overlaps(mention.head) and mention.head not in called
        ]
        if inside:
            called[inside[-1]] = gold
    clusters: dict[str, set[Span]] = defaultdict(set)
    for mention in cast.mentions:
        if mention.head in called:
            clusters[mention.actor].add(called[mention.head])
        elif not _passed(mention, passed, text):
            clusters[mention.actor].add(mention.head)
    return [frozenset(found) for found in clusters.values() if len(found) >= FEWEST]


def _passed(mention: Mention, passed: Iterable[Span], text: str) -> bool:
    return mention.head.words(text).lower() in RELATIVES or any(span.overlaps(mention.head) for span in passed)


def key_of(one: Annotated) -> list[frozenset[Span]]:
    """Gold's clusters."""
    return [frozenset(Span(*span) for span in cluster) for cluster in one.clusters]


def texts() -> dict[str, tuple[str, str | None]]:
    """Text and date of each article of the source set. Raises FileNotFoundError where there is none."""
    return {one["doc"]: (one["text"], one.get("date")) for one in read_lines(folder() / "input/wikinews.jsonl")}


def casts(chosen: Sequence[Annotated], pipeline: Pipeline) -> list[tuple[Cast, str]]:
    """Cast and text of each article. Raises ValueError where a text is not the annotated one."""
    known, found = texts(), []
    for one in chosen:
        text, date = known[one.doc]
        if hashlib.sha256(text.encode()).hexdigest() != one.sha256:
            raise ValueError(f"{one.doc}: the text is not the one that was annotated")
        pieces = pipeline.pieces(document_of(text, doc=one.doc, date=date))
        found.append((pieces.cast, pieces.document.text))
    return found


def score(pairs: Iterable[tuple[Clusters[Span], Clusters[Span]]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each metric over the (gold, found) clusters of the articles, and their mean F1."""
    tallies = dict.fromkeys(METRICS, Tally())
    for key, response in pairs:
        for name, metric in METRICS.items():
            tallies[name] += metric(key, response)
    found = {
        name: dict(zip(("precision", "recall", "f1"), tally.figures, strict=True)) for name, tally in tallies.items()
    }
    found["CoNLL"] = {"f1": sum(one["f1"] for one in found.values()) / len(METRICS)}
    return found


def figures(part: str) -> dict[str, dict[str, float]]:
    """The figures on a part: dev, test or all."""
    chosen = [one for one in annotated() if part in (one.part, "all")]
    found = casts(chosen, Pipeline.open())
    return score(
        (key_of(one), response_of(cast, one, text)) for one, (cast, text) in zip(chosen, found, strict=True)
    )  # fmt: skip


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("dev", "test", "all"), default="dev")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = figures(options.part)
    if options.json:
        print(msgspec.json.encode(found).decode())
        return
    for name, one in found.items():
        print(f"{name:8} " + "  ".join(f"{kind} {value:.3f}" for kind, value in one.items()))


if __name__ == "__main__":
    main()
