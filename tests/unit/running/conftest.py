"""The stand-ins must be importable by name, in worker processes too."""

import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def importable_openers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    sys.modules.pop("openers", None)
