"""How well events are found and typed on annotated articles that the judge has not seen: figures, and a picture for the docs.

usage: python -m evaluation.coding [--earlier FOLDER] [--picture docs/images/reliability.svg]

Reads the annotated ledgers and marked sentences as `python -m training.coding` does, and judges each article by weights of other articles. Prints
the F1 of detection and of typed events with their intervals (bootstrap over articles), what a least confidence trades, the
learning curve, the confusion of types, the most frequent errors, and how well confidence is calibrated.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from evaluation.reliability import Bin, bins, expected_error, picture
from sayso.resources.codebook import Weights
from training.coding.cases import EVENT_LABELS, all_event_cases, reader_of
from training.coding.dyads import dyads
from training.coding.dyads import event_cases as marked_events
from training.coding.fit import Case, fit
from training.coding.folds import FOLDS, Judged, calibration_of, honest, in_folds, judge
from training.coding.together import SHRINK
from training.gold import ledgers

T = TypeVar("T")

SHARES: Final = (0.1, 0.25, 0.5, 1.0)
DRAWS: Final = 500
SEED: Final = 1
# The judge's own confidence that stands for the 0.5 from which on events are told (training/coding/telling.py).
LEAST: Final = 0.25
LEASTS: Final = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
CONFUSIONS: Final = 20


class Tally(Struct, frozen=True):
    """Counts of one article: gold events, events found, those of them that are events, those that have their type too."""

    gold: int = 0
    found: int = 0
    detected: int = 0
    typed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.gold + other.gold,
            self.found + other.found,
            self.detected + other.detected,
            self.typed + other.typed,
        )

    @property
    def figures(self) -> tuple[float, float, float, float]:
        """Precision and recall of detection, F1 of detection, F1 of typed events."""
        both = max(self.gold + self.found, 1)
        precision, recall = self.detected / max(self.found, 1), self.detected / max(self.gold, 1)
        return precision, recall, 2 * self.detected / both, 2 * self.typed / both


def tallies(
    judged: Sequence[Judged], chance: Callable[[float], float], least: float, gold: dict[int, int]
) -> list[Tally]:
    """The counts of each article, events of which the judge is less sure than least being left out."""
    found: Counter[int] = Counter()
    detected: defaultdict[int, set[str]] = defaultdict(set)
    typed: defaultdict[int, set[str]] = defaultdict(set)
    for one in judged:
        if chance(one.share) >= least:
            article = one.case.article
            found[article] += 1
            if one.case.event:
                detected[article].add(one.case.event)
            if one.right:
                typed[article].add(one.case.event)
    return [Tally(number, found[n], len(detected[n]), len(typed[n])) for n, number in gold.items()]


def bootstrap(
    items: Sequence[T], figure: Callable[[Sequence[T]], float], draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float]:
    """The middle 95 % of a figure over samples of the items, drawn with replacement."""
    drawer = random.Random(seed)  # noqa: S311  # a sample, no secret
    found = sorted(figure(drawer.choices(items, k=len(items))) for _ in range(draws))
    return found[int(0.025 * draws)], found[int(0.975 * draws) - 1]


def total(found: Sequence[Tally]) -> Tally:
    """The counts of several articles together."""
    return sum(found, Tally())


def curve(cases: Sequence[Case], gold: dict[int, int], chance: Callable[[float], float], least: float) -> list[str]:
    """Figures on one fifth of the articles, learned from growing shares of the others."""
    held = {n: number for n, number in gold.items() if n % FOLDS == 0}
    others = [n for n in gold if n % FOLDS != 0]
    random.Random(SEED).shuffle(others)  # noqa: S311  # which articles come first is no secret
    tested = [case for case in cases if case.article in held]
    rows = []
    for share in SHARES:
        inside = set(others[: round(share * len(others))])
        weights = fit([case for case in cases if case.article in inside], EVENT_LABELS, SHRINK)
        figures = total(tallies(judge(weights, tested), chance, least, held)).figures
        rows.append(f"| {len(inside)} | {figures[2]:.3f} | {figures[3]:.3f} |")
    return rows


def confusion(judged: Sequence[Judged], chance: Callable[[float], float], least: float) -> Counter[tuple[str, str]]:
    """(gold type, type found) of the candidates; "none" for no event."""
    return Counter(
        (one.case.label, one.label if chance(one.share) >= least else "none")
        for one in judged
        if one.case.label != "none" or chance(one.share) >= least
    )


def calibrated_apart(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """(confidence, right) of every case, its confidence from a calibration that has not seen its fold either."""
    found: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        rest = [one for one in judged if one.case.article % FOLDS != fold]
        weights = Weights((), (), {}, calibration=calibration_of(rest))
        found.extend((weights.chance(one.share), one.right) for one in judged if one.case.article % FOLDS == fold)
    return found


def main() -> None:
    """Print everything; draw the picture if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--earlier", type=Path, help="folder of the tagger's weights before it learned from the annotated articles"
    )
    parser.add_argument("--picture", type=Path, help="where to draw the reliability diagram")
    options = parser.parse_args()
    reader = reader_of(options.earlier)
    records = ledgers()
    cases = all_event_cases(records, reader)
    cases.extend(case for one in dyads(reader) for case in marked_events(one, reader.lexicon))
    report(cases, {n: len(record["events"]) for n, record in enumerate(records)}, options.picture)


