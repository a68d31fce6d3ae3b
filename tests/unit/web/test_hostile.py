"""Texts that mean harm are data: they come out as they went in, as JSON, and nothing else is ever made of them."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from made.harm import HARM, harmful_ledger
from sayso.ledger import Store
from sayso.web import app

API = "/api/v1"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("hostile") / "desk.sayso"
    with Store.open(path, write=True) as store:
        for name, words in HARM.items():
            store.add(harmful_ledger(name, words))
    with TestClient(app(path), base_url="http://localhost:8321") as client:
        yield client


def document_named(client: TestClient, name: str) -> str:
    (found,) = [one for one in client.get(f"{API}/documents").json()["items"] if one["url"].endswith(f"/{name}")]
    return str(found["id"])


@pytest.mark.parametrize("name", HARM)
def test_a_hostile_text_comes_out_as_it_went_in(client: TestClient, name: str) -> None:
    answer = client.get(f"{API}/documents/{document_named(client, name)}/reading")
    assert 200 == answer.status_code
    assert "application/json" == answer.headers["content-type"]
    assert "nosniff" == answer.headers["x-content-type-options"]
    laid = answer.json()
    words = "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in HARM[name])
    assert f"{words} shelled {words}, {words} said." == laid["text"]
    (claim,) = laid["claims"]
    assert "shelled" == laid["text"][slice(*claim["claim"]["event"]["trigger"])]


@pytest.mark.parametrize("name", HARM)
def test_hostile_claims_are_told_everywhere(client: TestClient, name: str) -> None:
    document = document_named(client, name)
    (claim,) = client.get(f"{API}/claims", params={"document": document}).json()["items"]
    for path in (
        f"/claims/{claim['id']}",
        f"/incidents/{claim['incident']}?policy=conservative",
        f"/documents/{document}",
    ):
        answer = client.get(API + path)
        assert 200 == answer.status_code
        assert "application/json" == answer.headers["content-type"]
        assert "evil" not in answer.cookies
    assert len(claim["words"]) <= 400


def test_hostile_words_are_searched_for_as_words(client: TestClient) -> None:
    for words in HARM.values():
        answer = client.get(f"{API}/search", params={"q": words[:900].encode("utf-8", "replace").decode()})
        assert answer.status_code in (200, 400)
    found = client.get(f"{API}/search", params={"q": "shelled"}).json()["items"]
    assert len(HARM) <= len(found)
    assert all(len(one["before"]) <= 400 and len(one["words"]) <= 400 for one in found)


def test_a_spreadsheet_takes_no_cell_for_a_formula(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{API}/claims.csv").text, newline="")))
    assert len(HARM) == len(rows)
    assert not [value for row in rows for value in row.values() if value[:1] in ("=", "+", "-", "@")]


@pytest.mark.parametrize(
    "path", ["/actors", "/disputes", "/incidents", "/places", "/changes", "/runs", "/review", "/problems"]
)
def test_lists_of_hostile_things_are_lists(client: TestClient, path: str) -> None:
    answer = client.get(API + path)
    assert 200 == answer.status_code
    assert isinstance(answer.json()["items"], list)


def test_an_address_is_no_way_out_of_the_api(client: TestClient) -> None:
    for path in ("/<script>alert(1)</script>", "/..%2f..%2fetc%2fpasswd", "/claims/%0d%0aSet-Cookie:%20evil=1"):
        answer = client.get(API + path)
        assert answer.status_code in (404, 422)
        assert "application/json" == answer.headers["content-type"]
        assert "evil" not in answer.cookies
