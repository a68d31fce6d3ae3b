"""What stands in for the pipeline in tests of running: quick, and able to misbehave."""

import os
import signal
import time
from pathlib import Path

from sayso.model import Document, Ledger, Run
from sayso.running.one import Read
from sayso.settings import Settings

RUN = Run("test", "test", "test")


def open_echo(settings: Settings) -> Read:
    """Reads nothing out of a document; fails, dies or dawdles where its text says so."""

    def read(document: Document) -> Ledger:
        if document.text == "fail":
            raise ValueError("this document is odd")
        if document.text == "die":
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        if document.text.startswith("die once in "):
            mark = Path(document.text.removeprefix("die once in "))
            if not mark.exists():
                mark.touch()
                os._exit(3)
        if document.text == "slow":
            time.sleep(0.3)
        return Ledger(document, Run(f"{os.environ.get('OMP_NUM_THREADS')}", f"{settings.first_year}", "test"))

    return read


def open_nothing(settings: Settings) -> Read:
    """Cannot be opened."""
    raise LookupError(f"no model for {settings.parser}")


def open_dead(settings: Settings) -> Read:
    """Dies while it is opened."""
    del settings
    os._exit(5)
