"""A worker process: opens the pipeline once, then reads the chunks of lines that its parent sends."""

import contextlib
import gc
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Literal, TypeAlias

from sayso.errors import cause_of
from sayso.resources.opening import ONE_THREAD
from sayso.running.one import Answering, Opener, read_line
from sayso.settings import Settings

# Numbered lines of input, and the lines of output they became.
Chunk: TypeAlias = tuple[tuple[int, bytes], ...]
Answer: TypeAlias = tuple[Literal["ready", "failed", "done"], tuple[bytes, ...]]


@contextlib.contextmanager
def one_thread_each() -> Iterator[None]:
    """While this is open, processes that are started have numerical libraries that use one thread: they are as many as cores.

    The variables must be there before the new process imports anything, so they are set here and put back after.
    """
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def work(pipe: Connection, settings: Settings, opener: Opener, answer: Answering = read_line) -> None:
    """Answer chunks until the parent closes the pipe. The first answer is "ready", or "failed" with the cause."""
    # Ctrl-C reaches every process of the terminal; the parent alone acts on it and stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(
        EOFError, BrokenPipeError, ConnectionResetError
    ):  # the parent has gone: nothing left to do
        try:
            read = opener(settings)
            gc.freeze()  # what was opened lives as long as the process: collections need not walk it
        except Exception as error:  # noqa: BLE001  # told to the parent, which raises it
            pipe.send(("failed", (cause_of(error).encode(),)))
            return
        pipe.send(("ready", ()))
        while True:
            chunk: Chunk = pipe.recv()
            pipe.send(("done", tuple(answer(line, number, read, settings) for number, line in chunk)))
