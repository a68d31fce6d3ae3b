"""A ledger made by hand, served to a client on this machine."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from bench.made_up import made_up
from made.arbin import arbin_ledger
from sayso.ledger import Store
from sayso.web import app


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one article with every noun in it and of some that are made up."""
    found = tmp_path_factory.mktemp("web") / "desk.sayso"
    with Store.open(found, write=True) as store, store.batch():
        store.add(arbin_ledger())
        for number in range(6):
            store.add(made_up(number, 5))
    with Store.open(found, write=True) as store:
        store.settle()
    return found


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A copy of that ledger."""
    return Path(shutil.copy(template, tmp_path / "desk.sayso"))


def client_of(served: FastAPI) -> TestClient:
    """A client on this machine that sends what our pages send."""
    client = TestClient(served, base_url="http://localhost:8321")
    client.get("/")
    client.headers["X-Sayso-CSRF"] = client.cookies["sayso_csrf"]
    return client


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    served = app(path)
    with client_of(served) as client:
        yield client
