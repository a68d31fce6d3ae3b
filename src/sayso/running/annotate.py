"""Annotate: JSON Lines in, JSON Lines out, in order, in bounded memory, by as many processes as there are cores."""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from typing import Final

from sayso.running.crew import Crew
from sayso.running.one import Opener, open_pipeline, read_line
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
    settings = settings if settings is not None else Settings()
    most = workers if workers is not None else cores()
    source = chunks((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    first = list(islice(source, most if most > 1 else 0))
    source = chain(first, source)
    if most <= 1 or (workers is None and len(first) <= 1):
        read = opener(settings)
        for number, line in chain.from_iterable(source):
            yield read_line(line, number, read, settings)
        return
    size = max(1, min(most, len(first)))
    with closing(Crew(size, settings, opener)) as crew:
        yield from shared(source, crew, window=size * AHEAD)


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def chunks(numbered: Iterable[tuple[int, bytes]]) -> Iterator[Chunk]:
    """The lines in chunks of CHUNK_LINES or CHUNK_BYTES, whichever is reached first."""
    chunk: list[tuple[int, bytes]] = []
    size = 0
    for number, line in numbered:
        chunk.append((number, line))
        size += len(line)
        if len(chunk) >= CHUNK_LINES or size >= CHUNK_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)
