"""Adding in the background: a process of its own reads and keeps what it is given, and tells how far it is."""

import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from sayso.errors import SaysoError
from sayso.model import Run
from sayso.running.one import Opener, open_pipeline
from sayso.settings import Settings

State = Literal["waiting", "reading", "linking", "done", "failed"]

EVERY: Final = 0.25
"""Seconds between two tellings."""

LINKED: Final = 20_000
"""Claims up to which a ledger is linked after every addition; linking a larger one takes its time, and is asked for by itself."""


class Progress(Struct, frozen=True, kw_only=True):
    """How far an addition is.

    documents: met so far; read, known: of those, read now or before. left: seconds that it will still take, null where that
    cannot be told. linked: incidents that were linked, null where none were. cause: why it failed.
    """

    state: State = "waiting"
    documents: int = 0
    read: int = 0
    known: int = 0
    unread: int = 0
    claims: int = 0
    words_per_second: float = 0.0
    problems: int = 0
    left: float | None = None
    linked: int | None = None
    cause: str | None = None

    @property
    def done(self) -> bool:
        """Is it over?"""
        return self.state in ("done", "failed")


class Addition(Struct, frozen=True, kw_only=True):
    """What is to be added: sources, of which files are named from the folder on, to a ledger (a path or address).

    by: who asked for it, for the custody log. link: link the ledger afterwards, and look for actors that may be the same, unless it is
    large. opener, run: a pipeline of one's own, and the run that it is.
    """

    ledger: str
    folder: str
    sources: tuple[str, ...]
    by: str = ""
    settings: Settings = Settings()
    link: bool = True
    opener: Opener = open_pipeline
    run: Run | None = None


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Progress)


class Background:
    """An addition that goes on in a process of its own."""

    def __init__(self, addition: Addition) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=work, args=(theirs, addition), daemon=True)
        self._process.start()
        theirs.close()

    def progress(self) -> Iterator[Progress]:
        """Everything that it tells, until it is over; a process that died is told as a failure."""
        last = Progress(state="reading")
        while not last.done:
            try:
                last = _decoder.decode(self._pipe.recv_bytes())
            except (EOFError, ConnectionResetError, OSError):
                self._process.join()
                cause = f"the process that read died (exit code {self._process.exitcode})"
                last = msgspec.structs.replace(last, state="failed", cause=cause)
            yield last
        self._process.join()
        self._pipe.close()

    def stop(self) -> None:
        """End it; what was kept so far stays, and the same addition goes on from there."""
        self._process.terminate()


def work(pipe: Connection, addition: Addition) -> None:
    """Add, and tell of it; what a process does."""
    teller = _Teller(pipe)
    try:
        with _within(Path(addition.folder)):
            _add(addition, teller)
    except SaysoError as error:
        teller.tell(state="failed", cause=str(error))
    except Exception as error:  # noqa: BLE001  # the border of the process: whatever it is, whoever waits must be told
        teller.tell(state="failed", cause=f"{type(error).__name__}: {error}")


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    """Work in a folder, so that what is kept names its files without it."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


class _Teller:
    """Tells of what has changed, and not too often."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._last = Progress(state="reading")
        self._at = 0.0

    def tell(self, **changed: object) -> None:
        """Tell now."""
        self._last = msgspec.structs.replace(self._last, **changed)
        self._at = time.monotonic()
        self._pipe.send_bytes(_encoder.encode(self._last))

    def may(self) -> bool:
        """Is it time to tell again?"""
        return time.monotonic() - self._at >= EVERY


def _add(addition: Addition, teller: _Teller) -> None:
    from sayso.ledger import Store  # noqa: PLC0415  # heavy: only the process that adds should load it
    from sayso.running.adding import add  # noqa: PLC0415  # the same
    from sayso.running.linking import link  # noqa: PLC0415  # the same
    from sayso.running.tally import Tally  # noqa: PLC0415  # the same

    def figures(tally: Tally) -> dict[str, object]:
        return {
            "documents": tally.documents, "read": tally.read, "known": tally.known, "unread": tally.unread,
            "claims": tally.claims, "problems": tally.problems, "words_per_second": round(tally.words_a_second, 1),
            "left": tally.seconds_left,
        }  # fmt: skip

    def watch(tally: Tally) -> None:
        if teller.may():
            teller.tell(**figures(tally))

    with Store.open(addition.ledger, write=True) as store:
        tally = add(
            addition.sources, store, addition.settings, workers=1, watch=watch, opener=addition.opener, run=addition.run
        )
        store.note(
            "added",
            "",
            "",
            by=addition.by,
            sources=list(addition.sources),
            read=tally.read,
            known=tally.known,
            problems=tally.problems,
        )
        linked = None
        if addition.link and tally.read and store.count() <= LINKED:
            teller.tell(state="linking", **figures(tally))
            linked = link(store).links
            store.propose_actors()
        if tally.interrupted:
            teller.tell(state="failed", cause="it was interrupted", **figures(tally))
            return
    teller.tell(**{**figures(tally), "state": "done", "left": 0.0, "linked": linked})
