"""From a finished training run to the folder that sayso opens: weights, linker and tokenizer together."""

import json
import shutil
from pathlib import Path
from typing import Final

from training.tagger.export import export
from training.tagger.judges import train_judges

ARTICLES: Final = 280
"""Articles of the attribution corpus to train the linker on; more add nothing."""

THRESHOLDS: Final = {"least_content": 0.0, "least_inner": 0.5, "shared_source": 0.9}
"""Chosen on the development articles."""


def newest(run: Path) -> Path:
    """The weights of the run's last step."""
    return max(run.glob("weights-*.pt"), key=lambda path: int(path.stem.split("-")[1]))


def finish(run: Path, start: Path, gold: Path, out: Path, name: str) -> None:
    """Export the weights, train the linker on what they find, and export both as one."""
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(start / "tokenizer.json", out / "tokenizer.json")
    weights, target, settings = newest(run), out / "tagger.onnx", run / "settings.json"
    export(weights, target, {}, name)
    settings.write_text(json.dumps({"linker": THRESHOLDS}), encoding="utf-8")
    train_judges(out, gold, settings, ARTICLES)
    export(weights, target, json.loads(settings.read_text(encoding="utf-8")), name)
