"""Make the weights by which mentions in several documents are linked.

usage: python -m training.linking

Reads the training part of ECB+ from the gold folder (SAYSO_GOLD, default ../shared), writes
src/sayso/resources/linking/mentions.json. Deterministic. Each fold holds every FOLDS-th topic and is read as a collection of its
own; the gold sets' own scorer tells how well each is linked by networks that have not seen its topics, which chooses where groups
end and goes into the file. The second look learns from chances that the first gave to folds it had not seen.
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from msgspec import Struct
from torch import nn
from torch.nn import functional

from sayso.linking.chances import Networks
from sayso.linking.clustering import clusters
from sayso.linking.company import Doubles, company_of, look_again
from sayso.linking.given import Marked, Seen, see, story_of
from sayso.linking.pairs import Floats, Story, features, table_of
from sayso.linking.stories import collection, stories
from sayso.model import Span
from sayso.parsing import Parser
from sayso.resources.linking import FILE, Look, MentionWeights, Network
from training.gold import folder, records

TARGET = Path("src/sayso/resources/linking") / FILE
FOLDS = 5
# Chosen by the figures of the folds.
STORY = 0.08
LEAST = (0.3, 0.325, 0.35, 0.375, 0.4, 0.425, 0.45, 0.475, 0.5)
HIDDEN = 32
NETWORKS = 2
EPOCHS = 6
BATCH = 3072
RATE = 5e-3
# Pairs count by this power of the number in their story: 0 is each the same, -0.5 every mention the same.
EVEN = -0.25
DECAY = 1e-2
DROPPED = 0.1
DIGITS = 4


class Pairs(Struct, frozen=True):
    """Every two mentions of a story: their places, features and whether gold has them as one event."""

    keys: list[tuple[str, Span]]
    left: Any
    right: Any
    inputs: Floats
    same: Floats


class Case(Struct, frozen=True):
    """What the pairs of one story teach: their features, and whether gold has them as one event."""

    inputs: Floats
    same: Floats


class Fold(Struct, frozen=True):
    """Some topics as a collection of their own: gold records by document, and the pairs of each story."""

    gold: dict[str, dict[str, Any]]
    stories: list[Pairs]


def seen_records(parser: Parser) -> list[tuple[dict[str, Any], Seen]]:
    """The gold records, parsed."""
    return [(record, see(marked_of(record), parser)) for record in records("linking/ecbplus-train.jsonl")]


def marked_of(record: dict[str, Any]) -> Marked:
    """A gold record without its answers."""
    return Marked(record["doc"], record["text"], tuple(Span(one["start"], one["end"]) for one in record["events"]))


def folds_of(found: Sequence[tuple[dict[str, Any], Seen]]) -> list[Fold]:
    """The records in FOLDS collections by topic."""
    topics = sorted({record["topic"] for record, _ in found})
    return [fold_of([pair for pair in found if pair[0]["topic"] in topics[first::FOLDS]]) for first in range(FOLDS)]


def fold_of(found: Sequence[tuple[dict[str, Any], Seen]]) -> Fold:
    """The pairs of some records that are one collection."""
    gold = {record["doc"]: record for record, _ in found}
    documents = sorted((seen for _, seen in found), key=lambda seen: seen.marked)
    answers = {
        (doc, one["start"], one["end"]): one["cluster"] for doc, record in gold.items() for one in record["events"]
    }
    words = collection([seen.words for seen in documents])
    made = []
    for members in stories(words, STORY):
        story = story_of(documents, members, words)
        keys = [(documents[member].marked.doc, one.span) for member in members for one in documents[member].mentions]
        made.append(pairs_of(story, keys, [answers[doc, span.start, span.end] for doc, span in keys]))
    return Fold(gold, [pairs for pairs in made if pairs.keys])


def pairs_of(story: Story, keys: list[tuple[str, Span]], answers: Sequence[str]) -> Pairs:
    """The pairs of a story, each once."""
    size = len(keys)
    left, right = np.tril_indices(size, -1)
    found = features(table_of(story), 0, size) if size else {}
    inputs = (
        np.stack([values[left, right] for values in found.values()], axis=-1) if found else np.zeros((0, 0), np.float32)
    )
    same = np.array([answers[i] == answers[j] for i, j in zip(left.tolist(), right.tolist(), strict=True)], np.float32)
    return Pairs(keys, left, right, inputs, same)


def feature_names(found: Sequence[tuple[dict[str, Any], Seen]]) -> tuple[str, ...]:
    """The names of the features, in their order."""
    seen = found[0][1]
    words = collection([seen.words])
    return tuple(features(table_of(story_of([seen], [0], words)), 0, 1))


def learn(cases: Sequence[Case], names: tuple[str, ...]) -> Look:
    """Networks that tell the pairs of some stories; every mention counts the same, in however large a story it stands."""
    torch.set_num_threads(1)
    kept = [case for case in cases if len(case.same)]
    inputs = np.concatenate([case.inputs for case in kept])
    same = torch.tensor(np.concatenate([case.same for case in kept]))
    counts = np.concatenate([np.full(len(case.same), len(case.same) ** EVEN, np.float32) for case in kept])
    means, scales = rounded(inputs.mean(axis=0)), rounded(inputs.std(axis=0) + 1e-3)
    scaled = torch.tensor((inputs - np.array(means, np.float32)) / np.array(scales, np.float32))
    networks = tuple(fit(scaled, same, torch.tensor(counts / counts.mean()), seed) for seed in range(NETWORKS))
    return Look(names, means, scales, networks)


def second_inputs(pairs: Pairs, chances: Doubles) -> Floats:
    """The features of a story's pairs for the second look, given the chances of the first."""
    if not len(pairs.same):
        return pairs.inputs
    places = {doc: place for place, doc in enumerate(dict.fromkeys(doc for doc, _ in pairs.keys))}
    company = company_of(chances, np.array([places[doc] for doc, _ in pairs.keys], np.int64))
    found = look_again(company, 0, len(chances))
    return np.concatenate(
        [pairs.inputs, np.stack([one[pairs.left, pairs.right] for one in found.values()], -1)], axis=1
    )


