"""A ledger is served alike, be it a SQLite file or a PostgreSQL database."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from made.arbin import arbin_ledger
from sayso.ledger import Store
from sayso.web import app
from sayso.web.desk import Access
from sayso.web.users import Users

API = "/api/v1"


@pytest.fixture
def client(address: Callable[[], str], tmp_path: Path) -> Iterator[TestClient]:
    where = address()
    with Store.open(where, write=True) as store:
        store.add(arbin_ledger())
    access = Access(open=True, users=Users(tmp_path / "users.json"))
    with TestClient(app(where, access=access), base_url="http://localhost:8321") as client:
        client.get("/")
        client.headers["X-Sayso-CSRF"] = client.cookies["sayso_csrf"]
        yield client


def given(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(API + path, params=asked)
    assert 200 == answer.status_code, answer.text
    return answer.json()


def test_a_ledger_is_read_reviewed_and_exported(client: TestClient) -> None:
    assert 1 == given(client, "/about")["counts"]["documents"]
    (claim,) = given(client, "/claims", words="bombed covered")["items"]
    assert given(client, f"/documents/{claim['document']}/reading")["claims"]
    assert given(client, f"/incidents/{claim['incident']}", policy="conservative")["matrix"]["origins"]
    for path in (
        "/claims/facets",
        "/map",
        "/timeline",
        "/network",
        "/disputes",
        "/actors",
        "/changes",
        "/runs",
        "/review",
    ):
        assert given(client, path)
    known = {"If-None-Match": client.get(f"{API}/claims").headers["etag"]}
    assert 304 == client.get(f"{API}/claims", headers=known).status_code
    kept = client.post(f"{API}/labels", json=[{"claim": claim["id"], "field": "claim", "verdict": "accept"}]).json()
    assert 200 == client.get(f"{API}/claims", headers=known).status_code
    assert kept == given(client, f"/claims/{claim['id']}")["labels"]
    assert 200 == client.post(f"{API}/undo", json={"id": kept[0]["id"]}).status_code
    assert claim["id"] in client.get(f"{API}/export/csv").text


ODD = ("a\0b", "\ud800".encode("utf-8", "surrogatepass"), "'; DROP TABLE claims; --", "%", "\\")


def test_odd_words_are_no_error_of_the_servers(client: TestClient) -> None:
    for words in ODD:
        for path in ("/claims", "/actors"):
            for name in ("who", "publisher", "words"):
                answer = client.get(f"{API}{path}?{name}={quote(words)}")
                assert answer.status_code in (200, 400, 422), (words, path, name, answer.text)
