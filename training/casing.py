"""How words are written: the weights by which a text of one case gets its capitals back.

usage: python -m training.casing [OUT]

Learns from the cased texts named in TEXTS (SAYSO_GOLD, see `training.gold`), and from the names in sayso's own registry and
gazetteer; prints how well the capitals of the held-apart texts in HELD are given back. Words of a sentence's beginning are
looked at but not learned from, and lines in capitals or with Every Word So are left out. All that is kept is numbers: hashes of
words, pairs and triples of words and endings, each with its scores.
"""

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from msgspec import Struct
from numpy.typing import NDArray
from torch import Tensor

from sayso.reading.clean_copy.features import features, hashed
from sayso.reading.clean_copy.recasing import cases_of, has_letters
from sayso.reading.clean_copy.words import LOWER, MIXED, TITLE, UPPER, Word, case_of, words_of
from sayso.reading.datelines import dateline_at
from sayso.resources.actors import Registry
from sayso.resources.casing import FILE, HABITS, MARK, UNKNOWN, Casing, casing_of
from sayso.resources.gazetteer.packages import cities, countries, divisions
from training.gold import folder, read_lines

TEXTS: Final = (
    "input/wikinews", "input/fa-kes", "gold/attribution/polnear-train", "gold/entities/worldwide-train",
    "gold/linking/ecbplus-train", "gold/place/lgl", "gold/place/geovirus", "gold/time/wikiwars-train",
)  # fmt: skip
HELD: Final = ("gold/attribution/polnear-dev", "gold/entities/worldwide-dev", "gold/ledger/dev")
OUT: Final = Path(__file__).parents[1] / "src" / "sayso" / "resources" / "casing" / FILE
LONGEST: Final = 64
"""Words of a stretch that is learned from at once."""
LEAST: Final = 3
"""A feature is kept when it was seen so often."""
TOWN: Final = 15_000
"""Inhabitants of a town whose name is a known name."""
UNIT: Final = 16
"""Scores are kept in sixteenths, in 8 bits."""
FAINT: Final = 2 / UNIT
"""A feature whose scores are all smaller says nothing."""
ROUNDS: Final = 3
BATCH: Final = 128
RATE: Final = 0.03
WEIGHT: Final = 2e-6
SEED: Final = 7
FREE: Final = -1
"""The case of a word that begins a sentence: small or a Title, which of both cannot be told."""
WORDY: Final = re.compile(r"[^\W\d_]{2,}")


class Stretch(Struct, frozen=True):
    """Words in a row, and how each is written."""

    words: list[Word]
    cases: list[int]


def lines(name: str) -> Iterator[str]:
    """The lines of a set's texts that are written as sentences are."""
    for record in read_lines(folder() / f"{name}.jsonl"):
        for line in record["text"].split("\n"):
            words = WORDY.findall(line)
            small = sum(word.islower() for word in words)
            if len(words) >= 4 and small >= 0.35 * len(words):
                opening = dateline_at(line, 0)
                yield line if opening is None else line[opening.end :]


def stretch_of(line: str) -> Stretch:
    """A line's words with the case of each."""
    words = words_of(line)
    cases = [
        (
            FREE
            if word.opens and case_of(line[word.start : word.end]) in (LOWER, TITLE)
            else case_of(line[word.start : word.end])
        )
        if has_letters(word.text)
        else LOWER
        for word in words
    ]
    return Stretch(words, cases)


def known_names() -> set[int]:
    """Hashes of the words, and pairs of words, of names in the registry and of towns."""
    names = {
        name
        for entry in Registry.open().entries.values()
        for name in (*entry.names, *entry.adjectives, *entry.people, *entry.capital)
    }
    names |= {row.name for row in cities() if row.population >= TOWN}
    names |= {row.name for rows in (countries(), divisions()) for row in rows}
    found: set[int] = set()
    for name in names:
        words = [word.text for word in words_of(name)]
        capital = [case_of(name[word.start : word.end]) != LOWER for word in words_of(name)]
        found |= {hashed(word) for word, big in zip(words, capital, strict=True) if big and len(word) > 1}
        found |= {hashed(f"{first} {second}") for first, second in pairwise(words)}
    return found


