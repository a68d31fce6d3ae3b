"""The built pages are served as files, packed where the browser takes it, and every other address is theirs."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from starlette.testclient import TestClient

from sayso.web import app
from sayso.web.maps import BadMaps, check_maps

SCRIPT = b"console.log('sayso');" * 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages as a build leaves them."""
    made = tmp_path / "pages"
    (made / "assets").mkdir(parents=True)
    (made / "index.html").write_bytes(b"<!doctype html><title>sayso</title>")
    (made / "assets" / "main-1a2b.js").write_bytes(SCRIPT)
    (made / "assets" / "main-1a2b.js.br").write_bytes(brotli.compress(SCRIPT))
    (made / "assets" / "main-1a2b.js.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    return made


@pytest.fixture
def client(path: Path, folder: Path) -> Iterator[TestClient]:
    with TestClient(app(path, folder=folder), base_url="http://localhost:8321") as client:
        yield client


@pytest.mark.parametrize("address", ["/", "/claims?type=ASSAULT", "/incidents/1234", "/documents/1?claim=2", "/help"])
def test_every_address_of_the_pages_gives_the_first_page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert (200, "<!doctype html><title>sayso</title>") == (answer.status_code, answer.text)
    assert "text/html" in answer.headers["content-type"]
    assert "no-cache" == answer.headers["cache-control"]
    assert answer.cookies["sayso_csrf"]
    head = client.head(address)
    assert (200, b"", answer.headers["content-length"]) == (
        head.status_code,
        head.content,
        head.headers["content-length"],
    )


@pytest.mark.parametrize(
    ("accepted", "coding"), [("br, gzip", "br"), ("gzip, deflate", "gzip"), ("identity", None), ("", None)]
)
def test_files_come_packed_as_the_browser_takes_them(client: TestClient, accepted: str, coding: str | None) -> None:
    answer = client.get("/assets/main-1a2b.js", headers={"Accept-Encoding": accepted})
    assert coding == answer.headers.get("content-encoding")
    assert SCRIPT == answer.content
    assert "javascript" in answer.headers["content-type"]
    assert "immutable" in answer.headers["cache-control"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "address", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/assets/gone-1.js"]
)
def test_nothing_outside_the_pages_is_ever_given(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert "outside" not in answer.text
    assert answer.status_code in (200, 404)


def test_pages_that_are_not_built_are_told_of(path: Path, tmp_path: Path) -> None:
    with TestClient(app(path, folder=tmp_path / "none"), base_url="http://localhost:8321") as client:
        answer = client.get("/claims")
    assert 503 == answer.status_code
    assert "tools/install" in answer.text


def test_pages_that_are_built_anew_are_given_anew(client: TestClient, folder: Path) -> None:
    client.get("/")
    (folder / "assets" / "more-9.js").write_bytes(b"1")
    (folder / "index.html").write_bytes(b"<!doctype html><title>anew</title>")
    assert "anew" in client.get("/").text
    assert b"1" == client.get("/assets/more-9.js").content


def test_a_map_is_given_in_parts(path: Path, tmp_path: Path) -> None:
    tiles = tmp_path / "world.pmtiles"
    tiles.write_bytes(bytes(range(256)))
    with TestClient(app(path, maps=tiles), base_url="http://localhost:8321") as client:
        part = client.get("/api/v1/maps.pmtiles", headers={"Range": "bytes=10-19"})
        assert (206, bytes(range(10, 20))) == (part.status_code, part.content)
        assert client.get("/api/v1/about").json()["maps"]
    with TestClient(app(path), base_url="http://localhost:8321") as client:
        assert 404 == client.get("/api/v1/maps.pmtiles").status_code


def test_a_file_that_is_no_map_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "world.pmtiles"
    for head, words in ((b"SQLite format 3", "this is no PMTiles file"), (b"PMTiles\x02", "another version than 3")):
        other.write_bytes(head)
        with pytest.raises(BadMaps, match=words):
            check_maps(other)
    other.write_bytes(b"PMTiles\x03")
    check_maps(other)
    with pytest.raises(BadMaps, match="--maps names a PMTiles file"):
        check_maps(tmp_path)
