"""Verifying: every row is made again from what it stands for, and compared."""

from sayso.ledger.verifying.altered import Altered
from sayso.ledger.verifying.verify import verify

__all__ = ["Altered", "verify"]
