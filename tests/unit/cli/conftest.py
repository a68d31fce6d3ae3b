"""Running commands in this process; and a ledger made by hand, with everything that the page has to show."""

import sys
from typing import Any

import pytest

from made.arbin import arbin_ledger
from made.calling import Outcome, Sayso
from sayso.cli.main import main
from sayso.model import Ledger


@pytest.fixture
def ledger() -> Ledger:
    """The ledger of an article, made by hand."""
    return arbin_ledger()


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Sayso:
    """Run `sayso` with arguments in this process."""

    def call(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return call
