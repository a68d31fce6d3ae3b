"""How reading grows: python -m bench.reading ARTICLES.jsonl [--documents 10000] [--real 1000].

Reads the real articles and then, up to so many documents, made-up ones (bench/made_up.py: templates, about twenty words each), in one
process with one thread. Prints at every step words a second of processor time since the step before and the memory of the process,
and writes docs/images/reading.svg. A document is read by itself, so that neither should grow.
"""

import argparse
import gc
import json
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.made_up import made_up
from bench.plot import draw
from sayso.running.one import open_pipeline, read_line
from sayso.running.worker import one_thread_each
from sayso.settings import Settings

IMAGE = Path("docs/images/reading.svg")
STEPS = (100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000, 7_500, 10_000, 20_000, 50_000, 100_000)
CLAIMS = 1
PAGE = 4096
Step = tuple[int, int, float, float]


def lines(articles: Path, real: int, documents: int) -> Iterator[bytes]:
    """Lines of `sayso annotate`: real articles, then made-up ones."""
    found = articles.read_bytes().splitlines()[: min(real, documents)]
    invented = (made_up(number, CLAIMS).document for number in range(documents - len(found)))
    yield from chain(found, (json.dumps({"doc": one.doc, "text": one.text}).encode() for one in invented))


def memory() -> float:
    """MiB that this process has in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE / 2**20


def reading(articles: Path, real: int, documents: int) -> list[Step]:
    """Documents, words, words a second since the step before, and MiB, at every step."""
    settings = Settings()
    read = open_pipeline(settings)
    gc.freeze()
    source = lines(articles, real, documents)
    found: list[Step] = []
    done, words = 0, 0
    for step in [size for size in STEPS if size <= documents]:
        begun, before = time.process_time(), words
        for line in islice(source, step - done):
            words += len(json.loads(line)["text"].split())
            read_line(line, 1, read, settings)
        done = step
        found.append((step, words, (words - before) / (time.process_time() - begun), memory()))
        print(f"{step:,} documents, {words:,} words: {found[-1][2]:,.0f} words/s, {found[-1][3]:,.0f} MiB", flush=True)
    return found


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--real", type=int, default=1_000, help="the most of the articles that are read")
    options = parser.parse_args()
    with one_thread_each(), ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        found = alone.submit(reading, options.articles, options.real, options.documents).result()
    table = Table("documents", "words", "words/s of one core", "MiB")
    for step, words, speed, mib in found:
        table.add_row(f"{step:,}", f"{words:,}", f"{speed:,.0f}", f"{mib:,.0f}")
    Console(width=100).print(table)
    curves = {
        "words/s of one core": [(step, speed) for step, _, speed, _ in found],
        "memory, MiB": [(step, mib) for step, _, _, mib in found],
    }
    draw(IMAGE, "Reading document after document", "documents", curves)


if __name__ == "__main__":
    main()
