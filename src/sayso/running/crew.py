"""A crew of worker processes that survives the death of any of its members."""

import multiprocessing
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final, NamedTuple

from sayso.errors import WorkersFailed
from sayso.running.one import Answering, Opener, read_line
from sayso.running.worker import Answer, Chunk, one_thread_each, work
from sayso.settings import Settings

# Workers that die before they are ready, one after the other: then the machine, not a document, is the cause.
STILLBORN_LIMIT: Final = 3
GRACE: Final = 2.0


class Done(NamedTuple):
    """A chunk and the lines of output that it became. place: where it stands in the input."""

    place: int
    chunk: Chunk
    lines: tuple[bytes, ...]


class Lost(NamedTuple):
    """A chunk whose worker died while reading it. code: the worker's exit code, negative for a signal."""

    place: int
    chunk: Chunk
    code: int | None


class Worker:
    """A process, the parent's end of its pipe, and what it is reading (None when it waits for work)."""

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.ready = False
        self.job: tuple[int, Chunk] | None = None


class Crew:
    """Workers to whom numbered chunks are given, one at a time each, and from whom they come back in any order.

    Every worker is a fresh interpreter (spawn), the same on Linux, macOS and Windows.
    """

    def __init__(self, size: int, settings: Settings, opener: Opener, answer: Answering = read_line) -> None:
        self._settings = settings
        self._opener = opener
        self._answer = answer
        self._context = multiprocessing.get_context("spawn")
        self._stillborn = 0
        self._workers = [self._hire() for _ in range(size)]

    def idle(self) -> Worker | None:
        """A worker that is ready and has nothing to do."""
        return next((worker for worker in self._workers if worker.ready and worker.job is None), None)

    def give(self, worker: Worker, index: int, chunk: Chunk) -> None:
        """Send an idle worker its next chunk; should it have died meanwhile, `gather` will tell."""
        worker.job = (index, chunk)
        try:
            worker.pipe.send(chunk)
        except (BrokenPipeError, ConnectionResetError):
            return

    def gather(self) -> tuple[list[Done], list[Lost]]:
        """Wait for news: the chunks that are done, and those whose worker died.

        Raises WorkersFailed when the pipeline cannot be opened.
        """
        done: list[Done] = []
        lost: list[Lost] = []
        awake = {id(found) for found in wait([worker.pipe for worker in self._workers])}
        for place, worker in enumerate(self._workers):
            if id(worker.pipe) not in awake:
                continue
            try:
                answer: Answer = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                lost.extend(self._bury(worker))
                self._workers[place] = self._hire()
                continue
            kind, lines = answer
            if kind == "failed":
                raise WorkersFailed(lines[0].decode())
            if kind == "ready":
                worker.ready, self._stillborn = True, 0
            elif worker.job is not None:
                done.append(Done(*worker.job, lines))
                worker.job = None
        return done, lost

    def close(self) -> None:
        """Stop every worker."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(GRACE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()

    def _hire(self) -> Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self._settings, self._opener, self._answer), daemon=True
        )
        with one_thread_each():
            process.start()
        theirs.close()
        return Worker(process, ours)

    def _bury(self, worker: Worker) -> list[Lost]:
        """Collect a dead worker's exit code and what it was reading."""
        worker.pipe.close()
        worker.process.join(GRACE)
        code = worker.process.exitcode
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= STILLBORN_LIMIT:
                raise WorkersFailed(f"{STILLBORN_LIMIT} worker processes died while opening it (exit code {code})")
        return [] if worker.job is None else [Lost(*worker.job, code)]
