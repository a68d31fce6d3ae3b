"""From a finished training run to the folder that sayso opens: weights, linker and tokenizer together."""

import json
import shutil
from pathlib import Path
from typing import Final

from training.tagger.confidence import fit_confidence
from training.tagger.export import export
from training.tagger.judges import train_judges

ARTICLES: Final = 280
"""Articles of the attribution corpus to train the linker on; more add nothing."""

SETTINGS: Final = {
    "linker": {"least_content": 0.0, "least_inner": 0.7, "shared_source": 0.6, "nesting": 0.5},
    "bonus": {"roles": {"source": 1.0, "cue": 0.7, "content": 0.5}},
}
"""Thresholds, chosen on the development articles; a bonus makes stretches begin more readily than training does."""


def newest(run: Path) -> Path:
    """The weights of the run's last step."""
    return max(run.glob("weights-*.pt"), key=lambda path: int(path.stem.split("-")[1]))


def finish(run: Path, start: Path, gold: Path, out: Path, name: str) -> None:
    """Export the weights, and train the linker on what they find."""
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(start / "tokenizer.json", out / "tokenizer.json")
    export(newest(run), out / "tagger.onnx", name)
    (out / "linker.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    train_judges(out, gold, out / "linker.json", ARTICLES)
    fit_confidence(out, gold)
