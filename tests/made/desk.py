"""A desk that adds with a stand-in for the pipeline; run as a program, it starts children that can be killed.

python desk.py LEDGER SOURCE...
"""

import os
import sys
import time

from sayso.ledger import Store
from sayso.model import Claim, Document, Event, Ledger, Run, Span
from sayso.reading.stories import Taking
from sayso.running.adding import add
from sayso.running.one import Read
from sayso.running.tally import Tally
from sayso.settings import Settings

RUN = Run("0.1", "a stand-in", "test")
SLOWLY = 0.004


def open_desk(settings: Settings) -> Read:
    """Reads one claim out of each document, or fails where its text says so."""
    del settings

    def read(document: Document) -> Ledger:
        if document.text.startswith("fail"):
            raise ValueError("this document is odd")
        if document.text.startswith("interrupt"):
            raise KeyboardInterrupt
        if document.language not in ("en", None):
            return Ledger(document, RUN)
        return Ledger(document, RUN, claims=(Claim("e1", Event(Span(0, 3), "ASSAULT")),))

    return read


def open_slowly(settings: Settings) -> Read:
    """The same, a little slower, so that there is time to be killed."""
    read = open_desk(settings)

    def slowly(document: Document) -> Ledger:
        time.sleep(SLOWLY)
        return read(document)

    return slowly


def added(store: Store, *sources: str, taking: Taking | None = None, workers: int = 1) -> Tally:
    """Add sources by the stand-in."""
    return add(sources, store, taking=taking, workers=workers, opener=open_desk, run=RUN)


def serve(ledger: str, sources: list[str]) -> None:
    """For each line of standard input, add in a child that can be killed: tell its number, and how it ended."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            with Store.open(ledger, write=True) as store:
                add(sources, store, workers=1, opener=open_slowly, run=RUN)
            os._exit(0)
        print(child, flush=True)  # noqa: T201  # what the test reads
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201  # the same


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2:])