def in_folds(folds: Sequence[Fold], inputs: Sequence[Sequence[Floats]], names: tuple[str, ...]) -> list[list[Doubles]]:
    """The chances of each fold's stories by networks that have learned from the other folds."""
    found = []
    for fold, own in zip(folds, inputs, strict=True):
        others = [(other, theirs) for other, theirs in zip(folds, inputs, strict=True) if other is not fold]
        look = learn(cases_of([other for other, _ in others], [theirs for _, theirs in others]), names)
        found.append([chances_of(pairs, one, look) for pairs, one in zip(fold.stories, own, strict=True)])
    return found


def fit(inputs: torch.Tensor, same: torch.Tensor, counts: torch.Tensor, seed: int) -> Network:
    """One network, trained by AdamW with a rate that falls to nothing."""
    torch.manual_seed(seed)
    into, out = nn.Linear(inputs.shape[1], HIDDEN), nn.Linear(HIDDEN, 1)
    model = nn.Sequential(into, nn.Tanh(), nn.Dropout(DROPPED), out)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for some in torch.randperm(len(same)).split(BATCH):
            loss = functional.binary_cross_entropy_with_logits(model(inputs[some])[:, 0], same[some], counts[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return Network(
        into=tuple(rounded(row) for row in into.weight.detach().T.tolist()),
        inner=rounded(into.bias.detach().tolist()),
        out=rounded(out.weight.detach()[0].tolist()),
        bias=round(float(out.bias.detach()[0]), DIGITS),
    )


def rounded(values: Any) -> tuple[float, ...]:
    """Numbers as the file has them."""
    return tuple(round(float(value), DIGITS) for value in values)


def chances_of(pairs: Pairs, inputs: Floats, look: Look) -> Doubles:
    """The chance of every two mentions of a story, as a symmetric matrix."""
    found = np.eye(len(pairs.keys))
    if len(pairs.same):
        found[pairs.left, pairs.right] = found[pairs.right, pairs.left] = Networks(look).chances(inputs)
    return found


def conll(fold: Fold, chances: Sequence[Doubles], least: float) -> float:
    """The CoNLL F1 of a fold by the gold sets' own scorer."""
    sys.path.insert(0, str(folder() / "score"))
    score = importlib.import_module("linking").score  # stands outside the repository
    system: dict[str, dict[str, Any]] = {doc: {"doc": doc, "events": []} for doc in fold.gold}
    for number, (pairs, values) in enumerate(zip(fold.stories, chances, strict=True)):
        for (doc, span), cluster in zip(pairs.keys, clusters(values, least), strict=True):
            system[doc]["events"].append({"start": span.start, "end": span.end, "cluster": f"{number}.{cluster}"})
    return float(score(fold.gold, system)["CoNLL F1"])


def make(found: Sequence[tuple[dict[str, Any], Seen]]) -> MentionWeights:
    """Choose where groups end by the folds, and learn from all of them."""
    names, folds = feature_names(found), folds_of(found)
    lemma = [[same_lemma(pairs, names.index("lemma")) for pairs in fold.stories] for fold in folds]
    show("same lemma in the same story", folds, lemma, (0.5,))
    firsts = [[pairs.inputs for pairs in fold.stories] for fold in folds]
    chances = in_folds(folds, firsts, names)
    show("first look", folds, chances, LEAST)
    seconds = [
        [second_inputs(pairs, one) for pairs, one in zip(fold.stories, theirs, strict=True)]
        for fold, theirs in zip(folds, chances, strict=True)
    ]
    again = (*names, *look_again(company_of(np.ones((1, 1)), np.zeros(1, np.int64)), 0, 1))
    scores = show("second look", folds, in_folds(folds, seconds, again), LEAST)
    event = max(LEAST, key=lambda least: scores[least])
    return MentionWeights(
        first=learn(cases_of(folds, firsts), names),
        second=learn(cases_of(folds, seconds), again),
        story=STORY,
        event=event,
        figures={"CoNLL F1 in five folds by topic": round(scores[event], 4)},
    )


def cases_of(folds: Sequence[Fold], inputs: Sequence[Sequence[Floats]]) -> list[Case]:
    """What all the folds teach."""
    return [
        Case(one, pairs.same)
        for fold, theirs in zip(folds, inputs, strict=True)
        for pairs, one in zip(fold.stories, theirs, strict=True)
    ]


def show(
    what: str, folds: Sequence[Fold], chances: Sequence[Sequence[Doubles]], tried: Sequence[float]
) -> dict[float, float]:
    """Print the folds' figures where groups end at each of `tried`; their means."""
    means = {}
    for least in tried:
        row = [conll(fold, one, least) for fold, one in zip(folds, chances, strict=True)]
        means[least] = float(np.mean(row))
        print(f"{what}, {least}: CoNLL F1 {means[least]:.4f} ({' '.join(f'{one:.4f}' for one in row)})", flush=True)
    return means


def same_lemma(pairs: Pairs, lemma: int) -> Doubles:
    """Chances that are 1 for the same lemma and 0 for another, to measure against."""
    found = np.eye(len(pairs.keys))
    if len(pairs.same):
        found[pairs.left, pairs.right] = found[pairs.right, pairs.left] = pairs.inputs[:, lemma]
    return found


if __name__ == "__main__":
    TARGET.write_bytes(msgspec.json.encode(make(seen_records(Parser.open()))) + b"\n")
