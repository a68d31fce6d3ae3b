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
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sayso import attributing, coding, dating, naming, placing
from sayso.claiming import Pieces, make_claims
from sayso.model import Document
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.running import annotate
from sayso.running.worker import one_thread_each
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
    with one_thread_each(), ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        alone.submit(_stages, lines[:60]).result()


def _stages(lines: list[bytes]) -> None:
    """Processor time of each stage, in one process with one thread."""
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
    """The stages of `Pipeline.read`, each by itself."""
    tools = pipeline.tools
    parse = timed("parsing", tools.parser.parse, document)
    tagged = timed("tagging", tools.tagger.read, document)
    cast = timed("naming", naming.resolve, document, parse, tools.registry, tagged.tags)
    places = timed("placing", placing.find_places, document, parse, tools.gazetteer, cast, tagged.tags.names)
    times = timed("dating", dating.find_times, document, parse)
    found = timed(
        "attributing", lambda: attributing.find_attributions(document, parse, tools.cues, tagged=tagged.attributions)
    )
    found, times = timed("dating", dating.anchor_speech, document, parse, found, times)
    cast, found = timed("naming", naming.speakers, cast, parse, found)
    events = timed(
        "coding",
        lambda: coding.find_events(document, parse, found, tools.lexicon, tagged.tags.triggers, opinion=tagged.parts),
    )
    pieces = Pieces(document, parse, cast, places, times, found, events)
    timed("claiming", make_claims, pieces, tools.weights, tools.lexicon.codebook)


if __name__ == "__main__":
    main()
