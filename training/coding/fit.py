"""Multinomial logistic regression over named features, by L-BFGS, written as the stage reads it."""

from collections import Counter
from collections.abc import Sequence

import torch
from msgspec import Struct
from torch.nn import functional

from sayso.resources.codebook import Weights

STEPS = 80
SELDOM = 2
SMALL = 0.015


class Case(Struct, frozen=True):
    """One thing to learn from: the article it is in, its features, its label, and how much it counts."""

    article: int
    features: list[str]
    label: str
    weight: float = 1.0


def fit(cases: Sequence[Case], labels: Sequence[str], shrink: float) -> Weights:
    """Weights that make the cases' labels likely; shrink is the strength of the L2 penalty.

    Features seen in fewer than SELDOM cases are left out, and rows in which every weight is below SMALL.
    """
    torch.set_num_threads(1)
    counts = Counter(name for case in cases for name in set(case.features))
    names = sorted(name for name, count in counts.items() if count >= SELDOM)
    index = {name: n for n, name in enumerate(names)}
    flat: list[int] = []
    starts: list[int] = []
    for case in cases:
        starts.append(len(flat))
        flat.extend(index[name] for name in case.features if name in index)
    entries, offsets = torch.tensor(flat), torch.tensor(starts)
    wanted = torch.tensor([labels.index(case.label) for case in cases])
    counted = torch.tensor([case.weight for case in cases])
    rows = torch.zeros(len(names), len(labels), requires_grad=True)
    bias = torch.zeros(len(labels), requires_grad=True)
    search = torch.optim.LBFGS([rows, bias], max_iter=STEPS, history_size=8, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        sums = functional.embedding_bag(entries, rows, offsets, mode="sum") + bias
        missed = (functional.cross_entropy(sums, wanted, reduction="none") * counted).sum()
        total: torch.Tensor = missed + shrink / 2 * (rows**2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    search.step(loss)  # type: ignore[no-untyped-call]
    kept = {}
    for name, row in zip(names, rows.detach().tolist(), strict=True):
        if max(abs(value) for value in row) >= SMALL:
            kept[name] = tuple(round(value, 3) for value in row)
    return Weights(tuple(labels), tuple(round(value, 3) for value in bias.detach().tolist()), kept)
