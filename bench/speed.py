"""Words per second of the whole run and of its stages, and the peak memory of a worker.

usage: python -m bench.speed ARTICLES.jsonl [--workers N] [--first N]

Prints one table. Figures of one run on one machine: compare the shares of the stages, and runs made one after the other.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso import attributing, coding, dating, naming, placing
from sayso.claiming import make_claims
from sayso.model import Document
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.running import annotate
from sayso.settings import Settings

MIB = 1024  # ru_maxrss is in KiB on Linux


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--first", type=int, help="only the first N articles")
    options = parser.parse_args()
    lines = options.articles.read_bytes().splitlines()[: options.first]
    words = sum(len(json.loads(line)["text"].split()) for line in lines)

    started = time.perf_counter()
    problems = sum(b'"problem"' in line for line in annotate(lines, Settings(), options.workers))
    spent = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MIB
    print(f"whole run: {words} words, {options.workers} workers, {words / spent:.0f} words/s, opening included")
    print(f"problems: {problems}; peak memory of a worker: {peak:.0f} MiB")
    _stages(lines[:60])


def _stages(lines: list[bytes]) -> None:
    """Processor time of each stage, in one process."""
    pipeline = Pipeline.open()
    spent: dict[str, float] = {}

    def timed(name: str, stage: Callable[..., Any], *arguments: Any) -> Any:
        begun = time.process_time()
        found = stage(*arguments)
        spent[name] = spent.get(name, 0.0) + time.process_time() - begun
        return found

    words = 0
    for line in lines:
        record = json.loads(line)
        words += len(record["text"].split())
        _one(pipeline, timed("reading", lambda one: document_of(one["text"], date=one["date"]), record), timed)
    total = sum(spent.values())
    print(f"{'stage':12} {'µs/word':>8} {'share':>6}")
    for name, seconds in spent.items():
        print(f"{name:12} {seconds / words * 1e6:8.1f} {seconds / total:6.1%}")
    print(f"{'all':12} {total / words * 1e6:8.1f}  = {words / total:.0f} words per second of one core")


def _one(pipeline: Pipeline, document: Document, timed: Callable[..., Any]) -> None:
    tools = pipeline.tools
    parse = timed("parsing", tools.parser.parse, document)
    cast = timed("naming", naming.resolve, document, parse, tools.registry)
    timed("placing", placing.find_places, document, parse, tools.gazetteer)
    timed("dating", dating.find_times, document, parse)
    tagged = timed("tagging", tools.tagger.read, document)
    found = timed(
        "attributing", lambda: attributing.find_attributions(document, parse, tools.cues, tagged=tagged.attributions)
    )
    _, found = timed("naming", naming.speakers, cast, parse, found)
    timed("coding", coding.find_events, document, parse, found, tools.lexicon, tagged.tags.triggers)
    pieces = pipeline.pieces(document)
    timed("claiming", make_claims, pieces, tools.weights, tools.lexicon.codebook)


if __name__ == "__main__":
    main()
