"""Running commands in this process; and a ledger made by hand, with everything that the page has to show."""

import sys
from typing import Any

import pytest

from made.arbin import arbin_ledger
from made.calling import Command
from sayso.cli.main import main
from sayso.model import Ledger


@pytest.fixture
def ledger() -> Ledger:
    """The ledger of an article, made by hand."""
    return arbin_ledger()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Command:
    """Run `sayso` with arguments in this process: its exit code, standard output as bytes, and standard error."""

    def call(*arguments: str) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return call
