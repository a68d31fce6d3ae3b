"""Order: chunks are read in any order by a crew, and written in the order of the input."""

from collections import deque
from collections.abc import Iterator

from sayso.model import Problem
from sayso.running.crew import Crew, Lost
from sayso.running.lines import encode_problem, named_in
from sayso.running.worker import Chunk


def shared(source: Iterator[Chunk], crew: Crew, window: int) -> Iterator[bytes]:
    """Give every idle worker a chunk, gather what comes back, and yield its lines in the order of the input.

    window: chunks that may be under way, or wait for an earlier one, at any time.
    """
    queue = _Queue(source, window)
    while True:
        while (worker := crew.idle()) is not None and (job := queue.take()) is not None:
            crew.give(worker, *job)
        if queue.empty():
            return
        done, lost = crew.gather()
        for index, chunk, lines in done:
            queue.put(index, chunk, lines)
        for accident in lost:
            queue.lose(accident)
        yield from queue.ripe()


class _Queue:
    """What is to be read, what has come back, and what may be written next."""

    def __init__(self, source: Iterator[Chunk], window: int) -> None:
        self._source = enumerate(source)
        self._window = window
        self._again: deque[tuple[int, Chunk]] = deque()
        self._suspects: set[int] = set()
        self._waiting: dict[int, dict[int, bytes | None]] = {}
        self._ahead: tuple[int, Chunk] | None = next(self._source, None)
        self._next = 0

    def take(self) -> tuple[int, Chunk] | None:
        """The next chunk to read, second attempts first; None while too many wait, or when there are no more."""
        if self._again:
            return self._again.popleft()
        if self._ahead is None or len(self._waiting) >= self._window:
            return None
        found, self._ahead = self._ahead, next(self._source, None)
        index, chunk = found
        self._waiting[index] = {number: None for number, _ in chunk}
        return found

    def put(self, index: int, chunk: Chunk, lines: tuple[bytes, ...]) -> None:
        """Keep the lines of output of a chunk, or of the part of it that was read again."""
        self._waiting[index].update(zip((number for number, _ in chunk), lines, strict=True))
        self._suspects.difference_update(number for number, _ in chunk)

    def lose(self, accident: Lost) -> None:
        """After a worker's death: read each of its documents once more, alone; the one that kills again is a problem."""
        for number, line in accident.chunk:
            alone: Chunk = ((number, line),)
            if number not in self._suspects:
                self._suspects.add(number)
                self._again.append((accident.place, alone))
                continue
            cause = f"the worker process died twice while reading this document (exit code {accident.code})"
            problem = Problem(named_in(line), cause, f"line {number}")
            self.put(accident.place, alone, (encode_problem(problem),))

    def ripe(self) -> Iterator[bytes]:
        """The lines that may be written now."""
        while self._next in self._waiting:
            lines = [line for line in self._waiting[self._next].values() if line is not None]
            if len(lines) < len(self._waiting[self._next]):
                return
            del self._waiting[self._next]
            self._next += 1
            yield from lines

    def empty(self) -> bool:
        """Whether everything has been read and written."""
        return self._ahead is None and not self._waiting
