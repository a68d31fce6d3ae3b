"""Texts that mean harm are data: they come out as they went in, as JSON, and nothing else is ever made of them."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from sayso.ledger import Store
from sayso.model import Actor, Attribution, Cast, Claim, Document, Event, Ledger, Mention, Published, Run, Span
from sayso.reading import document_of
from sayso.web import app

API = "/api/v1"
HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "bidi": "\u202eexploded\u2066 \u200f\u061c army",
    "word": "x" * 1_000_000,
    "surrogate": "\ud800 half \udfff",
    "nul": "a\0b\x1b[31m\x07",
    "formula": '=cmd|"/c calc"!A1',
    "crlf": "a\r\nSet-Cookie: evil=1\r\n\r\n<b>",
    "json": '"}],"items":[{"id":"\\u0000',
}


def hostile_ledger(name: str, words: str) -> Ledger:
    """An article whose every word is hostile: text, title, outlet, names."""
    text = f"{words} shelled {words}, {words} said."
    said = text.index(" shelled ") + 1
    document = replace(
        document_of(text, doc=words[:2_000], title=words[:5_000], publisher=words[:300], url=f"http://x.example/{name}"),
        language="en", published=Published("2015-10-02", "given"),
    )  # fmt: skip
    assert isinstance(document, Document)
    start = Span(0, max(1, said - 1))
    return Ledger(
        document,
        Run("0.1.0", "hostile", "0" * 64),
        cast=Cast((Actor("X", "other", (words,)),), (Mention(start, start, "name", "X"),)),
        attributions=(
            Attribution(
                "a1", "indirect", (start,), (Span(len(text) - 5, len(text) - 1),), (Span(said, said + 7),), "X"
            ),
        ),
        claims=(Claim("e1", Event(Span(said, said + 7), "ASSAULT", agent=(start,)), "a1", ("X",), ("X",)),),
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("hostile") / "desk.sayso"
    with Store.open(path, write=True) as store:
        for name, words in HOSTILE.items():
            store.add(hostile_ledger(name, words))
    with TestClient(app(path), base_url="http://localhost:8321") as client:
        yield client


def document_named(client: TestClient, name: str) -> str:
    (found,) = [one for one in client.get(f"{API}/documents").json()["items"] if one["url"].endswith(f"/{name}")]
    return str(found["id"])


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_comes_out_as_it_went_in(client: TestClient, name: str) -> None:
    answer = client.get(f"{API}/documents/{document_named(client, name)}/reading")
    assert 200 == answer.status_code
    assert "application/json" == answer.headers["content-type"]
    assert "nosniff" == answer.headers["x-content-type-options"]
    laid = answer.json()
    words = "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in HOSTILE[name])
    assert f"{words} shelled {words}, {words} said." == laid["text"]
    (claim,) = laid["claims"]
    assert "shelled" == laid["text"][slice(*claim["claim"]["event"]["trigger"])]


@pytest.mark.parametrize("name", HOSTILE)
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
    for words in HOSTILE.values():
        answer = client.get(f"{API}/search", params={"q": words[:900].encode("utf-8", "replace").decode()})
        assert answer.status_code in (200, 400)
    found = client.get(f"{API}/search", params={"q": "shelled"}).json()["items"]
    assert len(HOSTILE) <= len(found)
    assert all(len(one["before"]) <= 400 and len(one["words"]) <= 400 for one in found)


def test_a_spreadsheet_takes_no_cell_for_a_formula(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{API}/claims.csv").text, newline="")))
    assert len(HOSTILE) == len(rows)
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
