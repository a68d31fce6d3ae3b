"""Stores in temporary files, and an article that was read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sayso"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, write=True) as opened:
        yield opened
