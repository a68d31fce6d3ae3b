"""Exports and logs over the web."""

import io
import zipfile
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

from sayso.ledger import Store

API = "/api/v1"


@pytest.mark.parametrize(
    ("name", "media"), [("csv", "text/csv"), ("geojson", "application/geo+json"), ("rdf", "text/turtle")]
)
def test_an_export_is_a_download_and_is_noted(client: TestClient, path: Path, name: str, media: str) -> None:
    client.post(f"{API}/me", json={"name": "anna"})
    answer = client.get(f"{API}/export/{name}", params={"publisher": "Northern News Wire"})
    assert 200 == answer.status_code, answer.text
    assert media == answer.headers["content-type"].partition(";")[0]
    assert answer.headers["content-disposition"].startswith("attachment")
    with Store.open(path) as store:
        entry = list(store.log())[-1]
    assert ("export", name) == (entry.kind, entry.subject)
    assert '"by":"anna"' in entry.detail


def test_a_guarded_export_comes_with_its_manifest(client: TestClient) -> None:
    answer = client.get(f"{API}/export/csv", params={"coarsen": "admin1"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        names = packed.namelist()
        manifest = msgspec.json.decode(packed.read("claims.csv.manifest.json"))
    assert {"claims.csv", "claims.csv.manifest.json"} <= set(names)
    assert "admin1" in manifest["coarsen"]["asked"]


def test_an_export_that_makes_no_sense_is_refused(client: TestClient) -> None:
    assert 400 == client.get(f"{API}/export/html").status_code
    assert 400 == client.get(f"{API}/export/graphml", params={"policy": "lowest"}).status_code
    assert 422 == client.get(f"{API}/export/doc").status_code


def test_runs_and_changes_are_told(client: TestClient) -> None:
    assert {"0.1.0"} == {one["run"]["sayso"] for one in client.get(f"{API}/runs").json()["items"]}
    changes = client.get(f"{API}/changes", params={"since": "2000-01-01", "limit": 1000}).json()["items"]
    assert 7 == sum(one["what"] == "new" for one in changes)
    assert [] == client.get(f"{API}/changes", params={"since": "2999-01-01"}).json()["items"]
    assert 400 == client.get(f"{API}/changes", params={"since": "once"}).status_code
