"""The store: one ledger, opened for reading or writing. Everything goes through here."""

from sayso.ledger.answering import Answering
from sayso.ledger.keeping import Keeping
from sayso.ledger.opening.opened import WAIT, now


class Store(Keeping, Answering):
    """A ledger. Use `Store.open`, and close it, or use it in a `with` block.

    Reading may be done by any number of processes and threads. There is one writer at a time: another waits.
    """


__all__ = ["WAIT", "Store", "now"]
