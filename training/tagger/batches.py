"""Windows put side by side, an endless mix of all corpora."""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from sayso.tagging.labels import LINKS
from training.tagger.data import HEADS, NOTHING, UNKNOWN, Corpus, Ints, Window, begun, cut
from training.tagger.model import Batch

CLS, SEP = 101, 102
POOL = 24
"""Batches drawn at a time; windows of a pool are sorted by length, so that little padding is needed."""


def _padded(rows: list[Ints], fill: int) -> Tensor:
    width = max(len(row) for row in rows)
    table = np.full((len(rows), width), fill, dtype=np.int64)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return torch.from_numpy(table)


def _spread(window: Window, values: Ints) -> Ints:
    """A feature of words, given to all their pieces; 0 for the special ones."""
    first = window.example.words.first[window.start : window.end + 1]
    return np.concatenate(([0], np.repeat(values[window.start : window.end], np.diff(first)), [0]))


def _tags(window: Window, head: str) -> Ints:
    tags = window.example.tags[head][window.start : window.end]
    return begun(tags) if head in ("roles", "inner", "names") else tags


def _targets(window: Window, links: Ints) -> Ints:
    """Link targets as places in the window: 0 for nothing, word + 1; UNKNOWN where the target is outside."""
    values = links[window.start : window.end]
    inside = (values >= window.start) & (values < window.end)
    moved = np.where(inside, values - window.start + 1, UNKNOWN)
    return np.where(values == NOTHING, 0, moved)


def collate(windows: Sequence[Window]) -> Batch:
    """One batch of these windows."""
    ids, first = [], []
    for window in windows:
        words = window.example.words
        begin, end = words.first[window.start], words.first[window.end]
        ids.append(np.concatenate(([CLS], words.ids[begin:end], [SEP])))
        first.append(words.first[window.start : window.end] - begin + 1)
    return Batch(
        ids=_padded(ids, 0),
        mask=_padded([np.ones_like(row) for row in ids], 0),
        shape=_padded([_spread(window, window.example.words.shape) for window in windows], 0),
        quote=_padded([_spread(window, window.example.words.quote) for window in windows], 0),
        line=_padded([_spread(window, window.example.words.line) for window in windows], 0),
        first=_padded(first, 0),
        counts=torch.tensor([window.end - window.start for window in windows]),
        tags={head: _padded([_tags(window, head) for window in windows], UNKNOWN) for head in HEADS},
        links={
            link: _padded([_targets(window, window.example.links[link]) for window in windows], UNKNOWN)
            for link in LINKS
        },
        sentence_types=[window.example.sentence_type for window in windows],
    )


def _endless(corpus: Corpus, limit: int, rng: random.Random) -> Iterator[Window]:
    while True:
        windows = list(cut(corpus.examples, limit, rng))
        rng.shuffle(windows)
        yield from windows


def mix(corpora: Sequence[Corpus], limit: int, budget: int, rng: random.Random) -> Iterator[Batch]:
    """Batches without end: windows of all corpora by their shares, at most budget pieces a batch, padding included."""
    streams = [_endless(corpus, limit, rng) for corpus in corpora]
    shares = [corpus.share for corpus in corpora]
    while True:
        pool: list[Window] = []
        while sum(window.pieces for window in pool) < POOL * budget:
            pool.append(next(rng.choices(streams, shares)[0]))
        pool.sort(key=lambda window: window.pieces)
        groups: list[list[Window]] = [[]]
        for window in pool:
            if groups[-1] and (len(groups[-1]) + 1) * window.pieces > budget:
                groups.append([])
            groups[-1].append(window)
        rng.shuffle(groups)
        for group in groups:
            yield collate(group)
