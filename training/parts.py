"""Make the weights of the reader of participants: what the states of the tagger's encoder say of who takes part in an event.

usage: python -m training.parts [--figures]

Learns from the annotated articles, phrase by phrase as the weights of participants do (training/participants.py), and from the
sentences of PLV, whose sides are marked (training/coding/dyads.py); writes src/sayso/resources/tagger/parts.npz. The encoder is left as it is: to be made anew after every training of the tagger.
--figures prints first, over five folds by article, how many events have their agent, their patient and both right: by the
weights of participants alone and with the reader, all fitted on other articles. Needs the `training` extra; the parses and the
states take most of the time, the network half a minute.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any, Final

import msgspec
import numpy as np
import torch
from msgspec import Struct
from numpy.typing import NDArray
from torch import Tensor, nn

from sayso.coding.participants import Opinion, find_roles, spans_of
from sayso.coding.prospects import prospects
from sayso.model import Span, Token
from sayso.reading import document_of
from sayso.resources.codebook import Lexicon, Weights
from sayso.tagging.parts import BESIDE, FILE, GAPS, PARTS, Parts, PartWeights, States, gaps
from sayso.tagging.tagger import HERE
from training.coding.cases import Reader, Seen, document_in, reader_of, seen_events
from training.coding.dyads import Dyad, dyads, phrases
from training.coding.fit import Case, fit
from training.coding.together import ROLE_LABELS, ROLE_SHRINK
from training.gold import kept_apart, ledgers, spans
from training.ledgers import FOLDS, shared
from training.participants import cases_of, part_of

HIDDEN: Final = 96
ROUNDS: Final = 6
BATCH: Final = 512
RATE: Final = 2e-3
DECAY: Final = 0.02
DROPPED: Final = 0.3
WARM: Final = 0.1
SEED: Final = 0
# A phrase fits one of gold that it lies inside of, or with which it shares so much of their characters together.
SAME: Final = 0.3
Array = NDArray[Any]


class Article(Struct, frozen=True):
    """An annotated article: its number, its gold record, the candidates that gold has an event for, its encoder's states."""

    number: int
    record: dict[str, Any]
    seen: tuple[Seen, ...]
    states: States

    @property
    def foreign(self) -> bool:
        """Was it annotated for this repository, by people with other habits than those of the gold set?"""
        return "sha256" in self.record


class Examples(Struct, frozen=True):
    """Phrases beside events, one row each.

    fold: of its article or sentence. trigger: (n, width) the state of the event's word; head: (n, 3 * width) those of the phrase's
    head and its neighbours; gap: how far apart. part: the place of the right answer in PARTS. foreign: see `Article`.
    weight: how much it counts. marked: is it of a sentence with marked sides?
    """

    fold: Array
    trigger: Array
    head: Array
    gap: Array
    part: Array
    foreign: Array
    weight: Array
    marked: Array

    def of(self, kept: Array) -> "Examples":
        """Some of the rows."""
        return Examples(*(getattr(self, name)[kept] for name in self.__struct_fields__))


def articles(reader: Reader) -> list[Article]:
    """The annotated articles."""
    found = []
    for n, record in enumerate(ledgers()):
        document = document_in(record)
        parse, _ = reader.read(document)
        seen = seen_events(n, record, parse, reader.lexicon)
        found.append(Article(n, record, seen, _kept(reader.tagger.states(document))))
    return found


def _kept(states: States) -> States:
    """The states in 16 bits."""
    return States(states.starts, states.vectors.astype(np.float16))


def learned(reader: Reader) -> Examples:
    """All that is learned from: the annotated articles and the marked sentences."""
    return examples(articles(reader), dyads(reader), reader)


def examples(found: Sequence[Article], marked: Sequence[Dyad], reader: Reader) -> Examples:
    """The phrases of all articles and marked sentences that could take part in one of their events."""
    rows = [row for article in found for one in article.seen for row in _annotated(one, article)]
    rows += [row for one in marked for row in _marked(one, reader)]
    return Examples(*(np.stack(column) for column in zip(*rows, strict=True)))