def habit_of(counts: Sequence[int]) -> str:
    """The letter for how a word with these counts (small, Title, UPPER, mixed) is mostly written."""
    whole = sum(counts)
    if whole == 0:
        return UNKNOWN
    most = max(range(4), key=lambda case: counts[case])
    share = counts[most] / whole
    if most == MIXED:
        return "M"
    if share >= 0.97:
        return "LTU"[most]
    return "ltu"[most] if share >= 0.65 else "a"


class Learned(Struct, frozen=True):
    """What counting tells: how often each word is written in each way, and the forms of words with capitals inside."""

    counts: dict[str, list[int]]
    mixed: dict[str, str]


def count(stretches: Sequence[Stretch], originals: Sequence[str]) -> Learned:
    """Counts over the stretches and the lines they were made of."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for stretch, line in zip(stretches, originals, strict=True):
        for word, case in zip(stretch.words, stretch.cases, strict=True):
            if has_letters(word.text) and case != FREE:
                counts[word.text][case] += 1
                if case == MIXED:
                    forms[word.text][line[word.start : word.end]] += 1
    mixed = {word: form.most_common(1)[0][0] for word, form in sorted(forms.items()) if form.total() >= LEAST}
    return Learned(dict(counts), {word: form for word, form in mixed.items() if form.lower() == word})


def rows_of(stretch: Stretch, learned: Learned, names: set[int]) -> list[list[int]]:
    """The features of a stretch, its own words not counted among those that are known."""
    habits = []
    for word, case in zip(stretch.words, stretch.cases, strict=True):
        if not has_letters(word.text):
            habits.append(MARK)
            continue
        own = learned.counts.get(word.text, [0, 0, 0, 0])
        habits.append(habit_of([n - (case == i) for i, n in enumerate(own)]))
    return list(features([word.text for word in stretch.words], "".join(habits), lambda words: hashed(words) in names))


def cut(
    stretches: Sequence[Stretch], learned: Learned, names: set[int]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Features (pieces, LONGEST, kinds), cases (pieces, LONGEST) and which words may have capitals, marks filling up."""
    rows: list[NDArray[Any]] = []
    cases: list[NDArray[Any]] = []
    able: list[NDArray[Any]] = []
    for stretch in stretches:
        found = np.array(rows_of(stretch, learned, names), np.uint32)
        letters = np.array([has_letters(word.text) for word in stretch.words])
        for start in range(0, len(found), LONGEST):
            piece = found[start : start + LONGEST]
            room = LONGEST - len(piece)
            rows.append(np.pad(piece, ((0, room), (0, 0))))
            cases.append(np.pad(np.array(stretch.cases[start : start + LONGEST], np.int64), (0, room)))
            able.append(np.pad(letters[start : start + LONGEST], (0, room)))
    return np.stack(rows), np.stack(cases), np.stack(able)


def log_total(emitted: Tensor, moves: Tensor) -> Tensor:
    """(batch,) log of the summed weights of all paths; emitted: (batch, words, 4)."""
    total = emitted[:, 0]
    for i in range(1, emitted.shape[1]):
        total = torch.logsumexp(total[:, :, None] + moves, dim=1) + emitted[:, i]
    return torch.logsumexp(total, dim=1)


