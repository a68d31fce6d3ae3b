"""Annotate: JSON Lines in, JSON Lines out, in order, in bounded memory, by as many processes as there are cores."""

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from typing import Final

from sayso.running.crew import Crew
from sayso.running.one import Answering, Opener, open_pipeline, read_line
from sayso.running.order import shared
from sayso.running.worker import Chunk
from sayso.settings import Settings

# A chunk is this many bytes of lines, or this many lines: long enough that sending it costs nothing beside reading it,
# short enough that no core waits long for the others at the end.
CHUNK_BYTES: Final = 32_000
CHUNK_LINES: Final = 16
# Chunks that may be under way or wait for an earlier one, for each worker.
AHEAD: Final = 4


def annotate(
    lines: Iterable[bytes],
    settings: Settings | None = None,
    workers: int | None = None,
    opener: Opener = open_pipeline,
) -> Iterator[bytes]:
    """The line of output of every line of input, in order; empty lines are passed over.

    lines: JSON Lines, one document each, with or without their line breaks. Read only as fast as they are worked off,
        so that any number of them needs the same memory.
    workers: processes; None is one for each core, 1 reads in this process.
    opener: opens what reads a document (any importable function), for those who bring a pipeline of their own.

    A document that fails is a line `{"doc", "problem"}`, and the run goes on. Raises WorkersFailed, BadResource or
    BadSettings when the pipeline itself cannot be opened.
    """
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    yield from answers(numbered, settings if settings is not None else Settings(), workers, opener)


def answers(
    numbered: Iterable[tuple[int, bytes]],
    settings: Settings,
    workers: int | None,
    opener: Opener,
    answer: Answering = read_line,
    lines: int = CHUNK_LINES,
) -> Generator[bytes, None, None]:
    """The answer to every numbered line, in order. lines: the most that go to a worker at once.

    Nothing is opened when there are no lines. Raises as `annotate` does.
    """
    most = workers if workers is not None else cores()
    source = chunks(numbered, lines)
    first = list(islice(source, most))
    if not first:
        return
    source = chain(first, source)
    if most <= 1 or (workers is None and len(first) <= 1):
        read = opener(settings)
        for number, line in chain.from_iterable(source):
            yield answer(line, number, read, settings)
        return
    size = max(1, min(most, len(first)))
    with closing(Crew(size, settings, opener, answer)) as crew:
        yield from shared(source, crew, window=size * AHEAD)


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def chunks(numbered: Iterable[tuple[int, bytes]], lines: int = CHUNK_LINES) -> Iterator[Chunk]:
    """The lines in chunks of so many lines or CHUNK_BYTES, whichever is reached first."""
    chunk: list[tuple[int, bytes]] = []
    size = 0
    for number, line in numbered:
        chunk.append((number, line))
        size += len(line)
        if len(chunk) >= lines or size >= CHUNK_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)