def _annotated(one: Seen, article: Article) -> Iterator[tuple[Array, ...]]:
    frame, gold = one.candidate.frame, one.gold or {}
    for prospect in prospects(frame, one.parse):
        part, fold = part_of(prospect.head, gold, one.parse), article.number % FOLDS
        yield _row(article.states, frame.token, prospect.head, part, (fold, article.foreign, 1.0, False))


def _marked(one: Dyad, reader: Reader) -> Iterator[tuple[Array, ...]]:
    states = _kept(reader.tagger.states(document_of(one.parse.text)))
    for phrase in phrases(one, reader.lexicon):
        yield _row(states, phrase.word.token, phrase.head, phrase.part, (one.fold, False, phrase.weight, True))


def _row(
    states: States, word: Token, head: Token, part: str, others: tuple[int, bool, float, bool]
) -> tuple[Array, ...]:
    fold, foreign, weight, marked = others
    trigger, row = int(states.rows([word.start])[0]), states.rows([head.start])
    return (
        np.array(fold), states.vectors[trigger], states.beside(row)[0], gaps(trigger, row)[0],
        np.array(PARTS.index(part)), np.array(foreign), np.array(weight, np.float32), np.array(marked),
    )  # fmt: skip


class Network(nn.Module):
    """The network of `PartWeights`, with an output of its own for the habits of this repository's annotators.

    That output takes up what only they do, so that the other learns what both agree on, and is left out of what is written
    (compare `training.ledgers.set_apart`).
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.trigger = nn.Linear(width, 2 * HIDDEN)
        self.head = nn.Linear(len(BESIDE) * width, 2 * HIDDEN)
        self.gap = nn.Embedding(2 * GAPS + 1, HIDDEN)
        nn.init.normal_(self.gap.weight, std=0.05)
        self.middle = nn.Linear(2 * HIDDEN, HIDDEN)
        self.out, self.habit = nn.Linear(HIDDEN, len(PARTS)), nn.Linear(HIDDEN, len(PARTS))
        nn.init.zeros_(self.habit.weight)
        nn.init.zeros_(self.habit.bias)
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, trigger: Tensor, head: Tensor, gap: Tensor, foreign: Tensor) -> Tensor:
        """Scores of the parts, (phrases, PARTS); states brought to one size."""
        event, phrase = self.trigger(self.dropout(trigger)), self.head(self.dropout(head))
        added = event[:, :HIDDEN] + phrase[:, :HIDDEN] + self.gap(gap)
        both = torch.cat([added, event[:, HIDDEN:] * phrase[:, HIDDEN:]], dim=1)
        last = self.dropout(torch.relu(self.middle(self.dropout(torch.relu(both)))))
        found: Tensor = self.out(last) + self.habit(last) * foreign[:, None]
        return found


def train(found: Examples) -> PartWeights:
    """The weights that the examples teach; deterministic on one thread."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    sizes = _size(found.trigger), _size(found.head)
    trigger, head = (torch.tensor((states - mean) / spread) for states, (mean, spread) in
                     zip((found.trigger, found.head), sizes, strict=True))  # fmt: skip
    gap, part = torch.tensor(found.gap), torch.tensor(found.part)
    foreign, weight = torch.tensor(found.foreign.astype(np.float32)), torch.tensor(found.weight)
    network = Network(found.trigger.shape[1])
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = len(part) // BATCH
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=ROUNDS * steps + 1, pct_start=WARM)
    for _ in range(ROUNDS):
        for some in torch.randperm(len(part)).split(BATCH)[:steps]:
            scores = network(trigger[some], head[some], gap[some], foreign[some])
            optimiser.zero_grad()
            missed = nn.functional.cross_entropy(scores, part[some], reduction="none")
            (missed * weight[some]).mean().backward()
            optimiser.step()
            rate.step()
    return _written(network, *sizes)


def _size(states: Array) -> tuple[Array, Array]:
    """Mean and spread of each column of states."""
    exact = states.astype(np.float32)
    return exact.mean(axis=0), exact.std(axis=0) + np.float32(1e-6)