def train(places: NDArray[Any], cases: NDArray[Any], able: NDArray[Any], size: int) -> tuple[Tensor, Tensor]:
    """Scores (size + 1, 4) of the features and (4, 4) moves: a conditional random field. Place `size` is of rare features."""
    torch.manual_seed(SEED)
    scores = torch.zeros(size + 1, 4, requires_grad=True)
    moves = torch.zeros(4, 4, requires_grad=True)
    adam = torch.optim.Adam([scores, moves], lr=RATE)
    steps = ROUNDS * (len(places) // BATCH)
    plan = torch.optim.lr_scheduler.LinearLR(adam, 1.0, 0.02, steps)
    never = torch.tensor([0.0, -1e4, -1e4, -1e4])
    begun = time.monotonic()
    for step in range(steps):
        if step % (len(places) // BATCH) == 0:
            order = torch.randperm(len(places)).numpy()
        chosen = order[(step % (len(places) // BATCH)) * BATCH :][:BATCH]
        emitted = torch.nn.functional.embedding_bag(
            torch.from_numpy(places[chosen].reshape(-1, places.shape[2])), scores, mode="sum", padding_idx=size
        ).reshape(len(chosen), LONGEST, 4)
        emitted = emitted + torch.from_numpy(~able[chosen])[:, :, None] * never
        gold = torch.from_numpy(cases[chosen])
        wrong = torch.where(gold[:, :, None] == FREE, torch.arange(4) >= UPPER, gold[:, :, None] != torch.arange(4))
        loss = (log_total(emitted, moves) - log_total(emitted - 1e4 * wrong, moves)).mean() + WEIGHT * (scores**2).sum()
        adam.zero_grad()
        loss.backward()
        adam.step()
        plan.step()
        if step % 200 == 0:
            print(f"step {step} of {steps}: loss {loss.item():.3f}, {time.monotonic() - begun:.0f} s", flush=True)
    return scores.detach(), moves.detach()


def stored(learned: Learned, names: set[int], keys: NDArray[Any], scores: Tensor, moves: Tensor) -> dict[str, Any]:
    """The arrays of the file."""
    known = sorted((hashed(word), habit_of(counts)) for word, counts in learned.counts.items() if sum(counts) >= 2)
    kept = (scores[:-1].abs().max(dim=1).values >= FAINT).numpy()
    small = np.clip(np.round(scores[:-1].numpy()[kept] * UNIT), -127, 127).astype(np.int8)
    return {
        "words": np.array([key for key, _ in known], np.uint32),
        "habits": np.array([HABITS.index(habit) for _, habit in known], np.uint8),
        "names": np.array(sorted(names), np.uint32),
        "mixed": np.array(" ".join(sorted(learned.mixed.values()))),
        "features": keys[kept].astype(np.uint32),
        "scores": small,
        "moves": moves.numpy().astype(np.float32),
        "unit": np.array(UNIT, np.float32),
    }


def score(name: str, casing: Casing) -> str:
    """Figures of a held-apart set, of words that do not begin a sentence: all right, and precision and recall of capitals."""
    right = whole = found = given = both = 0
    for line in lines(name):
        stretch = stretch_of(line)
        for word, gold, case in zip(stretch.words, stretch.cases, cases_of(stretch.words, casing), strict=True):
            if not has_letters(word.text) or gold == FREE:
                continue
            whole += 1
            right += gold == case
            given += gold != LOWER
            found += case != LOWER
            both += gold == case != LOWER
    precision, recall = both / max(1, found), both / max(1, given)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"{name}: {whole} words, accuracy {right / whole:.4f}; capitals: P {precision:.4f} R {recall:.4f} F1 {f1:.4f}"
    )


def main() -> None:
    """Learn, write the file, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    out = parser.parse_args().out
    texts = [line for name in TEXTS for line in lines(name)]
    stretches = [stretch_of(line) for line in texts]
    learned, names = count(stretches, texts), known_names()
    rows, cases, able = cut(stretches, learned, names)
    keys, counts = np.unique(rows, return_counts=True)
    keys = keys[(counts >= LEAST) & (keys != 0)]
    places = np.minimum(np.searchsorted(keys, rows), len(keys) - 1)
    places = np.where(keys[places] == rows, places, len(keys)).astype(np.int64)
    print(
        f"{sum(map(len, (one.words for one in stretches)))} words and marks, {len(keys)} features, {len(names)} of names"
    )
    scores, moves = train(places, cases, able, len(keys))
    arrays = stored(learned, names, keys, scores, moves)
    np.savez_compressed(out, **arrays)
    print(f"{len(arrays['features'])} features kept, {out.stat().st_size} bytes")
    for name in HELD:
        print(score(name, casing_of(arrays)))


if __name__ == "__main__":
    main()
