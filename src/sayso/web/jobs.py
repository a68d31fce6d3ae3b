"""Jobs: additions to the ledger, one after the other, each in a process of its own, so that reading never waits for them."""

import queue
import secrets
import shutil
import threading
from collections import OrderedDict
from typing import Final

import msgspec
from msgspec import Struct

from sayso.ledger.opening.opened import now
from sayso.running.background import Addition, Background, Progress
from sayso.web.errors import Refused

WAITING: Final = 20
KEPT: Final = 100


class Job(Struct, frozen=True, kw_only=True):
    """An addition. by: who asked for it; at: when (UTC); sources: names of files, addresses. done: is it over?"""

    id: str
    by: str
    at: str
    sources: tuple[str, ...]
    progress: Progress = Progress()
    done: bool = False


class Jobs:
    """The additions of a server; those that are over are remembered for a while."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: queue.Queue[tuple[str, Addition] | None] = queue.Queue()
        self._lock = threading.Lock()
        self._running: Background | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def add(self, addition: Addition, by: str) -> Job:
        """Put an addition in the queue; its folder is taken away when it is over. Raises Refused where too many wait."""
        with self._lock:
            if sum(not one.done for one in self._jobs.values()) >= WAITING:
                raise Refused(429, "too_many", "too many additions wait already; come again later")
            job = Job(id=secrets.token_hex(8), by=by, at=now(), sources=addition.sources)
            self._jobs[job.id] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()
        self._waiting.put((job.id, addition))
        return job

    def all(self) -> list[Job]:
        """The jobs, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def get(self, id_: str) -> Job:
        """The job with an id. Raises Refused."""
        with self._lock:
            job = self._jobs.get(id_)
        if job is None:
            raise Refused(404, "not_found", f"there is no job {id_}; they are forgotten when the server stops")
        return job

    def close(self) -> None:
        """End what goes on; what was kept so far stays."""
        self._closed = True
        running = self._running
        if running is not None:
            running.stop()
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (given := self._waiting.get()) is not None:
            id_, addition = given
            try:
                if not self._closed:
                    self._run(id_, addition)
            finally:
                shutil.rmtree(addition.folder, ignore_errors=True)

    def _run(self, id_: str, addition: Addition) -> None:
        try:
            self._running = Background(addition)
            for progress in self._running.progress():
                self._told(id_, progress)
        except OSError as error:
            self._told(id_, Progress(state="failed", cause=f"no process could be started: {error}"))
        finally:
            self._running = None

    def _told(self, id_: str, progress: Progress) -> None:
        with self._lock:
            if id_ in self._jobs:
                self._jobs[id_] = msgspec.structs.replace(self._jobs[id_], progress=progress, done=progress.done)
