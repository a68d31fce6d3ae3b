"""Places for ledgers: files, and databases of one PostgreSQL server that all these tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from made.postgres import Address, Server, running
from sayso.ledger import Store


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """Addresses where there is no ledger yet."""
    numbers = iter(range(100))
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"{next(numbers)}.sayso")
    server: Server = request.getfixturevalue("server")
    return server.database


@pytest.fixture
def store(address: Address) -> Iterator[Store]:
    with Store.open(address(), write=True) as opened:
        yield opened
