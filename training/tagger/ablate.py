"""What each part of the tagger is worth: figures on development articles with one part taken away at a time.

The features of writing are silenced at reading time, which tells how much the network leans on them, not what a network
trained without them would do.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from unittest import mock

import numpy as np

from sayso.model import Document
from sayso.tagging import Tagger, linking
from sayso.tagging import tagger as reading
from sayso.tagging.chains import Chain, Floats, Ints
from sayso.tagging.labels import ROLE_TAGS
from sayso.tagging.pairing import MARKS
from sayso.tagging.words import Words, read_words
from training.gold import read_lines, write_lines
from training.tagger.data import begun
from training.tagger.evaluate import line_of

FIGURES: Final = (
    ("content", "content frag"), ("source", "source frag"), ("cue", "cue frag"), ("relation", "relation lenient"),
)  # fmt: skip
Part = Callable[[Tagger], Any]


@contextmanager
def whole(_tagger: Tagger) -> Iterator[None]:
    """Nothing taken away."""
    yield


@contextmanager
def no_chain(_tagger: Tagger) -> Iterator[None]:
    """Each word has its own likeliest tag; what begins in its middle is taken to begin there."""

    def alone(_: Chain, rows: list[Floats]) -> list[Ints]:
        return [begun(row.argmax(axis=1)) for row in rows]

    with mock.patch.object(reading, "best", alone):
        yield


@contextmanager
def no_bonus(tagger: Tagger) -> Iterator[None]:
    """Stretches begin as readily as training made them."""
    encoder = tagger._encoder  # noqa: SLF001 - an ablation takes things apart
    kept = encoder.roles
    encoder.settings = {**encoder.settings, "bonus": {}}
    encoder.roles = encoder._chain("roles", ROLE_TAGS)  # noqa: SLF001 - the same
    yield
    encoder.roles = kept


@contextmanager
def nearest(tagger: Tagger) -> Iterator[None]:
    """A content belongs to the nearest cue, a cue has the nearest source."""

    def by_distance(_layout: Any, _window: Any, _link: int, item: Any, goals: Any) -> Floats:
        gaps = [max(goal.start - item.end, item.start - goal.end, 0) for goal in goals]
        marks = np.zeros((len(goals) + 1, MARKS), dtype=np.float32)
        marks[:-1, 0] = -np.array(gaps, dtype=np.float32)
        marks[-1, 0] = -1e3
        return marks

    untrained = linking.Linker.of({**tagger._encoder.settings, "judges": linking.UNTRAINED})  # noqa: SLF001 - the same
    with (
        mock.patch.object(linking, "candidates", by_distance),
        mock.patch.object(tagger, "_linker", untrained),
    ):
        yield


@contextmanager
def attention_alone(tagger: Tagger) -> Iterator[None]:
    """Links go by the vectors that the network was trained to give, without the judges."""
    untrained = linking.Linker.of({**tagger._encoder.settings, "judges": linking.UNTRAINED})  # noqa: SLF001 - the same
    with mock.patch.object(tagger, "_linker", untrained):
        yield


def silenced(*features: str) -> Part:
    """Words without some of the features of writing."""

    @contextmanager
    def part(_tagger: Tagger) -> Iterator[None]:
        def read(text: str, tokenizer: Any) -> Words:
            words = read_words(text, tokenizer)
            return replace(words, **{name: np.zeros_like(getattr(words, name)) for name in features})

        with mock.patch.object(reading, "read_words", read):
            yield

    return part


PARTS: Final[dict[str, Part]] = {
    "whole": whole,
    "without the chain over tags": no_chain,
    "without bonuses for beginnings": no_bonus,
    "nearest cue and source instead of the linker": nearest,
    "linker without its judges": attention_alone,
    "without word shapes (casing)": silenced("shape"),
    "without quotation states": silenced("quote"),
}


def figures(tagger: Tagger, gold: Path, step: int = 1) -> dict[str, Any]:
    """The scorer's figures of every step-th development article."""
    records = read_lines(gold / "attribution/polnear-dev.jsonl")[::step]
    with tempfile.TemporaryDirectory() as scratch:
        wanted, system = Path(scratch, "gold.jsonl"), Path(scratch, "system.jsonl")
        write_lines(wanted, records)
        lines = (
            line_of(record["doc"], tagger.attributions(Document(record["doc"], record["text"], id=record["doc"])))
            for record in records
        )
        write_lines(system, lines)
        command = [
            sys.executable,
            str(gold.parent / "score/attribution.py"),
            str(wanted),
            str(system),
            "--top",
            "--json",
        ]
        scored = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - the gold's own scorer
    found: dict[str, Any] = json.loads(scored.stdout)
    return found


def ablate(folder: Path, gold: Path) -> None:
    """Print a row of figures for each part taken away."""
    tagger = Tagger.open(folder)
    print("| part | " + " | ".join(name for name, _ in FIGURES) + " | indirect found |")
    for name, part in PARTS.items():
        with part(tagger):
            found = figures(tagger, gold)
        row = [f"{found[key]['f1']:.3f}" for _, key in FIGURES] + [f"{found['gold indirect']['found']:.3f}"]
        print(f"| {name} | " + " | ".join(row) + " |", flush=True)
