"""The linker's two judges, trained on what the tagger finds in training articles."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from sayso.model import Document
from sayso.tagging import Tagger
from sayso.tagging.linking import CONTENT_CUE, CUE_SOURCE, candidates
from sayso.tagging.pairing import MARKS, Layout
from sayso.tagging.stretches import Stretch
from sayso.tagging.words import Words
from training.gold import as_spans, read_lines
from training.tagger.data import with_marks

HIDDEN: Final = 24
Rows = NDArray[np.float32]
Spans = list[tuple[int, int]]


@dataclass(slots=True)
class Cases:
    """Questions to one judge: marks of each, and the row that is right."""

    marks: list[Rows] = field(default_factory=list)
    right: list[int] = field(default_factory=list)


def shared(words: Words, item: Stretch, spans: Spans) -> int:
    """How many characters a stretch shares with spans."""
    own = item.span(words)
    return sum(max(0, min(own.end, end) - max(own.start, start)) for start, end in spans)


def most_shared(
    words: Words, item: Stretch, attributions: Sequence[dict[str, Any]], role: str
) -> dict[str, Any] | None:
    """The gold attribution whose role overlaps a stretch most."""
    scored = [
        (shared(words, item, as_spans(attribution[role])), number) for number, attribution in enumerate(attributions)
    ]
    most, number = max(scored, default=(0, 0))
    return attributions[number] if most else None


def matching(words: Words, goals: Sequence[Stretch], spans: Spans) -> int | None:
    """The number of the goal that overlaps spans most."""
    scored = [(shared(words, goal, spans), -index) for index, goal in enumerate(goals)]
    most, index = max(scored, default=(0, 0))
    return -index if most else None


def collect(tagger: Tagger, record: dict[str, Any], content_cue: Cases, cue_source: Cases) -> None:
    """Ask what the linker will be asked of an article, with the answers of its gold attributions."""
    text = record["text"]
    attributions = [
        {**item, "content": [with_marks(text, span) for span in as_spans(item["content"])]}
        for item in record["attributions"]
        if item.get("parent") is None
    ]
    words, found = tagger.windows(Document(doc=record["doc"], text=text, id=record["doc"]))
    for window in found:
        layout = Layout.of(text, words, window.start, len(window.scores.roles), window.roles)
        by_role = {role: [item for item in window.roles if item.label == role] for role in ("source", "cue", "content")}
        for content in by_role["content"] if by_role["cue"] else []:
            gold = most_shared(words, content, attributions, "content")
            goal = None if gold is None else matching(words, by_role["cue"], as_spans(gold["cue"]))
            if goal is not None:
                content_cue.marks.append(candidates(layout, window, CONTENT_CUE, content, by_role["cue"]))
                content_cue.right.append(goal)
        for cue in by_role["cue"] if by_role["source"] else []:
            gold = most_shared(words, cue, attributions, "cue")
            if gold is not None:
                goal = matching(words, by_role["source"], as_spans(gold["source"]))
                if goal is not None or not gold["source"]:
                    cue_source.marks.append(candidates(layout, window, CUE_SOURCE, cue, by_role["source"]))
                    cue_source.right.append(len(by_role["source"]) if goal is None else goal)


def fit(cases: Cases, seed: int) -> tuple[list[Any], float]:
    """Weights of a judge, and the share of right answers to every tenth question, which are left out of its training."""
    torch.manual_seed(seed)
    order = list(range(len(cases.right)))
    random.Random(seed).shuffle(order)
    held, used = order[::10], [number for index, number in enumerate(order) if index % 10]
    judge = nn.Sequential(nn.Linear(MARKS, HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, 1))
    width = max(len(marks) for marks in cases.marks)
    table = torch.zeros(len(order), width, MARKS)
    absent = torch.ones(len(order), width, dtype=torch.bool)
    for number, marks in enumerate(cases.marks):
        table[number, : len(marks)] = torch.from_numpy(marks)
        absent[number, : len(marks)] = False
    right = torch.tensor(cases.right)
    chooser = torch.optim.AdamW(judge.parameters(), lr=5e-3, weight_decay=1e-3)
    for epoch in range(30):
        for group in chooser.param_groups:
            group["lr"] = 5e-3 * (1 - epoch / 30)
        random.Random(seed + epoch).shuffle(used)
        for begin in range(0, len(used), 128):
            rows = used[begin : begin + 128]
            scores = judge(table[rows]).squeeze(2).masked_fill(absent[rows], -1e4)
            loss = nn.functional.cross_entropy(scores, right[rows])
            chooser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            chooser.step()
    with torch.no_grad():
        scores = judge(table[held]).squeeze(2).masked_fill(absent[held], -1e4)
        accuracy = (scores.argmax(1) == right[held]).float().mean().item()
    layers = [part for part in judge if isinstance(part, nn.Linear)]
    kept = [[_rounded(part.weight.T), _rounded(part.bias)] for part in layers]
    return kept, accuracy


def _rounded(values: torch.Tensor) -> Any:
    return np.round(values.detach().numpy().astype(float), 5).tolist()


def train_judges(folder: Path, gold: Path, settings: Path, articles: int) -> None:
    """Write the judges into a settings file; other settings there stay."""
    torch.set_num_threads(1)
    tagger = Tagger.open(folder)
    content_cue, cue_source = Cases(), Cases()
    records = read_lines(gold / "attribution/polnear-train.jsonl")
    for record in [*records[:: max(1, len(records) // articles)], *read_lines(gold / "ledger/train.jsonl")]:
        collect(tagger, record, content_cue, cue_source)
    judges = {}
    for name, cases in (("content-cue", content_cue), ("cue-source", cue_source)):
        judges[name], accuracy = fit(cases, seed=7)
        print(f"{name}: {len(cases.right)} questions, {100 * accuracy:.1f} per cent of the held out ones right")
    kept = json.loads(settings.read_text(encoding="utf-8")) if settings.exists() else {}
    settings.write_text(json.dumps({**kept, "judges": judges}), encoding="utf-8")