def _written(network: Network, trigger: tuple[Array, Array], head: tuple[Array, Array]) -> PartWeights:
    """The weights as sayso reads them: in 16 bits, the size of the states in the first layer."""

    def rows(layer: nn.Linear, mean: Array, spread: Array) -> tuple[Array, Array]:
        weight, bias = layer.weight.detach().numpy().T / spread[:, None], layer.bias.detach().numpy()
        return weight, bias - mean @ weight

    def plain(layer: nn.Linear) -> tuple[Array, Array]:
        return layer.weight.detach().numpy().T, layer.bias.detach().numpy()

    gap = network.gap.weight.detach().numpy()
    parts = (
        *rows(network.trigger, *trigger),
        *rows(network.head, *head),
        gap,
        *plain(network.middle),
        *plain(network.out),
    )
    return PartWeights(*(part.astype(np.float16).astype(np.float32) for part in parts))


def save(weights: PartWeights) -> None:
    """Put the weights where sayso opens them."""
    stored = {field.name: getattr(weights, field.name).astype(np.float16) for field in fields(weights)}
    np.savez(HERE / FILE, **stored)


def figures(found: Sequence[Article], rows: Examples, reader: Reader) -> str:
    """Over five folds by article, how many events have their agent, their patient and both right."""
    apart = kept_apart()
    right: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for fold in range(FOLDS):
        lexicon = msgspec.structs.replace(reader.lexicon, roles=roles_without(fold, found, reader.lexicon))
        weights = train(rows.of((rows.fold != fold) | rows.marked))
        for article in found[fold::FOLDS]:
            groups = ["all", "annotations" if article.foreign else "gold set"]
            groups += ["new to the tagger"] if article.record["doc"] in apart else []
            for how, opinion in (("weights alone", None), ("with the reader", Parts(article.states, weights))):
                answers = [_right(one, lexicon, opinion) for one in article.seen]
                for group in groups:
                    right.setdefault((group, how), []).extend(answers)
    return "\n".join(_line(*key, events) for key, events in sorted(right.items()))


def roles_without(fold: int, found: Sequence[Article], lexicon: Lexicon) -> Weights:
    """The weights of participants that the articles outside of a fold teach."""
    cases: list[Case] = []
    for article in found:
        if article.number % FOLDS != fold:
            cases.extend(cases_of(article.record, article.seen, lexicon))
    return shared(fit(cases, ROLE_LABELS, ROLE_SHRINK))


def _right(one: Seen, lexicon: Lexicon, opinion: Opinion | None) -> tuple[bool, bool]:
    """Are the agent and the patient of an event right, before any rule?"""
    gold = one.gold or {}
    near, words = one.around.near(one.candidate), range(one.candidate.first, one.candidate.token.i + 1)
    roles = find_roles(one.candidate, gold["type"], near, one.parse, lexicon, opinion=opinion)
    agents, patients = (spans_of(heads, words, one.parse) for heads in (roles.agents, roles.patients))
    return fits(spans(gold["agent"]), agents), fits(spans(gold["patient"]), patients)


def fits(gold: Sequence[Span], found: Sequence[Span]) -> bool:
    """Do two lists of phrases agree: none on either side, or one found that is the same as one of gold?"""
    if not gold or not found:
        return not gold and not found
    return any(_same(one, other) for one in gold for other in found)


def _same(gold: Span, found: Span) -> bool:
    both = min(gold.end, found.end) - max(gold.start, found.start)
    return both > 0 and (gold.covers(found) or both >= SAME * (max(gold.end, found.end) - min(gold.start, found.start)))


def _line(group: str, how: str, events: Sequence[tuple[bool, bool]]) -> str:
    agent, patient = (sum(column) / len(events) for column in zip(*events, strict=True))
    both = sum(all(one) for one in events) / len(events)
    return f"{group:18} {how:16} agent {agent:.3f}, patient {patient:.3f}, both {both:.3f} of {len(events)} events"


def main() -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    reader = reader_of(None)
    found = articles(reader)
    rows = examples(found, dyads(reader), reader)
    if options.figures:
        print(figures(found, rows, reader))
    save(train(rows))
    print(f"parts: {len(rows.part)} phrases of {len(found)} articles")


if __name__ == "__main__":
    main()
