"""Make the trees of the second look at participants.

usage: python -m training.second_look [--figures]

Over five folds of the annotated articles the weights of participants and the reader of states are fitted without the fold
(training/parts.py), so that the trees learn from first looks as good as those at articles that nobody has seen. Writes
src/sayso/resources/codebook/weights/second_look.npz. To be made anew after the weights of participants or the reader. --figures
prints first how many agents and patients are found and how many are wrong, at the first look and, over the same folds, at the second.
Needs the `training` extra; a quarter of an hour.
"""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any, Final

import lightgbm
import msgspec
import numpy as np
from msgspec import Struct

from sayso.coding.participants import BARS, FIRST_BARS, Bars, first_look, roles_of
from sayso.coding.second_look import Look, Shares, again, rows, verbs_of, worth
from sayso.model import Parse
from sayso.resources.codebook import Lexicon, Trees
from sayso.tagging.parts import PARTS, Parts
from training.coding.cases import Reader, Seen, reader_of
from training.coding.dyads import dyads
from training.ledgers import FOLDS, TARGET
from training.participants import part_of
from training.parts import Article, articles, examples, roles_without, train
from training.trees import trees_of

SETTINGS: Final[dict[str, Any]] = {
    "n_estimators": 100, "learning_rate": 0.1, "num_leaves": 12, "max_depth": 5, "min_child_samples": 40, "reg_lambda": 2.0,
    "subsample": 0.8, "subsample_freq": 1, "colsample_bytree": 0.6, "random_state": 0, "n_jobs": 1, "deterministic": True,
    "verbose": -1,
}  # fmt: skip


class Case(Struct, frozen=True):
    """One gold event at the first look: the fold of its article, the rows of the phrases looked at again, and all phrases' parts."""

    fold: int
    look: Look
    parse: Parse
    rows: list[list[float]]
    parts: list[str]


def cases(reader: Reader) -> list[Case]:
    """The events of all annotated articles, each at the first look of a reader that has not seen its article."""
    found = articles(reader)
    learned = examples(found, dyads(reader), reader)
    made: list[Case] = []
    for fold in range(FOLDS):
        lexicon = msgspec.structs.replace(reader.lexicon, roles=roles_without(fold, found, reader.lexicon))
        weights = train(learned.of((learned.fold != fold) | learned.marked))
        for article in found[fold::FOLDS]:
            made.extend(_of(article, fold, lexicon, Parts(article.states, weights)))
    return made


def _of(article: Article, fold: int, lexicon: Lexicon, opinion: Parts) -> Iterator[Case]:
    seen = [one for one in article.seen if one.gold is not None]
    looks = [_look(one, lexicon, opinion) for one in seen]
    for one, look in zip(seen, looks, strict=True):
        sentence = look.candidate.frame.token.sentence
        others = [other for other in looks if other is not look and other.candidate.frame.token.sentence == sentence]
        parts = [part_of(prospect.head, one.gold or {}, one.parse) for prospect in look.prospects]
        yield Case(fold, look, one.parse, rows(look, others, verbs_of(sentence, one.parse), worth(look)), parts)


def _look(one: Seen, lexicon: Lexicon, opinion: Parts) -> Look:
    near = one.around.near(one.candidate)
    return first_look(one.candidate, (one.gold or {})["type"], near, one.parse, lexicon, opinion)


def fitted(found: Sequence[Case]) -> Trees:
    """The trees that the cases teach."""
    table = np.array([row for one in found for row in one.rows], dtype=np.float32)
    wanted = [PARTS.index(one.parts[n]) for one in found for n in worth(one.look)]
    model = lightgbm.LGBMClassifier(**SETTINGS).fit(table, wanted)
    return trees_of([tree["tree_structure"] for tree in model.booster_.dump_model()["tree_info"]], PARTS)


def figures(found: Sequence[Case], lexicon: Lexicon) -> Iterator[str]:
    """Agents and patients that are found, missed and wrong, at either look."""
    yield _line("first", [(one, one.look.both) for one in found], lexicon, FIRST_BARS)
    looked: list[tuple[Case, Sequence[Shares]]] = []
    for fold in range(FOLDS):
        trees = fitted([one for one in found if one.fold != fold])
        looked.extend((one, again(one.look, one.rows, trees)) for one in found if one.fold == fold)
    yield _line("second", looked, lexicon, BARS)


def _line(which: str, looked: Sequence[tuple[Case, Sequence[Shares]]], lexicon: Lexicon, bars: Bars) -> str:
    told = []
    for role in ("agent", "patient"):
        right = wrong = missed = 0
        for one, shares in looked:
            roles = roles_of(one.look, shares, one.parse, lexicon, bars)
            heads = {head.i for head in (roles.agents if role == "agent" else roles.patients)}
            gold = {
                prospect.head.i for prospect, part in zip(one.look.prospects, one.parts, strict=True) if part == role
            }
            right, wrong, missed = right + len(heads & gold), wrong + len(heads - gold), missed + len(gold - heads)
        told.append(
            f"{role} right {right} wrong {wrong} missed {missed} F1 {2 * right / (2 * right + wrong + missed):.3f}"
        )
    return f"{which} look: " + ", ".join(told)


def save(trees: Trees) -> None:
    """Put the trees where sayso opens them."""
    np.savez_compressed(
        TARGET / "second_look.npz", feature=trees.feature.astype(np.int8), bound=trees.bound, left=trees.left.astype(np.int8),
        right=trees.right.astype(np.int8), value=trees.value,
    )  # fmt: skip


def main() -> None:
    """Write the trees, and print the figures of the folds if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    reader = reader_of(None)
    found = cases(reader)
    if options.figures:
        print("\n".join(figures(found, reader.lexicon)))
    save(fitted(found))
    print(f"second look: {sum(len(one.rows) for one in found)} phrases of {len(found)} events")


if __name__ == "__main__":
    main()