def report(cases: Sequence[Case], gold: dict[int, int], to: Path | None) -> None:
    """Print the figures of cases; gold: events of each article."""
    judged = in_folds(cases, EVENT_LABELS, SHRINK)
    unseen = honest(judged)
    chance = Weights((), (), {}, calibration=calibration_of(unseen)).chance
    least = LEAST
    found = tallies(judged, chance, least, gold)
    print(f"{len(gold)} articles, {sum(gold.values())} events, five folds by article, least confidence {least}")
    for name, place in (("precision", 0), ("recall", 1), ("detection F1", 2), ("typed F1", 3)):
        low, high = bootstrap(found, lambda some, place=place: total(some).figures[place])  # type: ignore[misc]  # a default
        print(f"{name} {total(found).figures[place]:.3f} [{low:.3f}, {high:.3f}]")
    print("\n| least confidence | precision | recall | detection F1 | typed F1 |\n| --- | --- | --- | --- | --- |")
    for bar in LEASTS:
        print(
            f"| {bar} | " + " | ".join(f"{one:.3f}" for one in total(tallies(judged, chance, bar, gold)).figures) + " |"
        )
    drawn = {one.case.article for one in unseen}
    print(f"\nof them {len(drawn)} that the tagger has not learned from, drawn at random")
    print("| least confidence | precision | recall | detection F1 | typed F1 |\n| --- | --- | --- | --- | --- |")
    apart = {n: number for n, number in gold.items() if n in drawn}
    for bar in LEASTS:
        figures = total(tallies(unseen, chance, bar, apart)).figures
        print(f"| {bar} | " + " | ".join(f"{one:.3f}" for one in figures) + " |")
    print("\n| articles learned from | detection F1 | typed F1 |\n| --- | --- | --- |")
    print("\n".join(curve(cases, gold, chance, least)))
    counts = confusion(judged, chance, least)
    print("\n| annotators | sayso | times |\n| --- | --- | --- |")
    wrong = Counter({pair: n for pair, n in counts.items() if pair[0] != pair[1]})
    print("\n".join(f"| {pair[0]} | {pair[1]} | {n} |" for pair, n in wrong.most_common(CONFUSIONS)))
    print("\n| type | annotated | precision | recall | F1 |\n| --- | --- | --- | --- | --- |")
    for name in EVENT_LABELS[1:]:
        right = counts[name, name]
        wanted, got = (sum(n for pair, n in counts.items() if pair[side] == name) for side in (0, 1))
        print(
            f"| {name} | {wanted} | {right / max(got, 1):.2f} | {right / max(wanted, 1):.2f} | {2 * right / max(wanted + got, 1):.2f} |"
        )
    shown = [pair for pair in calibrated_apart(unseen) if pair[0] >= least]
    table: list[Bin] = bins(shown)
    print(f"\nexpected calibration error {expected_error(table):.3f} over {len(shown)} events")
    for one in table:
        print(f"confidence {one.confidence:.2f}: right {one.right:.2f} of {one.count}")
    if to is not None:
        to.write_text(picture(table), encoding="utf-8")


if __name__ == "__main__":
    main()
