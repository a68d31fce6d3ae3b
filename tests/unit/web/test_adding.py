"""What is added over the web."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from made.desk import RUN, open_desk
from sayso.ledger import Store
from sayso.web import app
from sayso.web.jobs import Job
from sayso.web.routes.adding import file_name
from unit.web.conftest import client_of

API = "/api/v1"
TEXT = "Rebels shelled the town of Arbin on Monday, residents said. The mayor said that nobody was hurt in it."


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    with client_of(app(path, opener=open_desk, run=RUN)) as client:
        yield client


def finished(client: TestClient, job: str) -> Job:
    for _ in range(600):
        found = msgspec.json.decode(client.get(f"{API}/jobs/{job}").content, type=Job)
        if found.done:
            return found
        time.sleep(0.05)
    raise AssertionError("the job did not end")


def begun(client: TestClient, **given: Any) -> str:
    answer = client.post(f"{API}/add", **given)
    assert 202 == answer.status_code, answer.text
    return str(answer.json()["job"])


def test_files_a_text_and_what_fails_become_documents_and_problems(client: TestClient, path: Path) -> None:
    files = [
        ("files", ("../../a.txt", TEXT.encode())),
        ("files", ("a.txt", f"{TEXT} Then it rained.".encode())),
        ("files", ("broken.json", b"{")),
    ]
    first = begun(client, files=files)
    pasted = {
        "text": f"{TEXT} It was cold.",
        "title": "Shells on Arbin",
        "published": "2015-10-02",
        "publisher": "Post",
    }
    second = begun(client, json=pasted)
    with client.stream("GET", f"{API}/jobs/{second}/events") as events:
        told = [msgspec.json.decode(line[6:], type=Job) for line in events.iter_lines() if line.startswith("data: ")]
    assert told[-1].done
    job = finished(client, first)
    assert ("done", 2, 1) == (job.progress.state, job.progress.read, job.progress.problems)
    assert ("a.txt", "a-2.txt", "broken.json") == job.sources
    with Store.open(path) as store:
        (document,) = [one for one in store.documents() if one.title == "Shells on Arbin"]
        assert ("Post", "2015-10-02", 1) == (document.publisher, document.published, document.claims)
        docs = {one.doc for one in store.documents()}
        logged = [msgspec.json.decode(entry.detail) for entry in store.log() if entry.kind == "added"]
        assert not list(store.verify())
    assert [(["a.txt", "a-2.txt", "broken.json"], 2), (["pasted.jsonl"], 1)] == [
        (one["sources"], one["read"]) for one in logged
    ]
    assert all(one["by"] for one in logged)
    assert {"a.txt", "a-2.txt"} <= docs
    (problem,) = client.get(f"{API}/problems").json()["items"]
    assert "broken.json" in problem["where"]
    assert [second, first] == [one["id"] for one in client.get(f"{API}/jobs").json()["items"]]


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({"json": {}}, 422, "either a text or the url"),
        ({"json": {"text": " "}}, 422, "empty"),
        ({"json": {"url": "file:///etc/passwd"}}, 422, "http://"),
        ({"json": {"text": "x", "published": "soon"}}, 400, "publication date"),
        ({"json": {"text": "x", "colour": "red"}}, 422, "unknown field"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 422, "truncated"),
        ({"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415, "application/json"),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}}, 400, "boundary"),
        ({"files": [("other", ("a.txt", b"x"))]}, 422, "under the name"),
    ],
)
def test_what_cannot_be_added_is_refused_at_once(
    client: TestClient, given: dict[str, Any], status: int, words: str
) -> None:
    answer = client.post(f"{API}/add", **given)
    assert status == answer.status_code
    assert words in answer.json()["error"]["message"]
    assert [] == client.get(f"{API}/jobs").json()["items"]


def test_a_job_that_nobody_began_is_not_there(client: TestClient) -> None:
    assert 404 == client.get(f"{API}/jobs/{'0' * 16}").status_code
    assert 404 == client.get(f"{API}/jobs/{'0' * 16}/events").status_code


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\news\\a b.html", "a b.html"),
        ("", "file"),
        ("...", "file"),
        ("-rf", "rf"),
        ("صحيفة.txt", "_____.txt"),
        ("a\0\u202eb.txt", "a__b.txt"),
        ("A.txt", "A-2.txt"),
        ("x" * 500 + ".txt", "x" * 116 + ".txt"),
    ],
)
def test_a_files_name_means_nothing_to_the_system(given: str, kept: str) -> None:
    assert kept == file_name(given, ["a.txt"])
