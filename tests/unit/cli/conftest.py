"""A ledger made by hand, with everything that the page has to show."""

import pytest

from made.arbin import arbin_ledger
from sayso.model import Ledger


@pytest.fixture
def ledger() -> Ledger:
    """The ledger of an article, made by hand."""
    return arbin_ledger()
