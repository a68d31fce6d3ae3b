"""A ledger of the examples, read and linked: what the browser tests open, and what `tools/demo` makes to look at.

python -m tests.made.demo FILE
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.ledger import Store
from sayso.model import Run
from sayso.pipeline import Pipeline
from sayso.running.adding import add
from sayso.running.linking import link
from sayso.running.one import Read
from sayso.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"


def articles() -> Iterator[dict[str, Any]]:
    """Every example as a line of input: one article a folder, and those told by many outlets."""
    for folder in sorted(EXAMPLES.iterdir()):
        if (folder / "article.txt").exists():
            told = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
            named: dict[str, Any] = {name: told[name] for name in ("title", "date", "publisher", "url") if name in told}
            yield {"doc": folder.name, "text": (folder / "article.txt").read_text(encoding="utf-8"), **named}
    for file in sorted((EXAMPLES / "told-by-many").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield msgspec.json.decode(line)


def make(path: Path, read: Read, run: Run) -> None:
    """Make the ledger where there is none."""
    with tempfile.TemporaryDirectory() as folder, Store.open(path, write=True) as store:
        lines = Path(folder) / "examples.jsonl"
        lines.write_bytes(b"\n".join(msgspec.json.encode(one) for one in articles()) + b"\n")
        add([str(lines)], store, workers=1, opener=lambda _: read, run=run)
        link(store)


def main() -> None:
    """Make it, and say how to look at it."""
    path = Path(sys.argv[1])
    pipeline = Pipeline.open(Settings())
    make(path, pipeline.read, pipeline.run)
    print(f"{path}: made of the examples; `sayso serve {path}` opens it")  # noqa: T201  # what was asked for


if __name__ == "__main__":
    main()
